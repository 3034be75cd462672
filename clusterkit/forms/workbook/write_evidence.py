"""Put an evidence sheet into cells: the header in row 1, so that filters and programs read it as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range

from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.columns import Cell, Column
from clusterkit.forms.workbook.look import Look, height, number_format, width
from clusterkit.forms.workbook.page import Page
from clusterkit.forms.workbook.sections import SUMMARY, Section

_MOST = {"long": 90.0, "decision": 15.0, "flag": 15.0}  # the widest a column gets, by kind
_USUAL, _FOLDED = 36.0, 30.0
_ORIGIN = ("_party", "_file", "_sheet", "_line", "_others", "_note")
_A_PAGE = 330  # characters across a page that can still be read


def write_evidence(sheet: Any, section: Section, look: Look, page: Page) -> None:
    """Write one evidence sheet."""
    broad = sum(_column(sheet, section, at, look) for at in range(len(section.columns)))
    last = max(section.lines, 1), len(section.columns) - 1
    sheet.set_row(0, 68)
    _tall(sheet, section)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, *last)
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, *last)})
    _marks(sheet, section, look)
    page.set_up(sheet, section.name, across=int(broad / _A_PAGE) + 1)
    sheet.repeat_columns(0)


def _column(sheet: Any, section: Section, at: int, look: Look) -> float:
    column = section.columns[at]
    _header(sheet, section, at, look)
    broad = _breadth(column)
    sheet.set_column(at, at, broad, None, {"level": 1} if column.detail else {})
    style = look(*_styles(column))
    write = sheet.write_datetime if column.kind == "date" else sheet.write_string
    for line, cell in enumerate(column.cells, 1):
        if column.formula:
            sheet.write_formula(line, at, section.formula(column, line), style, "" if cell is None else cell)
        else:
            _cell(sheet, line, at, cell, style, write)
    return broad


def _breadth(column: Column) -> float:
    most = _MOST.get(column.kind, _USUAL)
    return width(column.header, column.cells, most=min(most, _FOLDED) if column.detail else most)


def _wraps(column: Column) -> bool:
    """Whether a column's texts are shown in full: the reasons that are not folded away."""
    return column.kind == "long" and column.id not in _ORIGIN and not column.detail


def _tall(sheet: Any, section: Section) -> None:
    """Make the rows as tall as their reasons."""
    columns = [(column, _breadth(column)) for column in section.columns if _wraps(column)]
    for line in range(section.lines):
        texts = [(str(column.cells[line] or ""), broad) for column, broad in columns]
        sheet.set_row(line + 1, max((height(*text) for text in texts), default=19.0))


def _cell(sheet: Any, line: int, at: int, cell: Cell, style: Any, write: Any) -> None:
    if cell is None:
        sheet.write_blank(line, at, None, style)
    elif isinstance(cell, str):
        sheet.write_string(line, at, cell, style)
    elif isinstance(cell, (int, float)):
        sheet.write_number(line, at, cell, style)
    else:
        write(line, at, cell, style)


def _header(sheet: Any, section: Section, at: int, look: Look) -> None:
    column = section.columns[at]
    if at == 0:
        style = look(looks.BACK_HEAD)
        sheet.write_url(0, 0, f"internal:'{SUMMARY}'!A1", style, column.header, f"返回“{SUMMARY}”")
    else:
        sheet.write_string(0, at, column.header, look(_head(column)))


def _head(column: Column) -> dict[str, Any]:
    if column.kind == "decision" or column.id.endswith("_why"):
        return looks.DECIDED_HEAD
    if column.kind == "flag" or column.id.startswith("_amount"):
        return looks.FLAG_HEAD
    return looks.ORIGIN_HEAD if column.id in _ORIGIN else looks.HEAD


def _styles(column: Column) -> tuple[dict[str, Any], ...]:
    match column.kind:
        case "decision":
            return looks.CENTER, looks.INPUT, {"num_format": "0"}
        case "flag":
            return looks.CENTER, {"num_format": "0"}
        case "amount":
            return ({"num_format": number_format(column.cells)},)
        case "year" | "number":
            return looks.CENTER, {"num_format": "0"}
        case "date":
            return looks.CENTER, {"num_format": "yyyy-mm-dd"}
        case "long":
            return (looks.WRAP,) if _wraps(column) else (looks.GREY,)
        case _:
            return ({"num_format": "@"},)


def _marks(sheet: Any, section: Section, look: Look) -> None:
    """Tint what counts, mark what is missing, and let only 0 and 1 into the flags."""
    uses = list(section.uses.values())
    for at, column in enumerate(section.columns):
        if column.kind in ("decision", "flag"):
            sheet.data_validation(1, at, max(section.lines, 1), at, _ONLY_FLAGS)
    for at, formula in _missing(section):
        _mark(sheet, section, at, formula, look.mark(looks.MISSING))
    flags = list(dict.fromkeys(use.flag for use in uses))
    any_flag = ",".join(f"{_at(section, flag)}=1" for flag in flags)
    _mark(sheet, section, 0, f"=OR({any_flag})", look.mark(looks.COUNTED))
    for at, column in enumerate(section.columns):
        if column.kind in ("decision", "flag"):
            _mark(sheet, section, at, f"={_at(section, column.id)}=1", look.mark(looks.COUNTED))


_ONLY_FLAGS = {
    "validate": "list", "source": [1, 0], "ignore_blank": False, "error_title": "只填 1 或 0",
    "error_message": "1 表示计入，0 表示不计。",
}  # fmt: skip


def _missing(section: Section) -> Iterator[tuple[int, str]]:
    """Yield the columns whose blanks are missing figures of rows that should count, and when they are."""
    for use in section.uses.values():
        should = [f"{_at(section, name)}=1" for name in use.population]
        if not should:
            should = [f'LEFT({_at(section, f"{use.flag}_why")},1)="缺"']
        lacks = f"{_at(section, use.flag)}=0"
        for names in use.amounts.values():
            for name in names:
                blank = f'{_at(section, name)}=""'
                yield section.place[name], f"=AND({','.join([*should, lacks, blank])})"
        if use.population and use.amounts:
            yield section.place[use.flag], f"=AND({','.join([*should, lacks])})"


def _mark(sheet: Any, section: Section, at: int, formula: str, style: Any) -> None:
    rule = {"type": "formula", "criteria": formula, "format": style}
    sheet.conditional_format(1, at, max(section.lines, 1), at, rule)


def _at(section: Section, name: str) -> str:
    """Return a column's cell in the first line, fixed to its column (conditional marks go down from there)."""
    return f"${xl_col_to_name(section.place[name])}2"
