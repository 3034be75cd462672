"""Workbooks whose tables do not begin in A1: titles, headers of several rows, several tables on a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from making.book import MADE
from making.dirty.layout import Block, Grid, Page, Text


def write_workbook(path: Path, *pages: Page) -> None:
    """Write sheets as an xlsx file, the same bytes every time."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": MADE, "author": "示例部门（虚构）"})
        looks = _looks(book)
        for page in pages:
            sheet = book.add_worksheet(page.name)
            _lay(sheet, page.blocks, looks)
            if page.hidden:
                sheet.hide()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "宋体", "valign": "vcenter"}
    return {
        "title": book.add_format({**base, "bold": True, "align": "center", "font_size": 16}),
        "body": book.add_format(base),
        "mark": book.add_format(base),
        "right": book.add_format({**base, "align": "right"}),
        "head": book.add_format({**base, "bold": True, "border": 1, "align": "center", "text_wrap": True}),
        "cell": book.add_format({**base, "border": 1, "text_wrap": True}),
        "day": book.add_format({**base, "border": 1, "num_format": "yyyy/m/d"}),
    }


def _lay(sheet: Any, blocks: Sequence[Block], looks: dict[str, Any]) -> None:
    width = max((len(row) for block in blocks if isinstance(block, Grid) for row in block.rows), default=1)
    line = 0
    for block in blocks:
        if isinstance(block, Text):
            if block.text and width > 1:
                sheet.merge_range(line, 0, line, width - 1, block.text, looks[block.look])
            elif block.text:
                sheet.write_string(line, 0, block.text, looks[block.look])
            line += 1
        elif isinstance(block, Grid):
            line = _grid(sheet, block, line, looks)
    sheet.set_column(0, width - 1, 14)


def _grid(sheet: Any, grid: Grid, top: int, looks: dict[str, Any]) -> int:
    for number, cells in enumerate(grid.rows):
        look = looks["head" if number < grid.header else "cell"]
        for column, value in enumerate(cells):
            _write(sheet, top + number, column, value, look, looks["day"])
    for (first, left), (last, right) in grid.merged:
        look = looks["head" if first < grid.header else "cell"]
        value = grid.rows[first][left]
        sheet.merge_range(top + first, left, top + last, right, "" if value is None else value, look)
    return top + len(grid.rows)


def _write(sheet: Any, line: int, column: int, value: Any, look: Any, day: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(line, column, None, look)
    elif isinstance(value, dt.date):
        sheet.write_datetime(line, column, dt.datetime.combine(value, dt.time()), day)
    elif isinstance(value, str):
        sheet.write_string(line, column, value, look)
    else:
        sheet.write_number(line, column, value, look)
