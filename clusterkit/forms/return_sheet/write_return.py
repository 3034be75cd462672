"""Make a 退回修改单: a page of what to mend, the list as it came with the cells marked, and a hidden record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from clusterkit.forms.return_sheet.mending import Mend
from clusterkit.forms.return_sheet.record import write_record
from clusterkit.forms.return_sheet.spots import Spot, spots
from clusterkit.forms.return_sheet.write_list import write_list
from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.look import Look, height
from clusterkit.forms.workbook.page import Page
from clusterkit.intake.parts import whole_name
from clusterkit.intake.readers import Book, Sheet
from clusterkit.intake.received import SourceReading

PAGE = "需要修改的地方"
MOMENT = datetime(2025, 1, 1)
OPTIONS = {
    "in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False,
}  # fmt: skip
_LEVELS = {"error": "必须改", "warning": "请核对", "info": "请留意"}
_COLUMNS = (
    ("序号", 6), ("工作表", 16), ("单元格", 9), ("列", 20), ("轻重", 9), ("问题", 46), ("怎样改", 40), ("影响的指标", 26),
)  # fmt: skip
_HOW = (
    "请在后面的名单里改标红的单元格（鼠标停在上面有说明），不要增删行，也不要移动已有的列，缺的列加在最右边；"
    "改好后另存为 xlsx 发回。"
)
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def write_return(book: Book, readings: Sequence[SourceReading], mends: Sequence[Mend]) -> bytes:
    """Return the workbook of one list, the same bytes on every run.

    Parameters
    ----------
    book
        The list as a reader opened it.
    readings
        How its sheets were understood.
    mends
        What is to be mended in it, in the order in which that matters.
    """
    visible = [sheet for sheet in book.sheets if not sheet.hidden]
    names = dict(zip((sheet.name for sheet in visible), sheet_names(visible), strict=True))
    places = {one.id: spots(one, readings) for one in mends}
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as out:
        out.set_properties({"title": f"退回修改单 {book.file}", "author": "clusterkit", "created": MOMENT})
        look = Look(out)
        _page(out.add_worksheet(PAGE), book.file, mends, places, names, look)
        for sheet in visible:
            own = [one for one in mends if whole_name(one.place.sheet) == sheet.name]
            _list(out.add_worksheet(names[sheet.name]), sheet, own, places, readings, look)
        write_record(out, book.file, [(names[one.name], one.name, one.rows) for one in visible], mends)
    return stream.getvalue()


def sheet_names(sheets: Sequence[Sheet]) -> list[str]:
    """Return names that a workbook takes: short, without forbidden signs, each once."""
    found: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        name = (sheet.name.translate(_FORBIDDEN).strip("'") or "名单")[:28]
        taken = {one.casefold() for one in [*found, PAGE]}
        found.append(f"{name}_{number}" if name.casefold() in taken else name)
    return found


def _list(
    out: Any, sheet: Sheet, mends: Sequence[Mend], places: dict[str, list[Spot]],
    readings: Sequence[SourceReading], look: Look,
) -> None:  # fmt: skip
    marks: dict[Spot, list[str]] = defaultdict(list)
    for one in mends:
        for spot in places[one.id]:
            marks[spot].append(f"{one.wrong}\n→ {one.ask}")
    headers = [one.header_row for one in readings if one.header_row and whole_name(one.sheet) == sheet.name]
    rows = sheet.rows  # before the merged ranges: reading those lets the sheet go
    write_list(out, rows, sheet.merged(), marks, headers, look)


def _page(
    sheet: Any,
    file: str,
    mends: Sequence[Mend],
    places: dict[str, list[Spot]],
    names: dict[str, str],
    look: Look,
) -> None:
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, f"{file}：有 {len(mends)} 处需要修改或核对", look.plain(bold=True, font_size=14))
    sheet.write_string(1, 0, _HOW, look.plain(looks.GREY))
    for at, (header, broad) in enumerate(_COLUMNS):
        sheet.set_column(at, at, broad)
        sheet.write_string(3, at, header, look(looks.HEAD))
    for line, one in enumerate(mends, 4):
        shown = names.get(whole_name(one.place.sheet), "")
        cells = _cells(one, shown)
        sheet.write_number(line, 0, line - 3, look(looks.CENTER))
        for at, text in enumerate(cells, 1):
            sheet.write_string(line, at, text, look(looks.WRAP, {"num_format": "@"}))
        if shown and places[one.id]:
            cell = xl_rowcol_to_cell(*places[one.id][0])
            quoted = shown.replace("'", "''")
            sheet.write_url(line, 2, f"internal:'{quoted}'!{cell}", look(looks.CENTER, looks.LINK), cell)
        tallest = max(height(text, _COLUMNS[at][1] - 2.5) for at, text in enumerate(cells, 1))
        sheet.set_row(line, max(20.0, tallest))
    sheet.freeze_panes(4, 0)
    Page(file).set_up(sheet, PAGE, header=False)
    sheet.repeat_rows(3)


def _cells(one: Mend, shown: str) -> list[str]:
    where = "" if one.rows else "整列" if one.place.column else "整份"
    return [
        shown or one.place.sheet, where, one.place.column, _LEVELS[one.level], one.wrong, one.ask, "、".join(one.moves),
    ]  # fmt: skip
