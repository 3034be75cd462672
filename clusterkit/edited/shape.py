"""What a sheet that people edit looks like, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

Rows = Sequence[Sequence[str]]


class Figure(str):
    """The text of a cell that holds a number: Excel offers to make numbers of text, and 4 is no edit of 4.00."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Parameters
    ----------
    name
        What the sheet is called.
    headers
        The headers of row 1, without line breaks.
    widths
        How wide the columns are, in Excel's characters.
    key
        The columns that say which row is which.
    numbers
        The column of running numbers, which follow the rows' places; None for none.
    choices
        Column → the words of its drop-down list, or one reference to the cells that hold them
        (``"=任务分工!$B$2:$B$200"``).
    """

    name: str
    headers: tuple[str, ...]
    widths: tuple[float, ...]
    key: tuple[int, ...] = (0,)
    numbers: int | None = None
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that can say something: all but the running number."""
        return tuple(place for place in range(len(self.headers)) if place != self.numbers)

    @property
    def free(self) -> tuple[int, ...]:
        """The columns that say something and do not name the row."""
        return tuple(place for place in self.columns if place not in self.key)

    def keyed(self, row: Sequence[str]) -> tuple[str, ...]:
        """Return what a row is called."""
        return tuple(row[place] for place in self.key)

    def called(self, row: Sequence[str]) -> str:
        """Return what a row is called, for a sentence.

        Examples
        --------
        >>> Sheet("年度安排", ("年度", "任务"), (8, 20), key=(0, 1)).called(["2025", "建线"])
        '2025 建线'
        """
        return " ".join(part for part in self.keyed(row) if part) or "（无名称）"


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands in a sheet that somebody edited.

    Parameters
    ----------
    cells
        The texts below the sheet's headers.
    row
        Its row in the spreadsheet.
    beside
        What stands in that row below headers that are not the tool's.
    """

    cells: tuple[str, ...]
    row: int = 0
    beside: tuple[tuple[str, str], ...] = ()


def same(edited: str, known: str) -> bool:
    """Return whether a cell says what the tool wrote.

    Examples
    --------
    >>> same("4.0", "4.00"), same(Figure("4"), "4.00"), same(Figure("4"), "5.00")
    (False, True, False)
    """
    if edited == known or not isinstance(edited, Figure):
        return edited == known
    try:
        return Decimal(edited) == Decimal(known)
    except InvalidOperation:
        return False
