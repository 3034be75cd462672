"""What firms said themselves: the association's workbook of two tables, and a table turned on its side."""

from __future__ import annotations

from typing import Any

from making import registers
from making.dirty.facts import Facts, Row
from making.dirty.folder import Folder
from making.dirty.layout import Grid, Page, Text
from making.dirty.spellings import brackets_moved

DISTRICTS = "中小微会员企业（分区填报）.xlsx"
MEMBERS = "促进会会员企业信息汇总(最新).xlsx"
COMPARED = "龙头企业快报对照.xlsx"


def write(raw: Folder, facts: Facts) -> None:
    """Write both workbooks."""
    _members(raw, facts)
    _compared(raw, facts)


def _members(raw: Folder, facts: Facts) -> None:
    details = facts.rows(registers.MEMBERS, "规上会员")
    small = facts.rows(registers.MEMBERS, "中小微会员")
    raw.workbook(MEMBERS, Page("汇总", [
        Text("促进会规上会员企业补充信息（2024年）", "title"),
        Text("说明：本表由会员企业自行填报，促进会秘书处汇总，*为必填"),
        _details(facts, details),
        Text(""), Text(""),
        Text("促进会中小微会员企业基本信息（2024年）", "title"),
        Text("金额单位：万元", "right"),
        _small([row for number, row in enumerate(small) if not _by_district(number, row)]),
    ]))  # fmt: skip
    _districts(raw, [row for number, row in enumerate(small) if _by_district(number, row)])


def _by_district(number: int, row: Row) -> bool:
    """Whether a small firm came in through its district: every second one does."""
    return number % 2 == 1 and row["是否规上"] == "否"


def _districts(raw: Folder, rows: list[Row]) -> None:
    """A sheet for each district, so that no row says where it is."""
    pages = []
    for place in dict.fromkeys(row["所在区"] for row in rows):
        header = [name for name in rows[0] if name != "所在区"]
        lines = [[row[name] for name in header] for row in rows if row["所在区"] == place]
        numbered = [[number, *line] for number, line in enumerate(lines, 1)]
        title = Text(f"{place}中小微会员企业情况（2024年）", "title")
        pages.append(Page(place, [title, Grid([["序号", *header], *numbered])]))
    raw.workbook(DISTRICTS, *pages)


def _details(facts: Facts, rows: list[Row]) -> Grid:
    """Codes of digits alone that Excel took for numbers, of shares too; shares of the market as people type them."""
    header = [
        "*企业名称", "*统一社会信用代码", "曾用名", "登记状态", "高级职称人数", "高技能人才数", "上市情况", "证券代码",
        "主要产品", "市场占有率（%）", "产业链环节",
    ]  # fmt: skip
    lines = []
    for number, row in enumerate(rows):
        cells = list(row.values())
        cells[1] = _damaged(number, cells[1]) if cells[1] in facts.recoded else cells[1]
        cells[6] = _LISTED.get(cells[6], cells[6]) or (None if cells[7] else "否")
        cells[7] = (
            int(cells[7]) if len(cells[7] or "") == _DIGITS else cells[7]
        )  # a zero at the front is lost
        cells[9] = f"{cells[9] * 100:.1f}" if cells[9] is not None else "/"
        lines.append(cells)
    return Grid([header, *lines])


_DIGITS = 6  # of a code that Excel takes for a number; those of five digits were typed as texts
_LISTED = {"深交所创业板": "2021年创业板挂牌上市"}


def _damaged(number: int, code: str) -> Any:
    """Return what Excel makes of a code of digits: a number, its text, or a tail of zeros."""
    return (float(code), f"{float(code):.4E}".replace("E+", "E+"), f"{code[:15]}000")[number % 3]


def _small(rows: list[Row]) -> Grid:
    """A header for the codes that says nothing, and a word of the association's own for the scale."""
    header = [
        "企业名称", "证照编码", "所在区", "行业代码", "登记状态", "是否规上", "产值", "营业收入", "研发经费支出",
        "从业人员数", "在职员工数", "高级职称人数", "高技能人才数", "产业链环节",
    ]  # fmt: skip
    lines = []
    for number, row in enumerate(rows):
        cells = list(row.values())
        cells[0] = brackets_moved(cells[0]) if number % 10 == 6 and cells[1] else cells[0]
        cells[2] = _PLACES.get((cells[2], number % 4), cells[2])
        cells[5] = {"否": "中小微", "是": "规上"}[cells[5]]
        lines.append(cells)
    return Grid([header, *lines])


_PLACES = {
    ("西青区", 1): "天津市西青区李七庄街", ("西青区", 2): "西青开发区", ("津南区", 1): "津南区双港镇", ("津南区", 3): "天津津南",
}  # fmt: skip


def _compared(raw: Folder, facts: Facts) -> None:
    """The five biggest side by side, figures in 亿元 from the monthly report; one of them is not the final one."""
    firms = [firm for firm in facts.large[:5] if not firm.software]
    revenue = [firm.now["revenue"] / 10000 for firm in firms]
    revenue[1] = round(revenue[1] * 0.98, 2)
    rows: list[list[Any]] = [
        ["企业名称", "单位", *(firm.name for firm in firms)],
        ["统一社会信用代码", "—", *map(facts.code, firms)],
        ["2024年工业总产值", "亿元", *(firm.now["output"] / 10000 for firm in firms)],
        ["2024年营业收入", "亿元", *revenue],
        ["主要产品", "—", *(registers.PRODUCTS_OF[firm.industry] for firm in firms)],
    ]
    raw.workbook(COMPARED, Page("对照", [Text("集群龙头企业2024年快报数对照", "title"), Grid(rows)]))
