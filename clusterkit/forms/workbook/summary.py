"""The first sheet: the indicators in the printed order, each a live formula over the evidence sheets."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from clusterkit.compute import Result, Results
from clusterkit.compute.words import chinese
from clusterkit.forms.workbook.evidence import Ranges
from clusterkit.forms.workbook.styles import Styles
from clusterkit.guide import Guide
from clusterkit.guide.formula.excel import excel

SHEET = "指标汇总"
VALUE_COLUMN = 3
_HEADERS = (
    ("序号", 6), ("一级指标", 11), ("二级指标", 44), ("指标数值（活公式）", 16), ("填报值", 12), ("单位", 9), ("来源", 10),
    ("依据行数", 9), ("缺数行数", 9), ("认定值", 12), ("认定值与加总之差", 13), ("公式", 58), ("指标说明", 9), ("明细", 12),
)  # fmt: skip
_SOURCES = {"computed": "按行测算", "declared": "部门认定", "reported": "组织填报"}


def write_summary(sheet: Worksheet, results: Results, guide: Guide, styles: Styles, ranges: Ranges) -> None:
    """Write all indicators, one a row below the header in row 1."""
    for at, (header, size) in enumerate(_HEADERS):
        sheet.write_string(0, at, header, styles["head"])
        sheet.set_column(at, at, size)
    for row, result in enumerate(results.values(), 1):
        _write_row(sheet, row, result, guide, styles, ranges)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, len(results), len(_HEADERS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_row(sheet: Worksheet, row: int, result: Result, guide: Guide, styles: Styles, ranges: Ranges) -> None:
    indicator = result.indicator
    sheet.write_number(row, 0, indicator.number, styles["count"])
    sheet.write_string(row, 1, guide.groups[indicator.group].name, styles["text"])
    sheet.write_string(row, 2, indicator.label, styles["text"])
    _write_value(sheet, row, result, styles, ranges)
    sheet.write_string(row, 4, result.display or "缺", styles["centre"])
    sheet.write_string(row, 5, indicator.unit, styles["centre"])
    sheet.write_string(row, 6, _SOURCES[result.source], styles["centre"])
    sheet.write_number(row, 7, result.rows_counted, styles["count"])
    sheet.write_number(row, 8, result.rows_missing, styles["count"])
    _write_declared(sheet, row, result, styles)
    words = chinese(guide, indicator).print(indicator.tree) if indicator.tree else result.explanation
    sheet.write_string(row, 11, words, styles["wrap"])
    sheet.write_string(row, 12, str(indicator.note or "—"), styles["centre"])
    _write_link(sheet, row, result, styles, ranges)


def _write_value(sheet: Worksheet, row: int, result: Result, styles: Styles, ranges: Ranges) -> None:
    """Write the formula with the computed value cached beside it, so that previews show it."""
    indicator, style = result.indicator, styles.decimals(result.indicator.digits)
    needed = {call: ranges[indicator.id, call] for call in indicator.aggregates if (indicator.id, call) in ranges}
    computed = result.computed
    cached: Any = "" if computed is None else float(computed)
    if indicator.tree is None:
        sheet.write(row, VALUE_COLUMN, cached, styles["input"])
    elif len(needed) < len(indicator.aggregates):
        sheet.write_blank(row, VALUE_COLUMN, None, style)
    else:
        formula = excel(indicator.tree, needed, result.factor).removeprefix("=")
        empty = computed is None
        whole = f'=IFERROR({formula},"")' if empty or "/SUMIFS" in formula else f"={formula}"
        sheet.write_formula(row, VALUE_COLUMN, whole, style, cached)


def _write_declared(sheet: Worksheet, row: int, result: Result, styles: Styles) -> None:
    declared = result.declared
    if declared is None:
        sheet.write_string(row, 9, "—", styles["centre"])
        sheet.write_string(row, 10, "—", styles["centre"])
        return
    sheet.write_number(row, 9, float(declared.value), styles["number"])
    sheet.write_formula(row, 10, f"=J{row + 1}-D{row + 1}", styles["number"], _cached(declared.difference))


def _cached(value: Any) -> Any:
    return "" if value is None else float(value)


def _write_link(sheet: Worksheet, row: int, result: Result, styles: Styles, ranges: Ranges) -> None:
    places = [pair[1] for call in result.indicator.aggregates for pair in ranges.get((result.indicator.id, call), [])]
    if not places:
        sheet.write_string(row, 13, "cluster.toml" if result.indicator.reported else "—", styles["centre"])
        return
    cell = places[0].split(":")[0].replace("$2", "$1").replace("$", "")
    sheet.write_url(row, 13, f"internal:{cell}", styles["link"], "看明细")
