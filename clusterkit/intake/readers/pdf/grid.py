"""A ruled table of a page: from the boxes of its cells to rows and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clusterkit.intake.readers.pdf.signs import Line, Sign, cell_text, is_wrapped, read_lines
from clusterkit.intake.readers.spread import Spanning

_SAME = 3.0  # points within which two rules are one

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Grid:
    """Where the columns and rows of a table begin and end, and which cells it has (as spans, without text)."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Spanning, ...]

    @property
    def box(self) -> Box:
        """The table's outline."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def holds(self, sign: Sign) -> bool:
        """Return whether a sign stands in the table."""
        left, top, right, bottom = self.box
        across, down = (sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2
        return left <= across <= right and top <= down <= bottom

    def alike(self, other: Grid) -> bool:
        """Return whether two tables have the same columns, wherever on the page they begin."""
        if len(self.columns) != len(other.columns):
            return False
        shift = other.columns[0] - self.columns[0]
        return all(
            abs(there - here - shift) <= _SAME
            for here, there in zip(self.columns, other.columns, strict=True)
        )


def make_grid(boxes: Sequence[Box]) -> Grid:
    """Return the grid of a table whose cells are given as boxes.

    Examples
    --------
    >>> grid = make_grid([(0, 0, 80, 20), (0, 20, 40, 40), (40, 20, 80, 40)])
    >>> [(cell.row, cell.column, cell.columns) for cell in grid.cells]
    [(0, 0, 2), (1, 0, 1), (1, 1, 1)]
    """
    columns = _edges(edge for box in boxes for edge in (box[0], box[2]))
    rows = _edges(edge for box in boxes for edge in (box[1], box[3]))
    cells = []
    for left, top, right, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        row, column = _at(rows, top), _at(columns, left)
        down, across = _at(rows, bottom) - row, _at(columns, right) - column
        if down > 0 and across > 0:
            cells.append(Spanning("", row, column, down, across))
    return Grid(columns, rows, tuple(cells))


@dataclass(frozen=True)
class Filled:
    """A table with its text: the cells, and by their place the lines of each."""

    grid: Grid
    cells: tuple[Spanning, ...]
    lines: dict[tuple[int, int], list[Line]]

    def is_rest(self, row: int, before: Filled) -> bool:
        """Return whether a row is the rest of the last one of the page before, which the page's end cut.

        Then what it says goes on in the middle of a line, and something that does not go on is blank.
        """
        above = before._row(len(before.grid.rows) - 2)
        below = self._row(row)
        wrapped = [
            column in above and is_wrapped(above[column][-1], lines[0], self._width(column))
            for column, lines in below.items()
        ]
        return bool(wrapped) and all(wrapped) and len(below) < len(above)

    def _row(self, row: int) -> dict[int, list[Line]]:
        return {column: lines for (at, column), lines in self.lines.items() if at == row and lines}

    def _width(self, column: int) -> float:
        return self.grid.columns[column + 1] - self.grid.columns[column]


def fill_grid(grid: Grid, signs: Iterable[Sign]) -> Filled:
    """Return the table with the text that stands in each cell."""
    owner = {
        (cell.row + below, cell.column + beside): cell
        for cell in grid.cells
        for below in range(cell.rows)
        for beside in range(cell.columns)
    }
    inside: dict[Spanning, list[Sign]] = {cell: [] for cell in grid.cells}
    for sign in signs:
        row = bisect_right(grid.rows, (sign.top + sign.bottom) / 2) - 1
        column = bisect_right(grid.columns, (sign.left + sign.right) / 2) - 1
        if (cell := owner.get((row, column))) is not None:
            inside[cell].append(sign)
    lines = {cell: read_lines(within) for cell, within in inside.items()}
    filled = tuple(replace(cell, text=_text(grid, cell, lines[cell])) for cell in grid.cells)
    return Filled(grid, filled, {(cell.row, cell.column): within for cell, within in lines.items()})


def _text(grid: Grid, cell: Spanning, lines: Sequence[Line]) -> str:
    return cell_text(lines, grid.columns[cell.column + cell.columns] - grid.columns[cell.column])


def _edges(positions: Iterable[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > _SAME:
            edges.append(position)
    return tuple(edges)


def _at(edges: Sequence[float], position: float) -> int:
    return bisect_right(edges, position + 0.01) - 1
