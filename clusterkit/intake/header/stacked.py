"""Headers of two or three rows: groups, names, years and units above one another, merged or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clusterkit.intake.header.label import Label, bare_unit, join_labels, read_label, speaks_of_time
from clusterkit.intake.header.names import is_known
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact

LONGEST = 80  # letters; a longer cell is no header
# a note that stands beside a title, never above a column
_NOTE = re.compile(
    r"[(\[]?(?:(?:计量|金额|货币|数据)?单位(?:名称)?[:：]|填[报表]|制表|报[送出]|表号|.{0,2}日期[:：])"
)
_YEARS = range(1990, 2100)  # a number that can be a year's heading

Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]
Stack = tuple[int, int, tuple[Label | None, ...]]


def goes_on(rows: Sequence[Sequence[Cell]], row: int) -> bool:
    """Return whether a 1-based row can be the lower part of a header: units, years and headers, not values."""
    cells = [_said(cell) for cell in rows[row - 1] if cell != ""] if row <= len(rows) else []
    if any(cell is None for cell in cells):
        return False
    said = [cell for cell in cells if cell and _is_heading(cell)]
    return len(said) * 2 > len(cells)


def stacked_labels(rows: Sequence[Sequence[Cell]], row: int, height: int, merged: Merged) -> Stack | None:
    """Return the labels of a header whose last row is ``row`` (1-based), if these rows can be one."""
    first = row - height
    if first < 0 or row > len(rows):
        return None
    top = rows[first]
    if len({cell for cell in top if cell != ""}) < 2 or any(_NOTE.match(compact(str(cell))) for cell in top):
        return None
    width = max(len(rows[at]) for at in range(first, row))
    lines: list[list[str]] = []
    for at in range(first, row):
        said = [_said(cell) for cell in rows[at]]
        if at > first and any(cell is None for cell in said):
            return None
        lines.append([cell or "" for cell in said] + [""] * (width - len(said)))
    for at in range(height - 1):
        _spread(lines[at], lines[at + 1], first + at, merged)
    if any(_is_value(lines[-2], lines[-1], column) for column in range(width)):
        return None
    return row, height, tuple(_joined([line[column] for line in lines]) for column in range(width))


def _said(cell: Cell) -> str | None:
    """Return what a cell of a header says; None where it is a figure."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, (int, float)) and cell in _YEARS:
        return str(int(cell))
    return None


def _is_heading(cell: str) -> bool:
    return bool(bare_unit(cell) or speaks_of_time(cell) or is_known(read_label(cell)))


def _is_value(above: Sequence[str], line: Sequence[str], column: int) -> bool:
    """Return whether a bare year stands below a heading of its own, as the first row of a list does.

    Years that are headings stand side by side below one heading.
    """
    heading = above[column]
    beside = [above[at] for at in (column - 1, column + 1) if 0 <= at < len(above)]
    return bool(re.fullmatch(r"\d{4}", line[column]) and heading and heading not in beside)


def _spread(line: list[str], below: Sequence[str], row: int, merged: Merged) -> None:
    """Fill the cells of an upper row that a merged (or merely left empty) heading covers."""
    spans = [
        (first[1], last[1]) for first, last in merged if first[0] <= row <= last[0] and last[1] > first[1]
    ]
    for first, last in spans:
        line[first : last + 1] = [line[first]] * (min(last, len(line) - 1) - first + 1)
    for column in range(1, len(line)) if not spans else ():
        if not line[column] and below[column]:
            line[column] = line[column - 1]


def _joined(said: Sequence[str]) -> Label | None:
    different = list(dict.fromkeys(text for text in said if text))
    return join_labels(*different) if different and sum(map(len, different)) <= LONGEST else None
