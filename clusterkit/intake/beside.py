"""Lists that stand side by side on a sheet: one that is printed in several columns, or different ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clusterkit.intake.by_district import with_district
from clusterkit.intake.header.found import Header, texts
from clusterkit.intake.header.table import find_table
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.readers.book import Merged, Rows
from clusterkit.intake.vocabulary import key, vocabulary


def named_part(sheet: Sheet, what: str) -> str:
    """Return what a part of a sheet is called."""
    return f"{sheet.name} {what}".strip()


def part_of(sheet: Sheet, name: str, rows: Rows, merged: Merged) -> Sheet:
    """Return a part of a sheet as a sheet of its own, with the same row numbers."""
    return replace(sheet, name=name, load=lambda: rows, merged=lambda: merged)


def lists_beside(sheet: Sheet, header: Header) -> Iterator[Sheet]:
    """Yield the lists that stand side by side: one list printed in several columns, or different ones."""
    filled = [at for at, label in enumerate(header.labels) if label is not None]
    said = texts(header.labels)
    times = next(
        (
            k
            for k in (2, 3, 4)
            if len(said) >= 2 * k and len(said) % k == 0 and said == said[: len(said) // k] * k
        ),
        1,
    )
    starts = filled[:: len(said) // times] if times > 1 else _others(sheet, header)
    if len(starts) < 2:
        yield sheet
        return
    for number, (start, end) in enumerate(pairwise([0, *starts[1:], len(header.labels)]), 1):
        yield _block(sheet, header, number, start, end)


def _others(sheet: Sheet, header: Header) -> list[int]:
    """Return the columns where lists of different kinds begin that a blank column parts, each with a subject."""
    starts = [
        at
        for at, label in enumerate(header.labels)
        if label is not None and (at == 0 or _is_blank(sheet, header, at - 1))
    ]
    if len(starts) < 2:
        return []
    kinds = [_kinds(header, start, end) for start, end in pairwise([*starts, len(header.labels)])]
    different = len(set().union(*kinds)) == sum(map(len, kinds))
    return starts if all(kinds) and different else []


def _kinds(header: Header, start: int, end: int) -> set[str]:
    """Return the tables that a part of a header may belong to; 单位 may be a company, or what figures are in."""
    units = set(map(key, vocabulary().header.unit))
    labels = (
        None if label is None or units.intersection(label.names) else label
        for label in header.labels[start:end]
    )
    return {table.id for table in find_table(replace(header, labels=tuple(labels)), None).choices}


def _is_blank(sheet: Sheet, header: Header, at: int) -> bool:
    """Return whether a column has no header and nothing below it."""
    return header.labels[at] is None and not any(str(cell).strip() for cell in sheet.column(at)[header.row :])


def _block(sheet: Sheet, header: Header, number: int, start: int, end: int) -> Sheet:
    """Return the part of a sheet between two columns, with what stands above the header of all, or of it."""
    top = header.row - header.height
    rows: Rows = [_above(row, start, end) for row in sheet.rows[:top]] + [
        [cell if start <= at < end else "" for at, cell in enumerate(row)] for row in sheet.rows[top:]
    ]
    merged = [span for span in sheet.merged() if start <= span[0][1] and span[1][1] < end]
    name = sheet.name if number == 1 else named_part(sheet, f"第{number}栏")
    return part_of(
        sheet, name, with_district(rows, header.row - header.height, header.row, start, end), merged
    )


def _above(row: Sequence[Cell], start: int, end: int) -> list[Cell]:
    """Return a row above the header: all of it, or where it says something of each block what it says of this one."""
    own = [cell if start <= at < end else "" for at, cell in enumerate(row)]
    return own if any(own) and sum(cell != "" for cell in row) > 1 else list(row)
