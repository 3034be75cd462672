"""Make 待答问题.xlsx: how to fill it, a question a row with its answers in a drop-down, the same bytes every run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from clusterkit.forms.questions_book.asked import AskedRow, asked_row
from clusterkit.forms.questions_book.layout import (
    ANSWER,
    ASKED,
    COLUMNS,
    EXPLAINED,
    HOW_TO_ACCEPT,
    HOW_TO_FILL,
    NOTICED,
    NOTICES,
    OPTIONS,
    QUESTIONS,
    BookColumn,
)
from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.look import Look, height
from clusterkit.forms.workbook.page import Page
from clusterkit.questions import Question

_MOMENT = datetime(2025, 1, 1)
_OPTIONS = {
    "in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False,
}  # fmt: skip
_TEXT = {"num_format": "@"}
_KEYS = f"{OPTIONS}!$A:$A"
#: each row's list is found by its number, so that it stays the row's when the rows are sorted
_OWN_LIST = f"=OFFSET({OPTIONS}!$B$1,MATCH($A2,{_KEYS},0)-1,0,COUNTIF({_KEYS},$A2),1)"
_LONGEST = 32_000  # signs that a cell may hold


def questions_workbook(
    questions: Sequence[Question], title: str = "", notices: Sequence[Question] = ()
) -> bytes:
    """Return the workbook of some questions.

    Parameters
    ----------
    questions
        In the order in which they stand.
    title
        The cluster's name, for printed pages.
    notices
        The findings that may be accepted; they have a sheet of their own.
    """
    rows, noticed = ([asked_row(one) for one in several] for several in (questions, notices))
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"title": QUESTIONS, "author": "clusterkit", "created": _MOMENT})
        look, page = Look(book), Page(title or QUESTIONS)
        lines = (*HOW_TO_FILL, *([HOW_TO_ACCEPT] if noticed else ()))
        _explain(book.add_worksheet(EXPLAINED), _counts(rows, noticed), lines, look, page)
        sheet = book.add_worksheet(QUESTIONS)
        _listed(sheet, QUESTIONS, COLUMNS, rows, look, page)
        _drop_downs(sheet, COLUMNS, len(rows), _OWN_LIST)
        if noticed:
            sheet = book.add_worksheet(NOTICES)
            _listed(sheet, NOTICES, NOTICED, noticed, look, page)
            _drop_downs(sheet, NOTICED, len(noticed), list(noticed[0].options))
        _options(book.add_worksheet(OPTIONS), rows)
    return stream.getvalue()


def _counts(rows: Sequence[AskedRow], noticed: Sequence[AskedRow]) -> str:
    asked = f"{len(rows)} 个问题待答" if rows else "没有待答的问题"
    return f"{asked}；{len(noticed)} 个可接受的提醒" if noticed else asked


def _explain(sheet: Any, counts: str, lines: Sequence[str], look: Look, page: Page) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 1, page.title, look.plain(bold=True, font_size=14))
    sheet.write_string(1, 1, counts, look.plain(looks.GREY))
    for number, line in enumerate(lines, 1):
        sheet.write_number(number + 2, 0, number, look.plain(looks.CENTER))
        sheet.write_string(number + 2, 1, line, look.plain(text_wrap=True))
        sheet.set_row(number + 2, height(line, 110) + 4)
    page.set_up(sheet, EXPLAINED, header=False)


def _listed(
    sheet: Any, name: str, columns: Sequence[BookColumn], rows: Sequence[AskedRow], look: Look, page: Page
) -> None:
    for at, column in enumerate(columns):
        style = looks.DECIDED_HEAD if column.text is None else looks.HEAD
        sheet.write_string(0, at, column.header, look(style))
        sheet.set_column(at, at, column.width, None, {"hidden": column.hidden})
    sheet.set_row(0, 34)
    for line, row in enumerate(rows, 1):
        cells = [column.text(row)[:_LONGEST] if column.text else "" for column in columns]
        _row(sheet, columns, line, cells, look)
    shown = sum(not column.hidden for column in columns)
    sheet.freeze_panes(1, [column.header for column in columns].index(ASKED) + 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.print_area(0, 0, max(len(rows), 1), shown - 1)
    page.set_up(sheet, name)


def _row(sheet: Any, columns: Sequence[BookColumn], line: int, cells: Sequence[str], look: Look) -> None:
    tallest = 34.0
    for at, (column, text) in enumerate(zip(columns, cells, strict=True)):
        if at == 0:
            sheet.write_number(line, at, line, look(looks.CENTER))
        elif text:
            sheet.write_string(line, at, text, look(*_style(column)))
        else:
            sheet.write_blank(line, at, None, look(*_style(column)))
        if not column.hidden:
            tallest = max(tallest, height(text, column.width - 2.5))
    sheet.set_row(line, tallest)


def _style(column: BookColumn) -> tuple[dict[str, Any], ...]:
    return (_TEXT, looks.WRAP, *((looks.INPUT,) if column.text is None else ()))


def _drop_downs(sheet: Any, columns: Sequence[BookColumn], count: int, source: str | list[str]) -> None:
    if not count:
        return
    at = [column.header for column in columns].index(ANSWER)
    rule = {
        "validate": "list", "source": source, "error_type": "warning", "error_title": "不在可选的答案里",
        "error_message": "请从下拉列表里选一个；拿不准的空着。",
    }  # fmt: skip
    sheet.data_validation(1, at, count, at, rule)


def _options(sheet: Any, rows: Sequence[AskedRow]) -> None:
    """Write all answers below each other, each with its question's number."""
    line = 0
    for number, row in enumerate(rows, 1):
        for label in row.options:
            sheet.write_number(line, 0, number)
            sheet.write_string(line, 1, label)
            line += 1
    sheet.hide()
