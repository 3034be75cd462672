"""What a person did to a workbook since the tool wrote it: cells changed, rows added, rows deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import openpyxl

from clusterkit.edited import memory
from clusterkit.edited.fresh import ABOUT
from clusterkit.edited.pairing import by_content, by_name
from clusterkit.edited.shape import Line, Rows, Sheet, same


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a person did.

    Parameters
    ----------
    kind
        A ``cell`` changed, one written ``beside`` the tool's columns, a row ``added``, a row ``deleted``.
    row
        The row of the spreadsheet; 0 for a row that is not there any more.
    called
        What the row is called.
    column, before, after
        Of a cell: its header, what the tool had written, what stands there. Of a row that was added or deleted:
        all that it says, in ``after`` or ``before``.
    """

    kind: Literal["cell", "beside", "added", "deleted"]
    row: int
    called: str
    column: str = ""
    before: str = ""
    after: str = ""


def edits(sheet: Sheet, base: Rows, lines: Sequence[Line]) -> Iterator[Edit]:
    """Yield what a person did to a sheet, in the order of its rows; what was deleted comes last.

    Parameters
    ----------
    sheet
        What the sheet looks like.
    base
        What the tool wrote.
    lines
        What stands in the sheet now.

    Examples
    --------
    >>> sheet = Sheet("附表1", ("企业", "产品"), (20, 10))
    >>> [one] = edits(sheet, [["甲", "芯片"]], [Line(("甲", "传感器"), 2)])
    >>> one.row, one.column, one.before, one.after
    (2, '产品', '芯片', '传感器')
    """
    cells = [line.cells for line in lines]
    named = by_name(sheet, base, cells)
    known = {**named, **by_content(sheet, base, cells, named, ())}
    written = {place: before for before, place in known.items()}
    for place, line in enumerate(lines):
        if place in written:
            yield from _of_cells(sheet, base[written[place]], line)
        else:
            yield Edit("added", line.row, sheet.called(line.cells), after=_whole(sheet, line.cells))
        for header, text in line.beside:
            yield Edit("beside", line.row, sheet.called(line.cells), header, after=text)
    for before, row in enumerate(base):
        if before not in known:
            yield Edit("deleted", 0, sheet.called(row), before=_whole(sheet, row))


def _of_cells(sheet: Sheet, base: Sequence[str], line: Line) -> Iterator[Edit]:
    for column in sheet.columns:
        if not same(line.cells[column], base[column]):
            called, header = sheet.called(line.cells), sheet.headers[column]
            yield Edit("cell", line.row, called, header, base[column], str(line.cells[column]))


def _whole(sheet: Sheet, row: Sequence[str]) -> str:
    return "，".join(f"{sheet.headers[place]} {row[place]}" for place in sheet.columns if row[place])


def further(data: bytes, sheets: Sequence[Sheet]) -> tuple[list[str], int]:
    """Return the names of the sheets that a person added to a workbook, and how many comments they wrote."""
    book = openpyxl.load_workbook(BytesIO(data))
    tools = {*(sheet.name for sheet in sheets), ABOUT, memory.NAME}
    comments = sum(
        cell.comment is not None for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )
    return [name for name in book.sheetnames if name not in tools], comments
