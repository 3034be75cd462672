"""A workbook that people edit, as it lies in ``tables/``: its lines, what it remembers, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import openpyxl

from clusterkit.edited import memory
from clusterkit.edited.cells import plain, said
from clusterkit.edited.shape import Line, Rows, Sheet
from clusterkit.findings import Finding, Place, finding

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class EditedBook:
    """What stands in a workbook.

    Parameters
    ----------
    name
        Its file name.
    lines
        Sheet name → its lines; an unreadable sheet has none.
    base
        Sheet name → what was computed when it was written; None where the workbook does not remember.
    findings
        What is wrong with it; where there is anything, it is not written again.
    data
        The file's bytes.
    """

    name: str
    lines: dict[str, list[Line]]
    base: dict[str, Rows] | None = None
    findings: list[Finding] = field(default_factory=list)
    data: bytes = field(default=b"", repr=False)


def open_book(path: Path, sheets: Sequence[Sheet]) -> EditedBook:
    """Read a workbook; what cannot be read is a finding and gives no lines."""
    try:
        data = path.read_bytes()
        book = openpyxl.load_workbook(BytesIO(data))
        values = openpyxl.load_workbook(BytesIO(data), data_only=True) if _has_formulas(book) else book
    except (BadZipFile, KeyError, OSError, ValueError, EOFError):
        empty: dict[str, list[Line]] = {sheet.name: [] for sheet in sheets}
        return EditedBook(path.name, empty, findings=[finding("annex_file_unreadable", Place(path.name))])
    lines, findings = {}, []
    for place, sheet in enumerate(sheets):
        found = list(_blank_formulas(sheet, book, values, place, path.name))
        lines[sheet.name], faults = _lines(sheet, sheet_of(values, sheet, place), path.name)
        findings += [*faults, *found]
    known = memory.NAME in book.sheetnames
    base = memory.remembered(sheets, book[memory.NAME]) if known else None
    return EditedBook(path.name, lines, base, findings, data)


def sheet_of(book: openpyxl.Workbook, sheet: Sheet, place: int) -> Worksheet | None:
    """Return a sheet by its name, or by its place where somebody renamed it."""
    if sheet.name in book.sheetnames:
        return book[sheet.name]
    others = [one for one in book.worksheets if one.title != memory.NAME]
    return others[place] if place < len(others) else None


def columns_of(sheet: Sheet, worksheet: Worksheet) -> dict[str, int]:
    """Return the 1-based columns of a sheet's headers; those that are missing are left out."""
    found: dict[str, int] = {}
    for column, header in enumerate(_headers(worksheet), 1):
        found.setdefault(header, column)
    return {header: found[plain(header)] for header in sheet.headers if plain(header) in found}


def _headers(worksheet: Worksheet) -> list[str]:
    return [plain(value) for value in next(worksheet.iter_rows(max_row=1, values_only=True), ())]


def _has_formulas(book: openpyxl.Workbook) -> bool:
    return any(
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )


def _lines(sheet: Sheet, worksheet: Worksheet | None, file: str) -> tuple[list[Line], list[Finding]]:
    place = Place(file, sheet.name)
    columns = columns_of(sheet, worksheet) if worksheet is not None and worksheet.max_row else {}
    missing = [header for header in sheet.headers if header not in columns]
    if missing or worksheet is None:
        return [], [finding("annex_header_missing", place, headers="、".join(missing))]
    merged = _merged(worksheet)
    others = {
        column: name for column, name in enumerate(_headers(worksheet), 1) if column not in columns.values()
    }
    made = [
        Line(
            tuple(_text(row[columns[header] - 1], merged) for header in sheet.headers),
            number,
            tuple(
                (name, text) for column, name in others.items() if (text := _text(row[column - 1], merged))
            ),
        )
        for number, row in enumerate(worksheet.iter_rows(min_row=2), 2)
    ]
    return [line for line in made if line.beside or any(line.cells[column] for column in sheet.columns)], []


def _merged(worksheet: Worksheet) -> dict[tuple[int, int], Any]:
    """Return the cells that a merge covers: each says what the merge says."""
    return {
        (row, area.min_col): worksheet.cell(area.min_row, area.min_col)
        for area in worksheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
    }


def _text(cell: Any, merged: dict[tuple[int, int], Any]) -> str:
    shown = merged.get((cell.row, cell.column), cell)
    return said(shown.value, getattr(shown, "number_format", ""))


def _blank_formulas(
    sheet: Sheet, book: openpyxl.Workbook, values: openpyxl.Workbook, place: int, file: str
) -> Iterator[Finding]:
    """Say where a formula has no value yet: the file was never calculated."""
    formulas, shown = sheet_of(book, sheet, place), sheet_of(values, sheet, place)
    if formulas is None or shown is None or values is book:
        return
    for header, column in columns_of(sheet, formulas).items():
        for row in range(2, formulas.max_row + 1):
            if formulas.cell(row, column).data_type == "f" and shown.cell(row, column).value is None:
                yield finding("edited_formula_blank", Place(file, sheet.name, row, header))
