"""A ruled table of a page: from the boxes of its cells to rows and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clusterkit.intake.readers.pdf.signs import Sign, cell_text, read_lines
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


def fill_grid(grid: Grid, signs: Iterable[Sign]) -> list[Spanning]:
    """Return the cells with the text that stands in each."""
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
    return [_filled(grid, cell, inside[cell]) for cell in grid.cells]


def _filled(grid: Grid, cell: Spanning, signs: Sequence[Sign]) -> Spanning:
    left, right = grid.columns[cell.column], grid.columns[cell.column + cell.columns]
    text = cell_text(read_lines(signs), left, right)
    return Spanning(text, cell.row, cell.column, cell.rows, cell.columns)


def _edges(positions: Iterable[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > _SAME:
            edges.append(position)
    return tuple(edges)


def _at(edges: Sequence[float], position: float) -> int:
    return bisect_right(edges, position + 0.01) - 1
