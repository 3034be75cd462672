"""The figures of a list: each column's unit, its amounts, and what is said about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

import numpy as np

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.cells.amounts import Amounts, Rate, amounts
from clusterkit.intake.cells.numbers import read_about
from clusterkit.intake.cells.words import meant
from clusterkit.intake.column_units import UnitFound, likely_unit
from clusterkit.intake.columns import Column
from clusterkit.intake.readers import Cell
from clusterkit.tables import units

_SIGNED = {"比率"}  # what may well be negative


@dataclass
class Figures:
    """A column of figures in the field's unit, the unit they came in, and findings.

    ``assumed`` is the unit of the figures that do not say it themselves, all but those of ``own_unit``.
    """

    values: list[float]
    unit: str
    how: str
    findings: list[Finding]
    converted: list[int]
    trusted: bool = True
    assumed: str = ""
    own_unit: frozenset[int] = frozenset()


@dataclass(frozen=True)
class FigureCells:
    """The cells of a figure column and what is needed to say where they stand."""

    column: Column
    cells: Sequence[Cell]
    lines: Sequence[int]
    place: Place
    unit: UnitFound
    rate: Rate | None
    percent: frozenset[int] = frozenset()
    meanings: dict[str, str] | None = None


def read_figures(given: FigureCells) -> Figures:
    """Read a column of figures into its field's unit."""
    cells = _prepared(given)
    target = given.column.field.unit or ""
    if given.unit.wrong:
        return _wrong_unit(given, target)
    if given.unit.cells:
        result = _by_row(cells, given, target)
    else:
        natural = given.unit.how == "nature"
        result = amounts(cells, target, given.unit.unit or None, rate=given.rate, natural=natural)
    said = _say(given, target)
    findings = list(_findings(given, result, target, said))
    if given.unit.how == "nature" and (doubt := _doubtful_nature(given, cells, result)):
        return Figures([nan] * len(cells), "", "", [doubt], [], trusted=False)
    unit, how = (given.unit.unit, given.unit.how) if given.unit.unit else ("", given.unit.how)
    if not unit and not result.unitless and any(value == value for value in result.values):
        unit, how = target, how or "cells"
    return Figures(
        result.values,
        unit,
        how,
        findings,
        result.converted,
        trusted=not (result.unreadable or result.about or result.unitless),
        assumed=given.unit.unit,
        own_unit=frozenset(result.own_unit),
    )


def _prepared(given: FigureCells) -> Sequence[Cell]:
    """Put in what a person settled, and 23 for a cell that shows 0.23 as 23%."""
    cells = given.cells
    if given.meanings:
        cells = [meant(cell, given.meanings) for cell in cells]
    if given.percent:
        cells = [
            float(f"{cell!r}e2")
            if at in given.percent and isinstance(cell, float) and "e" not in repr(cell)
            else cell
            for at, cell in enumerate(cells)
        ]
    return cells


def _by_row(cells: Sequence[Cell], given: FigureCells, target: str) -> Amounts:
    """Read figures whose unit stands in a neighbouring column: one pass for each unit."""
    whole = Amounts([nan] * len(cells))
    for unit in dict.fromkeys(given.unit.cells):
        places = [at for at, one in enumerate(given.unit.cells) if one == unit]
        part = amounts([cells[at] for at in places], target, unit or None, rate=given.rate)
        for at, value in zip(places, part.values, strict=True):
            whole.values[at] = value
        for text, positions in part.unreadable.items():
            whole.unreadable.setdefault(text, []).extend(places[at] for at in positions)
        for text, positions in part.about.items():
            whole.about.setdefault(text, []).extend(places[at] for at in positions)
        for text, positions in part.other_unit.items():
            whole.other_unit.setdefault(text, []).extend(places[at] for at in positions)
        whole.unitless += [places[at] for at in part.unitless]
        whole.no_rate += [places[at] for at in part.no_rate]
        whole.converted += [places[at] for at in part.converted]
    return whole


def times(positions: Sequence[int], lines: Sequence[int]) -> str:
    """Return how often and where, for a message: nothing for one row.

    Examples
    --------
    >>> times([0, 2], [5, 6, 9])
    '（共 2 行：5、9）'
    """
    if len(positions) < 2:
        return ""
    shown = "、".join(str(lines[at]) for at in positions[:10])
    return f"（共 {len(positions)} 行：{shown}{'……' if len(positions) > 10 else ''}）"


def _say(given: FigureCells, target: str) -> Callable[..., Finding]:
    def say(code: str, positions: Sequence[int] = (), *, key: str = "", **values: object) -> Finding:
        row = given.lines[positions[0]] if positions else 0
        place = replace(given.place, row=row, column=given.column.header)
        shared = {"target": target, "id": given.column.field.id, "field": given.column.field.header}
        said: dict[str, Any] = {**shared, "times": times(positions, given.lines), **values}
        return finding(code, place, key=key, **said)

    return say


def _findings(
    given: FigureCells, result: Amounts, target: str, say: Callable[..., Finding]
) -> Iterator[Finding]:
    for text, positions in result.unreadable.items():
        yield say("amount_unreadable", positions, key=text if len(positions) > 1 else "", value=text)
    for text, positions in result.about.items():
        likely = read_about(text, target)
        yield say(
            "amount_about",
            positions,
            key=text if len(positions) > 1 else "",
            value=text,
            text=text,
            likely=likely,
        )
    if result.unitless:
        numbers = [value for value in amounts(given.cells, target, target).values if value == value]
        suggested, evidence = likely_unit(numbers, target)
        some = result.unitless if len(result.unitless) < len(numbers) else ()
        yield say("unit_missing", some, count=len(result.unitless), suggested=suggested, evidence=evidence)
    for unit, positions in result.other_unit.items():
        yield say("unit_unknown", positions, key=unit, unit=unit)
    unit = given.unit.unit if given.unit.unit not in {"", target} else "另一种货币"
    if result.no_rate:
        yield say("rate_missing", count=len(result.no_rate), unit=unit)
    if result.converted:
        yield say("rate_used", count=len(result.converted), unit=unit, rate=str(given.rate))
    if given.unit.how == "nature" and any(value == value for value in result.values):
        yield say("unit_by_nature", unit=target)
    negative = np.flatnonzero(np.asarray(result.values) < 0).tolist()
    if negative and units()[target].measures not in _SIGNED:
        yield say("amount_negative", negative, value=f"{result.values[negative[0]]:g}")


def _wrong_unit(given: FigureCells, target: str) -> Figures:
    say = _say(given, target)
    found = say("unit_unknown", unit=given.unit.wrong)
    return Figures([nan] * len(given.cells), "", "", [found], [], trusted=False)


def _doubtful_nature(given: FigureCells, cells: Sequence[Cell], result: Amounts) -> Finding | None:
    """Ask where bare figures are not what their nature would have them be."""
    target = given.column.field.unit or ""
    bare = [
        value
        for value, cell in zip(result.values, cells, strict=True)
        if isinstance(cell, float) and value == value
    ]
    measures, say = units()[target].measures, _say(given, target)
    if measures == "比率":
        shares = [
            cell
            for at, cell in enumerate(given.cells)
            if isinstance(cell, float) and cell and at not in given.percent
        ]
        return say("ratio_unclear") if shares and max(shares) <= 1 else None
    if any(not value.is_integer() for value in bare):
        evidence = "有小数，不像是以人为单位的数"
        return say("unit_missing", count=len(bare), suggested="万人", evidence=evidence)
    return None
