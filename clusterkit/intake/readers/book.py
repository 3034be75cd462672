"""What every reader gives: a book of sheets, each a list of rows as the spreadsheet shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TypeAlias

from clusterkit.findings import Finding

Cell: TypeAlias = str | float | int | bool | date | datetime | time | timedelta
Rows: TypeAlias = list[list[Cell]]
Merged: TypeAlias = list[tuple[tuple[int, int], tuple[int, int]]]


class UnreadableFile(Exception):
    """A file cannot be read at all; ``finding`` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True)
class Look:
    """What a second look at a sheet tells that the fast reader does not.

    Parameters
    ----------
    hidden_rows
        1-based rows that are hidden or filtered away.
    hidden_columns
        0-based columns that are hidden.
    percent_cells
        ``(row, column)`` (1-based, 0-based) of the cells shown as a percentage, for the columns asked.
    error_cells
        Cells that hold an error such as ``#DIV/0!``; they read as empty.
    unsaved_cells
        Cells with a formula whose result was never stored; they read as empty, too.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percent_cells: frozenset[tuple[int, int]] = frozenset()
    error_cells: frozenset[tuple[int, int]] = frozenset()
    unsaved_cells: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Spot:
    """Which table of a document a sheet is.

    Parameters
    ----------
    number
        Its number in the document (in a PDF: on the page), from 1.
    first_page, last_page
        The pages it is on; 0 where the document has none of its own.
    follows
        Whether nothing stands between it and the table before it, so that it may be its continuation.
    rests
        Its rows (0-based) that read as the rest of a row which the page before ends with.

    Examples
    --------
    >>> str(Spot(2)), str(Spot(1, 3, 3)), str(Spot(1, 3, 5))
    ('表2', '第3页 表1', '第3—5页 表1')
    """

    number: int
    first_page: int = 0
    last_page: int = 0
    follows: bool = False
    rests: tuple[int, ...] = ()

    def __str__(self) -> str:
        if not self.first_page:
            return f"表{self.number}"
        last = f"—{self.last_page}" if self.last_page > self.first_page else ""
        return f"第{self.first_page}{last}页 表{self.number}"


@dataclass
class Sheet:
    """One sheet; ``rows[i]`` is the spreadsheet's row ``i + 1``, an empty cell is ``""``.

    Parameters
    ----------
    name
        Sheet name; empty for files without sheets.
    hidden
        Whether the sheet is hidden in the workbook.
    load
        Reads the rows; called once, when they are first asked for.
    merged
        Merged ranges as ``((row, column), (row, column))``, 0-based, both ends included.
    spot
        Which table of a document it is.
    look
        The second look (number formats, hidden rows); takes the 0-based columns whose formats matter.
    look_ahead
        Says that a second look will come, so that it can be prepared while the rows are read.
    notes
        The texts that stand above the table and outside of it, as in a document.
    findings
        What was noticed in reading the rows.
    """

    name: str
    load: Callable[[], Rows]
    hidden: bool = False
    merged: Callable[[], Merged] = list
    look: Callable[[tuple[int, ...]], Look] = lambda _columns: Look()
    look_ahead: Callable[[], None] = lambda: None
    notes: tuple[str, ...] = ()
    spot: Spot | None = None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def rows(self) -> Rows:
        """The rows, from the spreadsheet's row 1 on."""
        return self.load()

    def column(self, at: int) -> Sequence[Cell]:
        """Return the cells of a 0-based column; a row that is too short has an empty one there."""
        if self._grid is not None:
            return self._grid[at]
        return [row[at] if at < len(row) else "" for row in self.rows]

    @cached_property
    def _grid(self) -> list[tuple[Cell, ...]] | None:
        """The cells by column, where all rows are of one length."""
        even = len(set(map(len, self.rows))) == 1
        return list(zip(*self.rows, strict=True)) if even else None

    def forget(self) -> None:
        """Let the rows go, so that a folder of large files needs the memory of one."""
        for name in ("rows", "_grid"):
            self.__dict__.pop(name, None)


@dataclass
class Book:
    """A file as opened: its sheets in order, and what was noticed in opening it."""

    file: str
    sheets: list[Sheet]
    findings: list[Finding] = field(default_factory=list)
