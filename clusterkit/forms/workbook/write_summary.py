"""Put 指标汇总 into cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.look import Look, height
from clusterkit.forms.workbook.page import UNFINISHED, Page
from clusterkit.forms.workbook.sections import SUMMARY
from clusterkit.forms.workbook.summary import Row
from clusterkit.forms.workbook.summary_columns import (
    CHANGED,
    CHECK,
    MISSING,
    VALUE,
    SummaryColumn,
    summary_columns,
)


def write_summary(sheet: Any, rows: Sequence[Row], look: Look, page: Page) -> None:
    """Write the first sheet: the header in row 1, an indicator a row."""
    columns = summary_columns(rows)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.header, look(looks.HEAD))
        sheet.set_column(at, at, column.width)
    for line, row in enumerate(rows, 1):
        new_group = line > 1 and rows[line - 2].group != row.group
        _row(sheet, line, row, columns, look, looks.GROUP if new_group else {})
    sheet.set_row(0, 34)
    _arrange(sheet, len(rows), columns)
    _mark(sheet, len(rows), columns, look)
    page.set_up(sheet, SUMMARY)
    if page.unfinished:
        said = f"{UNFINISHED}：本底稿生成时仍有错误未处理，仅供讨论。"
        sheet.write_string(len(rows) + 2, 2, said, look.plain(looks.WRONG))


def _row(
    sheet: Any, line: int, row: Row, columns: Sequence[SummaryColumn], look: Look, more: dict[str, Any]
) -> None:
    cells = {column.header: xl_rowcol_to_cell(line, at) for at, column in enumerate(columns)}
    tallest = 1.0
    for at, column in enumerate(columns):
        shown, target = column.shows(row, cells), column.target(row)
        style = look(column.style(row), looks.LINK if target else {}, more)
        if target:
            sheet.write_url(line, at, target, style, str(shown.value), "查看逐行依据")
        elif shown.formula:
            sheet.write_formula(line, at, shown.formula, style, "" if shown.value is None else shown.value)
        else:
            sheet.write(line, at, shown.value, style)
        if column.printed and isinstance(shown.value, str):
            tallest = max(tallest, height(shown.value, column.width))
    sheet.set_row(line, tallest)


def _arrange(sheet: Any, lines: int, columns: Sequence[SummaryColumn]) -> None:
    last = lines, len(columns) - 1
    place = [column.header for column in columns].index
    sheet.freeze_panes(1, place(VALUE))
    sheet.autofilter(0, 0, *last)
    sheet.print_area(0, 0, lines + 2, sum(column.printed for column in columns) - 1)
    sheet.ignore_errors(dict.fromkeys(("formula_range", "formula_differs"), xl_range(0, 0, *last)))


def _mark(sheet: Any, lines: int, columns: Sequence[SummaryColumn], look: Look) -> None:
    place = [column.header for column in columns].index
    for header, criteria, value, style in (
        (CHECK, "==", f'"{CHANGED}"', looks.WRONG),
        (MISSING, ">", 0, looks.MISSING),
    ):
        rule = {"type": "cell", "criteria": criteria, "value": value, "format": look.mark(style)}
        sheet.conditional_format(1, place(header), lines, place(header), rule)
