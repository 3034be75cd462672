"""Where the header of a sheet is: below titles and notes, in one row or up to three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clusterkit.intake.header.label import Label, read_label
from clusterkit.intake.header.names import is_known
from clusterkit.intake.header.stacked import LONGEST, Merged, goes_on, stacked_labels
from clusterkit.intake.readers import Cell, Sheet

_SEARCHED = 40  # rows from the first filled one that are looked at
_FARTHEST = 400  # … and that are, where those know no header: below a long 填报说明


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
    """Return the header of a sheet: the row that knows most columns, or rows that tell more together."""
    start = next((at for at, cells in enumerate(rows) if any(cells)), 0)
    best = _best(rows, start, start + _SEARCHED)
    if best is None or best.known < 2:
        farther = _best(rows, start + _SEARCHED, start + _FARTHEST)
        best = farther if farther is not None and farther.known > 1 else best
    if best is None or not best.known:
        return None
    stacks = (
        stacked_labels(rows, last, height, merged) for last in _lowest(rows, best.row) for height in (2, 3)
    )
    candidates = [best, *(Header(last, height, labels) for last, height, labels in filter(None, stacks))]
    return max(candidates, key=lambda header: (header.told, -header.height))


def _best(rows: Sequence[Sequence[Cell]], start: int, end: int) -> Header | None:
    """Return the row between two that knows most columns."""
    numbered = enumerate(rows[start:end], start + 1)
    singles = [header_at(rows, number) for number, cells in numbered if any(cells)]
    return max(singles, key=lambda header: (header.known, -header.row), default=None)


def _lowest(rows: Sequence[Sequence[Cell]], row: int) -> Iterator[int]:
    """Yield the rows that may be the last of the header: the one that knows most, and those that go on below."""
    yield row
    for below in (row + 1, row + 2):
        if not goes_on(rows, below):
            return
        yield below


def titles(sheet: Sheet, header: Header) -> list[str]:
    """Return the texts that stand above the header, those outside of the table first."""
    above = sheet.rows[: header.row - header.height]
    return [*sheet.notes] + [
        str(cell).strip() for cells in above for cell in cells if isinstance(cell, str) and cell.strip()
    ]


def _label(cell: Cell) -> Label | None:
    if not isinstance(cell, str):
        return read_label(str(int(cell))) if isinstance(cell, float) and cell.is_integer() else None
    return read_label(cell) if 0 < len(cell.strip()) <= LONGEST else None


def texts(labels: Iterable[Label | None]) -> list[str]:
    """Return the headers as they stand, without the empty ones."""
    return [label.text for label in labels if label is not None]
