"""Tables whose cells span rows and columns (Word, web pages, PDF) as plain rows with merged ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clusterkit.intake.readers.book import Merged, Rows, Sheet, Spot

MOST_SPANNED = 1_000  # a span larger than this is a slip of the program that wrote it


@dataclass(frozen=True)
class Spanning:
    """A cell of a table: its text, where it begins (0-based), how many rows and columns it takes."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def range(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Both ends, included."""
        return (self.row, self.column), (self.row + self.rows - 1, self.column + self.columns - 1)


def table_sheet(cells: Iterable[Spanning], spot: Spot, notes: tuple[str, ...] = ()) -> Sheet:
    """Return the sheet of a document's table; a spanning cell's text stands in its first place."""
    every = list(cells)
    height = max((cell.row + cell.rows for cell in every), default=0)
    width = max((cell.column + cell.columns for cell in every), default=0)
    rows: Rows = [[""] * width for _ in range(height)]
    for cell in every:
        rows[cell.row][cell.column] = cell.text
    merged = [cell.range for cell in every if cell.rows > 1 or cell.columns > 1]
    return made_sheet(rows, merged, spot, notes)


def made_sheet(rows: Rows, merged: Merged, spot: Spot, notes: tuple[str, ...] = ()) -> Sheet:
    """Return a sheet whose rows are there already."""
    return Sheet(str(spot), load=lambda: rows, merged=lambda: merged, spot=spot, notes=notes)


def flowed(rows: Iterable[Iterable[tuple[str, int, int]]]) -> Iterator[Spanning]:
    """Place cells given as (text, rows, columns) one after another, each beside those that reach down to it.

    Examples
    --------
    >>> [(cell.text, cell.row, cell.column) for cell in flowed([[("甲", 2, 1), ("乙", 1, 1)], [("丙", 1, 1)]])]
    [('甲', 0, 0), ('乙', 0, 1), ('丙', 1, 1)]
    """
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for text, down, across in row:
            down, across = min(max(down, 1), MOST_SPANNED), min(max(across, 1), MOST_SPANNED)
            while (at, column) in taken:
                column += 1
            taken.update((at + below, column + beside) for below in range(down) for beside in range(across))
            yield Spanning(text, at, column, down, across)
            column += across
