"""Writing the files as they come from departments, and keeping a note of every trap."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

MADE = dt.datetime(2025, 3, 3, 9, 0, 0)
PERCENT = "0.0%"


@dataclass(frozen=True)
class Trap:
    """One trap of the sample data: where it lies, what is the matter, what should happen."""

    what: str
    file: str
    row: int
    sheet: str
    result: str


@dataclass
class Sheet:
    """One sheet (or CSV): merged titles and notes on top, a header, rows; traps are noted as rows are added."""

    name: str
    header: Sequence[str]
    titles: Sequence[str] = ()
    hidden: bool = False
    percent: str | None = None  # the header of a column formatted as a percentage
    rows: list[Sequence[Any]] = field(default_factory=list)
    traps: list[tuple[int, str, str]] = field(default_factory=list)

    def add(self, *cells: Any, trap: str = "", result: str = "") -> None:
        """Add a row; a trap names itself and what should happen."""
        self.rows.append(cells)
        if trap:
            self.traps.append((self.line, trap, result))

    @property
    def line(self) -> int:
        """The spreadsheet row of the row added last."""
        return len(self.titles) + 1 + len(self.rows)

    def line_of(self, name: str, column: int) -> int:
        """Return the spreadsheet row on which a name stands."""
        place = next(place for place, row in enumerate(self.rows) if row[column] == name)
        return len(self.titles) + 2 + place


class Raw:
    """The folder ``raw/``."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.traps: list[Trap] = []
        self.sheets: dict[tuple[str, str], Sheet] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def xlsx(self, file: str, *sheets: Sheet) -> None:
        """Write a workbook, the same bytes every time."""
        with xlsxwriter.Workbook(self.folder / file) as book:
            book.set_properties({"created": MADE, "author": "示例部门（虚构）"})
            for sheet in sheets:
                _write(book, sheet)
        self._note(file, sheets)

    def text(self, file: str, sheet: Sheet, encoding: str) -> None:
        """Write a CSV in the encoding that its department's software uses."""
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerows([title] for title in sheet.titles)
        writer.writerow(sheet.header)
        writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
        (self.folder / file).write_bytes(lines.getvalue().encode(encoding))
        self._note(file, [sheet])

    def _note(self, file: str, sheets: Iterable[Sheet]) -> None:
        for sheet in sheets:
            self.sheets[file, sheet.name] = sheet
            name = "" if file.endswith(".csv") else sheet.name
            self.traps.extend(Trap(what, file, line, name, result) for line, what, result in sheet.traps)


def _plain(cell: Any) -> str:
    return "" if cell is None else cell.strftime("%Y/%m/%d") if isinstance(cell, dt.date) else str(cell)


def _write(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    title = book.add_format({"bold": True, "align": "center", "font_size": 14})
    note = book.add_format({"align": "right"})
    head = book.add_format({"bold": True, "border": 1, "align": "center"})
    day, share = book.add_format({"num_format": "yyyy/m/d"}), book.add_format({"num_format": PERCENT})
    for line, words in enumerate(sheet.titles):
        page.merge_range(line, 0, line, max(1, len(sheet.header) - 1), words, note if line else title)
    top = len(sheet.titles)
    page.write_row(top, 0, sheet.header, head)
    page.freeze_panes(top + 1, 0)
    page.set_column(0, len(sheet.header) - 1, 16)
    for line, row in enumerate(sheet.rows, start=top + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                page.write_datetime(line, column, dt.datetime.combine(cell, dt.time()), day)
            elif sheet.percent == sheet.header[column] and cell is not None:
                page.write_number(line, column, cell, share)
            elif isinstance(cell, str):
                page.write_string(line, column, cell)
            elif cell is not None:
                page.write_number(line, column, cell)
    if sheet.hidden:
        page.hide()
