"""Columns that say a start and an end in one cell: each is split into the two fields that its table has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from clusterkit.findings import Finding, finding
from clusterkit.intake.cells.periods import read_period
from clusterkit.intake.columns import Column
from clusterkit.intake.figures import times
from clusterkit.intake.sheets import Cells, Recognised

_SHOWN = 3  # different cells quoted in a message


def complete_periods(one: Recognised, cells: Cells) -> None:
    """Split the periods of a list; a cell of a column of periods that is none stays as it stands, and is told."""
    for column in one.assigned.taken:
        if column.field.ends_in is not None:
            _split(one, cells, column, column.field.ends_in)


def _split(one: Recognised, cells: Cells, column: Column, ends_in: str) -> None:
    starts = cells.columns[column.field.id, column.year]
    read = {value: read_period(value) for value in set(starts) if value is not None}
    if any(read.values()):
        _put(cells, starts, read, ends_in)
    whole = [at for at, value in enumerate(starts) if value in read and read[value] is None]
    cells.columns[column.field.id, column.year] = [
        value if value is None or (period := read[value]) is None else period[0] for value in starts
    ]
    if column.how == "period" and whole:
        quoted = dict.fromkeys(str(starts[at]) for at in whole)
        cells.findings.append(_told(one, cells, column, whole, quoted))


def _put(cells: Cells, starts: list[Any], read: dict[Any, tuple[str, str] | None], ends_in: str) -> None:
    """Give the rows their ends, where no other column does."""
    ends = cells.columns.setdefault((ends_in, None), [None] * len(starts))
    for at, value in enumerate(starts):
        period = read.get(value)
        if period is not None and ends[at] is None and period[1]:
            ends[at] = period[1]


def _told(one: Recognised, cells: Cells, column: Column, whole: list[int], quoted: Iterable[str]) -> Finding:
    end = one.table.fields[column.field.ends_in or ""]
    shown = "、".join(f"“{text}”" for text in list(quoted)[:_SHOWN])
    place = replace(one.place, row=cells.lines[whole[0]], column=column.header)
    return finding(
        "period_not_split", place, values=shown, start=column.field.header, end=end.header, id=column.field.id,
        times=times(whole, cells.lines),
    )  # fmt: skip
