"""A workbook that somebody edited, with new figures in it: colours, comments, own columns and sheets stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.formula.translate import Translator

from clusterkit.edited import memory
from clusterkit.edited.book import EditedBook, columns_of, sheet_of
from clusterkit.edited.heights import growing, row_height
from clusterkit.edited.merge import Merged
from clusterkit.edited.shape import Figure, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class _Kept:
    """A cell as it was: what moves with its row."""

    value: Any = None
    kind: str = "n"
    at: str = ""
    looks: Any = None
    comment: Any = None
    link: Any = None


@dataclass(frozen=True, slots=True)
class _KeptRow:
    cells: tuple[_Kept, ...] = ()
    height: float | None = field(default=None)


def updated(book: EditedBook, sheets: Sequence[Sheet], merged: Mapping[str, Merged]) -> bytes | None:
    """Return the workbook with the merged rows in it; None where it holds them already."""
    changed = [sheet for sheet in sheets if _differs(book, sheet, merged[sheet.name])]
    base = {name: made.base for name, made in merged.items()}
    if not changed and book.base == {name: [list(row) for row in rows] for name, rows in base.items()}:
        return None
    made = openpyxl.load_workbook(BytesIO(book.data))
    for place, sheet in enumerate(sheets):
        worksheet = sheet_of(made, sheet, place)
        if sheet in changed and worksheet is not None:
            _rewrite(sheet, worksheet, book, merged[sheet.name])
    _remember(made, memory.lines(sheets, base))
    stream = BytesIO()
    made.save(stream)
    return growing(stream.getvalue())


def _differs(book: EditedBook, sheet: Sheet, merged: Merged) -> bool:
    lines = book.lines[sheet.name]
    if any(isinstance(text, Figure) for line in lines for text in line.cells):
        return True
    return [line.cells for line in lines] != list(merged.rows)


def _rewrite(sheet: Sheet, worksheet: Worksheet, book: EditedBook, merged: Merged) -> None:
    """Write the merged rows from row 2 on, each with what belonged to its old row."""
    _unmerge(worksheet)
    columns = columns_of(sheet, worksheet)
    kept = {line.row: _row(worksheet, line.row) for line in book.lines[sheet.name]}
    model = next(iter(kept.values()), _KeptRow())
    last = worksheet.max_row
    numbers = [None if place is None else book.lines[sheet.name][place].row for place in merged.origin]
    for row, (number, texts) in enumerate(zip(numbers, merged.rows, strict=True), 2):
        _put(worksheet, row, kept[number] if number else _new(model))
        worksheet.row_dimensions[row].height = max(
            worksheet.row_dimensions[row].height or 0, row_height(sheet, texts)
        )
        for header, text in zip(sheet.headers, texts, strict=True):
            _write(worksheet.cell(row, columns[header]), text)
    for row in range(len(merged.rows) + 2, last + 1):
        _put(worksheet, row, _new(_row(worksheet, row)))


def _unmerge(worksheet: Worksheet) -> None:
    for area in list(worksheet.merged_cells.ranges):
        if area.max_row > 1:
            worksheet.unmerge_cells(str(area))


def _row(worksheet: Worksheet, row: int) -> _KeptRow:
    cells: list[Any] = [worksheet.cell(row, column) for column in range(1, worksheet.max_column + 1)]
    kept = tuple(
        _Kept(one.value, one.data_type, one.coordinate, copy(one._style), one.comment, one.hyperlink)
        for one in cells
    )
    return _KeptRow(kept, worksheet.row_dimensions[row].height)


def _new(model: _KeptRow) -> _KeptRow:
    """Return a row that looks like another and says nothing."""
    return _KeptRow(tuple(_Kept(looks=cell.looks) for cell in model.cells))


def _put(worksheet: Worksheet, row: int, kept: _KeptRow) -> None:
    for column, said in enumerate(kept.cells, 1):
        cell: Any = worksheet.cell(row, column)
        cell.value = said.value
        if said.kind == "f" and isinstance(said.value, str):
            cell.value = Translator(said.value, origin=said.at).translate_formula(cell.coordinate)
        elif said.kind == "s":
            cell.data_type = "s"  # not a formula, whatever it begins with
        cell.hyperlink, cell.comment = copy(said.link), copy(said.comment)
        cell._style = copy(said.looks)
    worksheet.row_dimensions[row].height = kept.height
    worksheet.row_dimensions[row].hidden = False


def _write(cell: Any, text: str) -> None:
    if text:
        cell.value, cell.data_type = text, "s"
    else:
        cell.value = None
    cell.number_format = "@"


def _remember(book: openpyxl.Workbook, lines: Sequence[Sequence[str]]) -> None:
    if memory.NAME in book.sheetnames:
        del book[memory.NAME]
    sheet = book.create_sheet(memory.NAME)
    for row, texts in enumerate(lines, 1):
        for column, text in enumerate(texts, 1):
            _write(sheet.cell(row, column), text)
    sheet.sheet_state = "hidden"
