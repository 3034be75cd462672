"""One evidence sheet: the list's columns, where each row comes from, then 计入, reason and amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from clusterkit.compute.contribution import COUNTED
from clusterkit.compute.reasons import Reasons
from clusterkit.forms.workbook.sheets import Block, EvidenceSheet
from clusterkit.forms.workbook.styles import Styles, width
from clusterkit.guide.formula.tree import Node
from clusterkit.tables import Field

Ranges = dict[tuple[str, Node], list[tuple[str, str]]]
_PLACES = (("_file", "来源文件"), ("_sheet", "工作表"), ("_line", "行"))
_KINDS = {"uscc": "code", "industry": "code", "date": "date", "until": "date", "boolean": "centre", "year": "count"}


@dataclass(frozen=True)
class Column:
    """One column of a sheet: header, values, format, and how a value is written."""

    header: str
    values: list[Any]
    style: str
    level: int = 0
    block: Block | None = None
    role: str = ""
    call: Node | None = None


def write_evidence(sheet: Worksheet, one: EvidenceSheet, styles: Styles, reasons: Reasons, ranges: Ranges) -> None:
    """Write the sheet and note where each indicator's flags and amounts stand."""
    columns = [*_fields(one), *_places(one), *(column for block in one.blocks for column in _block(one, block, reasons))]
    rows = len(one.frame)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.header, styles["head"])
        shown = width([column.header, *(str(value) for value in column.values[:200] if value is not None)])
        sheet.set_column(at, at, 10 if column.role == "flag" else shown, None, {"level": column.level})
        write = _writer(sheet, column.style)
        for row, value in enumerate(column.values, 1):
            if value is None:
                sheet.write_blank(row, at, None, styles[column.style])
            else:
                write(row, at, value, styles[column.style])
    _note_ranges(one, columns, ranges)
    _dress(sheet, columns, rows, styles)


def _dress(sheet: Worksheet, columns: list[Column], rows: int, styles: Styles) -> None:
    last = max(rows, 1)
    sheet.set_row(0, 42)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for at, column in enumerate(columns):
        if column.role == "flag":
            rule = {"validate": "list", "source": [0, 1], "error_title": "计入", "error_message": "只能填 0 或 1。"}
            sheet.data_validation(1, at, last, at, rule)
            found = {"type": "cell", "criteria": "==", "value": 1, "format": styles.counted}
            sheet.conditional_format(1, at, last, at, found)


def _fields(one: EvidenceSheet) -> Iterator[Column]:
    for name, field in one.table.fields.items():
        if name in one.frame and one.frame[name].notna().any():
            values = [_plain(value, field) for value in one.frame[name].tolist()]
            header = f"{field.header}（{field.unit}）" if field.unit else field.header
            yield Column(header, values, "number" if field.type == "amount" else _KINDS.get(field.type, "text"))


def _places(one: EvidenceSheet) -> Iterator[Column]:
    for name, header in _PLACES:
        if name in one.frame:
            values = [None if pd.isna(value) or value == "" else value for value in one.frame[name].tolist()]
            yield Column(header, values, "count" if name == "_line" else "text")


def _block(one: EvidenceSheet, block: Block, reasons: Reasons) -> Iterator[Column]:
    """Yield an indicator's columns; where several read one list, all but 计入 fold away."""
    level = 1 if len(one.blocks) > 1 else 0
    name, status = block.indicator.name, block.part.status
    yield Column(f"计入：{name}", [int(value == COUNTED) for value in status], "flag", 0, block, "flag")
    said = [reasons.of(block.part, position) for position in range(len(status))]
    yield Column(f"理由：{name}", said, "text", level, block, "reason")
    for amounts in block.amounts:
        values = [None if value != value else float(value) for value in amounts.values.tolist()]
        yield Column(amounts.header, values, "number", level, block, "amount", amounts.call)


def _note_ranges(one: EvidenceSheet, columns: list[Column], ranges: Ranges) -> None:
    last = max(len(one.frame), 1) + 1
    flags = {column.block.indicator.id: at for at, column in enumerate(columns) if column.role == "flag" and column.block}
    for at, column in enumerate(columns):
        if column.block is None or column.role == "reason":
            continue
        name = column.block.indicator.id
        flag = _range(one.name, flags[name], last)
        for call in column.block.indicator.aggregates:
            if column.role == "flag" and call.function == "count":
                ranges.setdefault((name, call), []).append(("", flag))
        if column.call is not None:
            ranges.setdefault((name, column.call), []).append((_range(one.name, at, last), flag))


def _range(sheet: str, column: int, last: int) -> str:
    letters = xl_col_to_name(column, col_abs=True)
    return f"'{sheet}'!{letters}$2:{letters}${last}"


def _plain(value: Any, field: Field) -> Any:
    """Return a cell's value as Excel holds it; None for a blank."""
    if value is None or pd.isna(value):
        return None
    if field.type == "boolean":
        return "是" if value else "否"
    if field.type in ("date", "until"):
        return "长期" if value.year == 9999 else value
    return str(value) if isinstance(value, str) else value


def _writer(sheet: Worksheet, style: str) -> Callable[..., Any]:
    """Return how a column's values are written: text never as a formula, codes never as numbers."""

    def write(row: int, column: int, value: Any, form: Any) -> None:
        if isinstance(value, str):
            sheet.write_string(row, column, value, form)
        elif style == "date":
            sheet.write_datetime(row, column, value, form)
        else:
            sheet.write_number(row, column, value, form)

    return write
