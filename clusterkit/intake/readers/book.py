"""What every reader gives: a book of sheets, each a list of rows as the spreadsheet shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import zip_longest
from typing import TypeAlias

from clusterkit.findings import Finding

Cell: TypeAlias = str | float | int | bool | date | datetime | time | timedelta
Rows: TypeAlias = list[list[Cell]]


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
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percent_cells: frozenset[tuple[int, int]] = frozenset()


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
    look
        The second look (number formats, hidden rows); takes the 0-based columns whose formats matter.
    """

    name: str
    load: Callable[[], Rows]
    hidden: bool = False
    merged: Callable[[], list[tuple[tuple[int, int], tuple[int, int]]]] = list
    look: Callable[[tuple[int, ...]], Look] = lambda _columns: Look()

    @cached_property
    def rows(self) -> Rows:
        """The rows, from the spreadsheet's row 1 on."""
        return self.load()

    @cached_property
    def columns(self) -> list[Sequence[Cell]]:
        """The same cells by column; short rows are filled up with empty cells."""
        return list(zip_longest(*self.rows, fillvalue=""))

    def forget(self) -> None:
        """Let the rows go, so that a folder of large files needs the memory of one."""
        for name in ("rows", "columns"):
            self.__dict__.pop(name, None)


@dataclass
class Book:
    """A file as opened: its sheets in order, and what was noticed in opening it."""

    file: str
    sheets: list[Sheet]
    findings: list[Finding] = field(default_factory=list)
