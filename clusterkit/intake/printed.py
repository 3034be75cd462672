"""What a printed list prints again on every page: its header and its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clusterkit.intake.header.found import Header
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact

_LOOKED = 50  # rows in which a count must begin
_STEMS = frozenset("甲乙丙丁戊己庚辛壬癸")  # what a statistical form numbers its columns of words by


@dataclass(frozen=True)
class Printed:
    """What is printed above the body and may be printed again.

    Parameters
    ----------
    rows
        The header's rows, and the one below that numbers the columns (``numbered``), if there is one.
    titles
        The texts above the header.
    counted
        Whether the first column counts in digits, so that 一 in it begins a group.
    """

    rows: tuple[tuple[str, ...], ...]
    titles: frozenset[str]
    numbered: bool = False
    counted: bool = False

    @classmethod
    def of(cls, rows: Sequence[Sequence[Cell]], header: Header, name_at: int) -> Printed:
        """Return what stands in and above a header, whose names are in the column ``name_at``."""
        top, below = header.row - header.height, rows[header.row : header.row + 2]
        name = below[1][name_at] if len(below) > 1 and name_at < len(below[1]) else ""
        numbered = len(str(name)) > 1 and _numbers_columns(below[0])
        titles = frozenset(cell for row in rows[:top] for cell in row if isinstance(cell, str))
        said = (tuple(map(_said, row)) for row in rows[top : header.row + numbered])
        counted = any(row and _said(row[0]).isdigit() for row in rows[header.row : header.row + _LOOKED])
        return cls(tuple(said), titles - {""}, numbered, counted)

    def suspects(self, cells: Sequence[Cell], column: int) -> Iterator[int]:
        """Yield the positions of a column's cells that begin like its header or are a title."""
        if self.numbered:
            yield 0
        first = {row[column][:1] for row in self.rows if column < len(row)} - {""}
        for at, cell in enumerate(cells):
            if cell.__class__ is str and (cell[:1] in first or cell in self.titles):
                yield at

    def again(self, row: Sequence[Cell], columns: Sequence[int]) -> bool:
        """Return whether a row is one of these, as on every page of a printed list."""
        filled = [cell for cell in row if cell != ""]
        if len(filled) == 1 and filled[0] in self.titles:
            return True
        said = [_said(cell) for cell in row]
        if any(_is_line(said, line) for line in self.rows):
            return True
        alike = (
            sum(at < min(len(row), len(one)) and said[at] != "" and said[at] == one[at] for at in columns)
            for one in self.rows
        )
        return max(alike, default=0) >= max(2, len(columns) // 2)


def _is_line(said: Sequence[str], line: Sequence[str]) -> bool:
    """Return whether all that a row says stands in the header in the same places: a row of units, say."""
    filled = [at for at, text in enumerate(said) if text]
    return bool(filled) and all(at < len(line) and said[at] == line[at] for at in filled)


def _said(cell: Cell) -> str:
    return compact(str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell))


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Return whether a row numbers the columns, as below the header of a statistical form.

    Examples
    --------
    >>> _numbers_columns(["甲", "乙", 1.0, "2"]), _numbers_columns(["1", "甲", 5]), _numbers_columns(["1", "2", "3"])
    (True, False, True)
    """
    filled = [said.strip("()") for cell in row if (said := _said(cell))]
    words = [said for said in filled if said in _STEMS]
    figures = [str(number) for number in range(1, len(filled) - len(words) + 1)]
    return filled == [*words, *figures] and len(filled) > 2
