"""Figures in another unit than their column: as findings, each a question with what speaks for the likely unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide
from clusterkit.intake.demand import by_demand, fields_read
from clusterkit.intake.mixed_units.figures import Figures, Spot
from clusterkit.intake.mixed_units.peers import Suspect, suspects
from clusterkit.intake.mixed_units.sizes import explained, fields_of, said
from clusterkit.intake.received import FigureColumn, ReadSheet
from clusterkit.intake.vocabulary import vocabulary
from clusterkit.tables import Field, tables, units

_MANY = 3  # figures of a column that are all in one other unit, being at least half: it is the column's unit


def mixed_unit_findings(
    frames: Mapping[str, pd.DataFrame], reads: Iterable[ReadSheet], guide: Guide
) -> Iterator[Finding]:
    """Yield the figures, and whole columns, whose size speaks for another unit than the one they were read in.

    Parameters
    ----------
    frames
        The received tables.
    reads
        The sheets they were read from.
    guide
        What of it no indicator reads is only a warning.
    """
    columns = {
        (read.reading.file, read.reading.sheet, one.field, one.year): one
        for read in reads
        for one in read.amounts
    }
    for name, frame in frames.items():
        figures = Figures(tables()[name], frame, columns)
        for field in fields_of(figures.table, frame, frozenset(vocabulary().mixed.ordinary)):
            yield from by_demand(_of_field(figures, field), fields_read(guide, name))


def _of_field(figures: Figures, field: Field) -> Iterator[Finding]:
    by_column: dict[Spot, list[Suspect]] = defaultdict(list)
    for one in suspects(figures.column(field)):
        by_column[figures.spot(one.row, field)].append(one)
    for spot, rows in figures.spots(field).items():
        column = figures.columns[spot]
        found = by_column.get(spot, [])
        whole = _whole(found, len(rows)) or (None if found else _doubtful(figures, field, rows, column))
        if whole and column.unit_how != "mapping":
            yield _column_finding(figures, field, spot, rows, whole)
        else:
            yield from (_cell_finding(figures, field, spot, one) for one in found)


def _whole(found: list[Suspect], count: int) -> str | None:
    """Return the unit that at least half of a column's figures seem to be in."""
    named = [one.unit for one in found]
    best = max(set(named), key=named.count, default=None)
    return best if best and named.count(best) >= max(_MANY, count / 2) else None


def _doubtful(figures: Figures, field: Field, rows: np.ndarray, column: FigureColumn) -> str | None:
    """Return the unit in which a column's figures would be of an ordinary size, where they are very far from it."""
    known = vocabulary().mixed
    if len(rows) < known.fewest or column.unit_how in {"mapping", "column"}:
        return None
    far = figures.far_from_ordinary(field, rows)
    doubtful = far >= known.too_large or far <= -known.too_small
    return explained(column.unit, far, known.size_slack, known.far) if doubtful else None


def _column_finding(figures: Figures, field: Field, spot: Spot, rows: np.ndarray, unit: str) -> Finding:
    column = figures.columns[spot]
    middle = float(np.median([figures.value(row, field) for row in rows]))
    evidence = f"各行的中位数按{column.unit}是 {said(middle, field)}，按{unit}是 {said(_in(middle, column.unit, unit), field)}"
    place = Place(spot[0], spot[1], column=column.header)
    return finding(
        "unit_contradicted",
        place,
        id=field.id,
        unit=column.unit,
        suggested=unit,
        count=len(rows),
        evidence=evidence,
    )


def _cell_finding(figures: Figures, field: Field, spot: Spot, one: Suspect) -> Finding:
    column, line = figures.columns[spot], int(figures.lines[one.row])
    text = figures.text(one.row, spot)
    place = Place(spot[0], spot[1], line, column.header)
    value = figures.value(one.row, field)
    return finding(
        "unit_mixed", place, id=field.id, field=field.header, name=figures.name(one.row), text=text, unit=column.unit,
        suggested=_with(text, one.unit), likely=one.unit, value=said(value, field),
        other=said(_in(value, column.unit, one.unit), field), evidence=_evidence(figures, field, one),
        choices=[{"value": _with(text, name), "label": name} for name in _units(column.unit, one.unit)],
    )  # fmt: skip


def _evidence(figures: Figures, field: Field, one: Suspect) -> str:
    if one.by == "own":
        return figures.peer(one.peer, one.row, field)
    if one.by == "ratio":
        return f"与同一行其他数的比例，和别的企业相差 {figures.times(one.row, field)}"
    return f"和这一列的中位数 {said(figures.middle(field), field)} 相差 {figures.times(one.row, field)}"


def _with(text: str, unit: str) -> str:
    """Return a cell's text with a unit behind it; what it says already stays before it."""
    return f"{text}{unit}"


def _units(unit: str, likely: str) -> list[str]:
    """Return the units that are offered: the likely one, the column's, then those in which amounts are usual."""
    usual = [one.id for one in units().values() if one.measures == units()[unit].measures]
    return list(dict.fromkeys([likely, unit, *usual]))


def _in(value: float, read_in: str, unit: str) -> float:
    return value * float(units()[unit].size / units()[read_in].size)
