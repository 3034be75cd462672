"""说明 and 指标口径: how to read and recompute the workbook, and what every indicator means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clusterkit.compute import Results
from clusterkit.compute.parameters import choices
from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.look import Look, height
from clusterkit.forms.workbook.page import UNFINISHED, Page
from clusterkit.forms.workbook.sections import MEANINGS, NOTES, SUMMARY
from clusterkit.forms.workbook.summary import Row
from clusterkit.guide import Guide
from clusterkit.guide.indicator_model import Rule
from clusterkit.scope import Scope
from clusterkit.tables import tables

READING = (
    f"“{SUMMARY}”的“指标数值”是公式，直接对各依据表逐行汇总；“填报值”是申报信息表中的印刷值（四舍五入）。",
    "点“二级指标”或“逐行依据”，跳到该指标依据的名单；在依据表中点左上角的表头，回到“指标汇总”。",
    "依据表的第一行是表头，可直接筛选、排序；浅绿色为计入的行，橙色为应计入但缺数的行，缺数不作零。",
    "“来源文件、来源工作表、来源行”指收到的原始名单；“取自其他名单的数据”列明由哪份名单补全。",
    f"每项指标按哪些规则、依次判断，见“{MEANINGS}”；不计入的行都写明是哪一条规则、是谁的规则。",
)
RECOMPUTING = (
    "蓝字米色底的 1/0 列是判断，可以改：1 改为 0，该行不再计入；0 改为 1，该行计入。改后“指标数值”随即重算，“核对”显示“已变动”。",
    "企业名录中“集群范围内的企业”“规上企业”等判断由各指标共用；绿色表头的“计入”列由判断和数据自动得出，补填缺数后自动计入。",
    "其他名单中缺数的行，补填数据后须把该行的 0 改为 1。",
    "名单中同一事项出现多次的只计一次，第二次出现的行为 0；改其 1/0 时请注意不要重复计入。",
    "企业名录的判断改动后，其他名单（资质、专利等）的 1/0 不随之改变；需要整体重算时，请修改名单或人工决定后重新生成。",
    "改动只影响本底稿，不影响申报信息表；以重新生成的材料为准。",
)
COLUMNS = (
    ("指标数值", "未舍入的值，公式可追溯；部门认定并按认定填报的，等于“认定值”"),
    ("填报值", "申报信息表印出的值"),
    ("核对", "指标数值四舍五入后与填报值是否一致"),
    ("来源", "测算：按名单逐行计算；认定：部门认定的总数；填报：促进组织填报"),
    ("依据行数", "计入的行数"),
    ("缺数行数", "符合全部规则、但缺少数据而未能计入的行数"),
    ("认定值、按行加总、差额", "部门认定的总数，与按名单逐行加总的结果并列；差额为前者减后者"),
)


def write_notes(
    sheet: Any, guide: Guide, results: Results, about: Mapping[str, str], look: Look, page: Page
) -> None:
    """Write 说明."""
    sheet.set_column(0, 0, _LEFT)
    sheet.set_column(1, 1, _RIGHT)
    sheet.hide_gridlines(2)
    scope = next((result.reasons.scope for result in results.values() if result.reasons), None)
    lines = [*_cover(guide, scope, about, page), *_parts(guide, scope)]
    for line, (left, right, style) in enumerate(lines):
        sheet.write_string(line, 0, left, look.plain(looks.WRAP, style))
        sheet.write_string(line, 1, right, look.plain(looks.WRAP, style))
        sheet.set_row(line, max(height(left, _LEFT), height(right, _RIGHT)))
    page.set_up(sheet, NOTES, header=False)


Line = tuple[str, str, dict[str, Any]]
_LEFT, _RIGHT = 30, 104
_TITLE = {"bold": True, "font_size": 12, "font_color": "#1F4E78", "bottom": 1, "bottom_color": "#1F4E78"}


def _cover(guide: Guide, scope: Scope | None, about: Mapping[str, str], page: Page) -> Iterator[Line]:
    yield "指标测算底稿", "", _TITLE
    if page.unfinished:
        yield UNFINISHED, "生成时仍有错误未处理，仅供讨论。", looks.WRONG
    for left, right in (*about.items(), ("依据", f"{guide.title}（{guide.document}）"), *_scope(scope)):
        yield left, right, {}


def _parts(guide: Guide, scope: Scope | None) -> Iterator[Line]:
    for title, lines in (
        ("怎么看", _numbered(READING)),
        ("怎么改、怎么重算", _numbered(RECOMPUTING)),
        ("“指标汇总”各列", COLUMNS),
        ("口径选择（指南有不同读法之处）", tuple(_choices(guide, scope))),
    ):
        yield "", "", {}
        yield title, "", _TITLE
        for left, right in lines:
            yield left, right, {}


def _scope(scope: Scope | None) -> Iterator[tuple[str, str]]:
    if scope is None:
        return
    yield "上年度", f"{scope.reference_year}年"
    yield "名单有效性基准日", scope.on.isoformat()
    yield "主导产业", "、".join(scope.industries) or "不限"
    yield "实施范围", "、".join(scope.districts) or "不限"
    yield "人工纳入、排除", f"纳入 {len(scope.include)} 家，排除 {len(scope.exclude)} 家（理由见企业名录）"


def _numbered(sentences: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"（{number}）", sentence) for number, sentence in enumerate(sentences, 1)]


def _choices(guide: Guide, scope: Scope | None) -> Iterator[tuple[str, str]]:
    if scope is None:
        return
    taken = choices(guide, scope)
    for key, entry in guide.interpretations.items():
        value = taken[f"choice.{key}"]
        how = "" if value == entry.default else "【与缺省口径不同】"
        by = "按申报单位选择" if key in scope.interpretation else "缺省口径"
        yield entry.title, f"{how}{entry.label(value)}（{by}）。{entry.text}（{entry.source}）"


_HEADERS = {
    "序号": 6, "二级指标": 34, "公式（文字）": 36, "规则（依次判断，括号内为依据）": 88,
    "只计一次": 16, "本次计算": 56, "出处": 30,
}  # fmt: skip


def write_meanings(sheet: Any, rows: Sequence[Row], look: Look, page: Page) -> None:
    """Write 指标口径: what every indicator means, by which rules, how it came out."""
    for at, (header, broad) in enumerate(_HEADERS.items()):
        sheet.write_string(0, at, header, look(looks.HEAD))
        sheet.set_column(at, at, broad)
    for line, row in enumerate(rows, 1):
        cells = _meaning(row)
        for at, cell in enumerate(cells):
            sheet.write(line, at, cell, look(looks.WRAP, looks.CENTER if at == 0 else {}))
        tall = (height(str(cell or ""), broad) for cell, broad in zip(cells, _HEADERS.values(), strict=True))
        sheet.set_row(line, max(tall))
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), len(_HEADERS) - 1)
    page.set_up(sheet, MEANINGS)


def _meaning(row: Row) -> list[Any]:
    indicator = row.result.indicator
    demands = [part.demand for part in row.result.contributions]
    said = [
        _rules(demand.rules, tables()[demand.rows.table].name if demands[1:] else "") for demand in demands
    ]
    once = "、".join(dict.fromkeys(rows.once_name for rows in indicator.rows if rows.once_name))
    return [
        indicator.number, indicator.label, row.words, "\n".join(said), once,
        row.result.explanation, indicator.source,
    ]  # fmt: skip


def _rules(rules: Sequence[Rule], name: str) -> str:
    before = f"〔{name}〕" if name else ""
    return before + "；".join(
        f"{number} {rule.name}（{rule.origin}）" for number, rule in enumerate(dict.fromkeys(rules), 1)
    )
