"""Rows as facts: what each is called, with its fields below it; lists of the rows that an indicator counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from clusterkit.compute.counted import CountedRow
from clusterkit.guide.formula.figures import amount, printed
from clusterkit.narrative.facts.fact import Fact, listed, said
from clusterkit.tables import tables
from clusterkit.tables.model import Field

Read = Callable[[str], Any]
_FIGURE = re.compile(r"-?[\d.]+")


def row_list(path: str, name: str, rows: Sequence[CountedRow], measure: str, how: str, when: str) -> Fact:
    """Return the rows that count as a list: each is called by its name, its fields hang below."""
    return listed(
        path,
        name,
        lambda: tuple(row_fact(f"{path}[{at}]", row.table, row.field) for at, row in enumerate(rows)),
        measure,
        how,
        when,
    )


def table_list(path: str, name: str, table: str, frame: pd.DataFrame | None, measure: str) -> Fact:
    """Return the rows of a table as a list."""
    records = [] if frame is None else frame.drop_duplicates("_row").to_dict("records")
    return listed(
        path,
        name,
        lambda: tuple(
            row_fact(f"{path}[{at}]", table, _reader({str(key): value for key, value in record.items()}))
            for at, record in enumerate(records)
        ),
        measure,
        f"名单“{tables()[table].name}”",
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
        return said(path, field.header, None if value is None else _words(value))
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return amount_fact(path, field.header, exact, field.unit or "")


def amount_fact(path: str, name: str, value: Decimal, unit: str, how: str = "", when: str = "") -> Fact:
    """Return an amount in the unit that reads well."""
    words = amount(value, unit)
    shown = _FIGURE.match(words)
    assert shown is not None
    in_unit = words.removeprefix(shown[0]) == unit
    plain = f"{Decimal(printed(value, 2)).normalize():f}" if in_unit else shown[0]
    return Fact(path, name, value, words.removeprefix(shown[0]), plain, how, when)


def _words(value: Any) -> str:
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return "是" if value else "否"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
