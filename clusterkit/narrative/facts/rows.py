"""Rows as facts: what each is called, with its fields below it; lists of the rows that an indicator counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pandas as pd

from clusterkit.compute.counted import CountedRow
from clusterkit.guide.days import day_in_words
from clusterkit.guide.formula.figures import amount, printed
from clusterkit.guide.formula.quantity import quantity
from clusterkit.narrative.facts.fact import Fact, listed, said
from clusterkit.tables import tables
from clusterkit.tables.model import Field

Read = Callable[[str], Any]
_FIGURE = re.compile(r"-?[\d.]+")
_TIME = re.compile(r"(\d{4})(?:[-./年](\d{1,2})月?|年)?")


def row_list(path: str, name: str, rows: Sequence[CountedRow], measure: str, how: str, when: str) -> Fact:
    """Return the rows that count as a list: each is called by its name, its fields hang below."""
    table = rows[0].table if rows else ""
    return _list(path, name, table, lambda: [row.field for row in rows], measure, how, when)


def table_list(path: str, name: str, table: str, frame: pd.DataFrame | None, measure: str) -> Fact:
    """Return the rows of a table as a list, each once."""

    def rows() -> list[Read]:
        if frame is None:
            return []
        once = frame.drop_duplicates("_row")  # a row with several owners is one, and so is a row listed twice
        fields = [field for field in tables()[table].fields if field in once]
        records = once[~once[fields].astype(str).duplicated()].to_dict("records")
        return [_reader({str(key): value for key, value in record.items()}) for record in records]

    return _list(path, name, table, rows, measure, f"名单“{tables()[table].name}”")


def _list(
    path: str, name: str, table: str, rows: Callable[[], list[Read]], measure: str, how: str, when: str = ""
) -> Fact:
    """Return rows as a list; below it each field of all of them: amounts added up, words each once."""

    once = cache(rows)

    def items() -> tuple[Fact, ...]:
        return tuple(row_fact(f"{path}[{at}]", table, read) for at, read in enumerate(once()))

    def parts() -> dict[str, Fact]:
        fields = tables()[table].fields.values() if table else ()
        made = {
            one.id: _column(f"{path}.{one.id}", name, one, [read(one.id) for read in once()])
            for one in fields
        }
        return {key: fact for key, fact in made.items() if fact is not None}

    return Fact(path, name, unit=measure, how=how, when=when, made_items=items, made_parts=parts)


def _column(path: str, name: str, field: Field, values: Sequence[Any]) -> Fact | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    if field.unit:
        total = sum((Decimal(repr(float(value))) for value in known), Decimal(0))
        return amount_fact(path, f"{name}的{field.header}合计", total, field.unit)
    words = list(dict.fromkeys(_said(field, value) for value in known))
    return listed(
        path, f"{name}的{field.header}", lambda: tuple(said(path, field.header, word) for word in words), "种"
    )


def _reader(record: Mapping[str, Any]) -> Read:
    def read(field: str) -> Any:
        value = record.get(field)
        return None if pd.isna(value) else value

    return read


def row_fact(
    path: str, table: str, read: Read, more: Callable[[], Mapping[str, Fact]] = dict, how: str = ""
) -> Fact:
    """Return one row: its name, with its fields below it and ``more``."""
    model = tables()[table]

    def parts() -> dict[str, Fact]:
        fields = {key: field_fact(f"{path}.{key}", one, read(key)) for key, one in model.fields.items()}
        return {**fields, **more()}

    called = str(read(model.subject) or "")
    return Fact(
        path, model.fields[model.subject].header, called or None, how=how or model.name, made_parts=parts
    )


def field_fact(path: str, field: Field, value: Any) -> Fact:
    """Return a field of a row as text cites it: amounts in a unit that reads well, days in Chinese.

    Examples
    --------
    >>> fields = tables()["enterprises"].fields
    >>> str(field_fact("x", fields["revenue"], 25414.0)), str(field_fact("x", fields["market_share"], 23.0))
    ('2.54亿元', '23%')
    """
    if value is None or not isinstance(value, (int, float, Decimal)) or isinstance(value, bool):
        return said(path, field.header, None if value is None else _said(field, value))
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return amount_fact(path, field.header, exact, field.unit or "")


def amount_fact(path: str, name: str, value: Decimal, unit: str, how: str = "", when: str = "") -> Fact:
    """Return an amount in the unit that reads well."""
    words = amount(value, unit)
    shown = _FIGURE.match(words)
    assert shown is not None
    in_unit = words.removeprefix(shown[0])
    if in_unit != unit:
        scaled = value * quantity(unit).factor_to(quantity(in_unit))
        return Fact(path, name, scaled, in_unit, shown[0], how, when)
    return Fact(path, name, value, unit, f"{Decimal(printed(value, 2)).normalize():f}", how, when)


def _said(field: Field, value: Any) -> str:
    """Return a field in words; the months and years that people write as text in Chinese."""
    words = _words(value)
    when = _TIME.fullmatch(words) if field.header.endswith("时间") else None
    if when is None:
        return words
    return f"{when[1]}年" + (f"{int(when[2])}月" if when[2] else "")


def _words(value: Any) -> str:
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return "是" if value else "否"
    if isinstance(value, date):
        return day_in_words(value)
    return str(value)
