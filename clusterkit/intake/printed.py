"""What a printed list prints again on every page: its header and its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clusterkit.intake.header.found import Header
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact


@dataclass(frozen=True)
class Printed:
    """What is printed above the body and may be printed again: the header's rows, and titles."""

    rows: tuple[tuple[str, ...], ...]
    titles: frozenset[str]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Cell]], header: Header) -> Printed:
        """Return what stands in and above a header."""
        top = header.row - header.height
        said = [tuple(compact(str(cell)) for cell in row) for row in rows[top : header.row]]
        titles = frozenset(cell for row in rows[:top] for cell in row if isinstance(cell, str))
        return cls(tuple(said), titles - {""})

    def suspects(self, cells: Sequence[Cell], column: int) -> Iterator[int]:
        """Yield the positions of a column's cells that begin like its header or are a title."""
        first = {row[column][:1] for row in self.rows if column < len(row)} - {""}
        for at, cell in enumerate(cells):
            if cell.__class__ is str and (cell[:1] in first or cell in self.titles):
                yield at

    def again(self, row: Sequence[Cell], columns: Sequence[int]) -> bool:
        """Return whether a row is one of these, as on every page of a printed list."""
        said = [compact(cell) if isinstance(cell, str) else None for cell in row]
        filled = [cell for cell in row if cell != ""]
        if len(filled) == 1 and filled[0] in self.titles:
            return True
        alike = (
            sum(c < len(row) and bool(said[c]) and c < len(one) and said[c] == one[c] for c in columns)
            for one in self.rows
        )
        return max(alike, default=0) >= max(2, len(columns) // 2)
