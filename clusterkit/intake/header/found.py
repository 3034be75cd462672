"""Where the header of a sheet is: below titles and notes, in one row or two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clusterkit.intake.header.label import Label, join_labels, read_label
from clusterkit.intake.header.names import is_known
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact

_SEARCHED = 40  # rows from the first filled one that are looked at
_YEAR = re.compile(r"(?:(?:19|20)\d\d年度?|本年|上年|去年|当年)(?:\(.*\))?")
# a note that stands beside a title, never above a column
_UNIT_NOTE = re.compile(r"[(\[]?(?:计量|金额|货币|数据)?单位[:：]")
_LONGEST = 80  # letters; a longer cell is no header

Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]


@dataclass(frozen=True)
class Header:
    """A header: its 1-based (last) row, how many rows it takes, and a label for each column (None: empty)."""

    row: int
    height: int
    labels: tuple[Label | None, ...]

    @property
    def known(self) -> int:
        """How many columns some table knows."""
        return sum(label is not None and is_known(label) for label in self.labels)

    @property
    def different(self) -> int:
        """How many different headers among them some table knows."""
        return len({label.names[-1] for label in self.labels if label is not None and is_known(label)})

    @property
    def told(self) -> int:
        """How much the header says: known columns, and units and years beside them."""
        return sum(
            1 + (label.unit_text != "") + (label.year is not None)
            for label in self.labels
            if label is not None and is_known(label)
        )


def header_at(rows: Sequence[Sequence[Cell]], row: int) -> Header:
    """Return the header that stands in one 1-based row."""
    cells = rows[row - 1] if 0 < row <= len(rows) else []
    return Header(row, 1, tuple(map(_label, cells)))


def find_header(rows: Sequence[Sequence[Cell]], merged: Merged = ()) -> Header | None:
    """Return the header of a sheet: the row that knows most columns, or two rows that know more together."""
    start = next((at for at, cells in enumerate(rows) if any(cells)), 0)
    numbered = enumerate(rows[start : start + _SEARCHED], start + 1)
    singles = [header_at(rows, number) for number, cells in numbered if any(cells)]
    best = max(singles, key=lambda header: (header.known, -header.row), default=None)
    if best is None or not best.known:
        return None
    lower = [best.row + 1] if _goes_on(rows, best.row + 1) else []
    pairs = (_pair(rows, row, merged) for row in (best.row, *lower))
    return max([best, *(pair for pair in pairs if pair)], key=lambda header: (header.told, -header.height))


def titles(sheet: Sheet, header: Header) -> list[str]:
    """Return the texts that stand above the header, those outside of the table first."""
    above = sheet.rows[: header.row - header.height]
    return [*sheet.notes] + [
        str(cell).strip() for cells in above for cell in cells if isinstance(cell, str) and cell.strip()
    ]


def _label(cell: Cell) -> Label | None:
    if not isinstance(cell, str):
        return read_label(str(int(cell))) if isinstance(cell, float) and cell.is_integer() else None
    return read_label(cell) if 0 < len(cell.strip()) <= _LONGEST else None


def _goes_on(rows: Sequence[Sequence[Cell]], row: int) -> bool:
    """Return whether a 1-based row can be the lower part of a header: units, years and headers, not values."""
    cells = [str(cell).strip() for cell in rows[row - 1] if cell != ""] if row <= len(rows) else []
    said = [
        cell
        for cell in cells
        if read_unit(cell) or _YEAR.fullmatch(compact(cell)) or is_known(read_label(cell))
    ]
    return len(said) * 2 > len(cells)


def _pair(rows: Sequence[Sequence[Cell]], row: int, merged: Merged) -> Header | None:
    """Return the header of rows ``row - 1`` and ``row`` (1-based), if they can be one."""
    if row < 2 or row > len(rows):
        return None
    top, below = rows[row - 2], rows[row - 1]
    if any(not isinstance(cell, str) for cell in below) or len({cell for cell in top if cell != ""}) < 2:
        return None
    if any(_UNIT_NOTE.match(compact(str(cell))) for cell in top):
        return None
    spread = _spread(top, below, row - 2, merged)
    width = max(len(spread), len(below))
    return Header(row, 2, tuple(_joined(spread, below, column) for column in range(width)))


def _spread(top: Sequence[Cell], below: Sequence[Cell], row: int, merged: Merged) -> list[str]:
    """Fill the cells of the upper row that a merged (or merely left empty) heading covers."""
    spread = [str(cell).strip() for cell in top]
    spread += [""] * (len(below) - len(spread))
    spans = [
        (first[1], last[1]) for first, last in merged if first[0] <= row <= last[0] and last[1] > first[1]
    ]
    if spans:
        for first, last in spans:
            spread[first : last + 1] = [spread[first]] * (min(last, len(spread) - 1) - first + 1)
        return spread
    for column in range(1, len(spread)):
        if not spread[column] and column < len(below) and below[column] != "":
            spread[column] = spread[column - 1]
    return spread


def _joined(top: Sequence[str], below: Sequence[Cell], column: int) -> Label | None:
    above = top[column] if column < len(top) else ""
    under = str(below[column]).strip() if column < len(below) else ""
    if len(above) + len(under) > _LONGEST or not above + under:
        return None
    return join_labels(above, under)


def texts(labels: Iterable[Label | None]) -> list[str]:
    """Return the headers as they stand, without the empty ones."""
    return [label.text for label in labels if label is not None]
