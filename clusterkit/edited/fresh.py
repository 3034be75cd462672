"""A new workbook to edit: a sheet a table, all cells text, drop-down lists, and the hidden sheet that remembers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from clusterkit.edited import memory
from clusterkit.edited.heights import growing, row_height
from clusterkit.edited.shape import Rows, Sheet

ABOUT = "填写说明"
_MOMENT = datetime(2025, 1, 1)
_ROOM = 200  # rows below the table that have its looks
_LOOKS = {"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "vcenter", "border": 1}


def fresh_book(
    title: str,
    sheets: Sequence[Sheet],
    rows: Mapping[str, Rows],
    about: Sequence[str] = (),
    base: Mapping[str, Rows] | None = None,
) -> bytes:
    """Return a workbook with ``rows`` in it; the same bytes for the same rows.

    Parameters
    ----------
    title
        What it is called in its properties.
    sheets
        Its sheets, in their order.
    rows
        Sheet name → its rows.
    about
        Sentences on a sheet of their own: how to fill it in.
    base
        What it remembers as computed, where that is not ``rows`` (some of these are a person's).

    Examples
    --------
    >>> fresh_book("附表1", [Sheet("附表1", ("企业",), (20,))], {"附表1": [["甲"]]})[:2]
    b'PK'
    """
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"title": title, "author": "clusterkit", "created": _MOMENT})
        for sheet in sheets:
            _write_sheet(book, sheet, rows[sheet.name])
        if about:
            _write_about(book, about)
        _write_memory(book, memory.lines(sheets, rows if base is None else base))
    return growing(stream.getvalue())


def _write_sheet(book: Any, sheet: Sheet, rows: Rows) -> None:
    head = book.add_format({**_LOOKS, "bold": True, "align": "center", "bg_color": "#DDEBF7"})
    cell = book.add_format({**_LOOKS, "num_format": "@"})
    text = book.add_format({"font_name": "宋体", "font_size": 11, "text_wrap": True, "num_format": "@"})
    written = book.add_worksheet(sheet.name)
    for place, (header, width) in enumerate(zip(sheet.headers, sheet.widths, strict=True)):
        written.set_column(place, place, width, text)
        written.write_string(0, place, header, head)
    written.set_row(0, row_height(sheet, sheet.headers))
    for line, row in enumerate(rows, 1):
        written.set_row(line, row_height(sheet, row))
        for place, said in enumerate(row):
            written.write_string(line, place, said, cell)
    for place, words in sheet.choices:
        written.data_validation(1, place, len(rows) + _ROOM, place, _listed(words))
    written.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    written.freeze_panes(1, 0)
    written.repeat_rows(0)
    written.set_landscape()
    written.set_paper(9)  # A4
    written.fit_to_pages(1, 0)


def _listed(words: Sequence[str]) -> dict[str, Any]:
    cells = len(words) == 1 and words[0].startswith("=")
    return {
        "validate": "list",
        "source": words[0] if cells else list(words),
        "error_type": "warning",
        "error_title": "不在列表里",
        "error_message": "请从列表里选；确实要写别的，可以继续。",
    }


def _write_about(book: Any, about: Sequence[str]) -> None:
    written = book.add_worksheet(ABOUT)
    written.set_column(0, 0, 90, book.add_format({"font_name": "宋体", "font_size": 11, "text_wrap": True}))
    sheet = Sheet(ABOUT, ("",), (90,))
    for line, sentence in enumerate(about):
        written.set_row(line, row_height(sheet, [sentence]))
        written.write_string(line, 0, sentence)


def _write_memory(book: Any, lines: Sequence[Sequence[str]]) -> None:
    text = book.add_format({"num_format": "@"})
    written = book.add_worksheet(memory.NAME)
    for line, row in enumerate(lines):
        for place, said in enumerate(row):
            written.write_string(line, place, said, text)
    written.hide()
