"""Put the evidence workbook together: summary, evidence sheets, and a page that explains them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import xlsxwriter

from clusterkit.compute import Results
from clusterkit.compute.reasons import Reasons, choice_labels
from clusterkit.compute.words import chinese
from clusterkit.forms.workbook.evidence import Ranges, write_evidence
from clusterkit.forms.workbook.sheets import evidence_sheets
from clusterkit.forms.workbook.styles import Styles
from clusterkit.forms.workbook.summary import SHEET, write_summary
from clusterkit.guide import Guide

_MADE = datetime(2000, 1, 1)  # a fixed date, so that the same workspace gives the same bytes
_HOW = (
    "本工作簿列出每个指标的公式和逐行依据；“指标汇总”中的数值是活公式，随明细表中的“计入”和金额变化。",
    "每张明细表一行对应收到名单中的一行（一件事项有几个所属单位时，各占一行，只有一行计入）；“来源文件、工作表、行”指向原始名单。",
    "“计入”为 1 的行计入该指标，为 0 的不计；理由写明所依据的规则和规则的出处（指南、上位文件、本工具约定、人工决定）。",
    "想看某一行计入或不计入的影响，把“计入”改为 0 或 1 即可；改动只在本工作簿中有效，正式调整请在 decisions.csv 中写明理由后重新生成。",
    "缺数不作零：金额为空的行不计入合计，在“缺数行数”中列出。比率为合计之比，不是各企业比率的平均。",
)


def evidence_workbook(results: Results, guide: Guide) -> bytes:
    """Return 指标测算底稿.xlsx: the same bytes for the same results.

    Parameters
    ----------
    results
        What `clusterkit.compute.evaluate` gave.
    guide
        The guide they were computed by.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "指标测算底稿", "created": _MADE})
    book.set_calc_mode("auto")
    styles, ranges = Styles(book), Ranges()
    summary = book.add_worksheet(SHEET)
    _write_notes(book.add_worksheet("说明"), results, guide, styles)
    reasons = next((result.reasons for result in results.values() if result.reasons), None)
    for one in evidence_sheets(results, guide):
        assert reasons is not None
        write_evidence(book.add_worksheet(one.name), one, styles, reasons, ranges)
    write_summary(summary, results, guide, styles, ranges)
    summary.activate()
    book.close()
    return buffer.getvalue()


def _write_notes(sheet: xlsxwriter.worksheet.Worksheet, results: Results, guide: Guide, styles: Styles) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, "使用说明", styles["title"])
    lines = [*_HOW, "", *_choices(results, guide), "", "各指标的算法：", *_formulas(results, guide)]
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 0, line, styles["plain"])


def _choices(results: Results, guide: Guide) -> list[str]:
    reasons: Reasons | None = next((result.reasons for result in results.values() if result.reasons), None)
    taken = choice_labels(guide, reasons.scope) if reasons else {}
    if not taken:
        return ["指南有歧义之处均按默认口径处理。"]
    return ["与默认口径不同的选择：", *(f"　{guide.interpretations[key].title}：{label}" for key, label in taken.items())]


def _formulas(results: Results, guide: Guide) -> list[str]:
    said = []
    for result in results.values():
        tree = result.indicator.tree
        words = chinese(guide, result.indicator).print(tree) if tree else "由促进组织填报"
        said.append(f"　{result.indicator.number}．{result.indicator.label}：{words}。{result.explanation}")
    return said
