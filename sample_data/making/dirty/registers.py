"""The lists of enterprises, each dressed as its sender would send it."""

from __future__ import annotations

from typing import Any

from making import registers
from making.cast import YEARS
from making.dirty.facts import Facts, Row
from making.dirty.folder import Folder
from making.dirty.layout import Grid, Page, Text, across, down
from making.dirty.plain_files import as_text
from making.dirty.spellings import in_words, misspelt, shifted, thousands, wide

XIQING = "附件2.西青区规上工业企业主要经济指标（2022-2024）定稿2.xlsx"
JINNAN = "津南区重点工业企业情况表.csv"
ZONE = "高新区科技企业统计台账.xlsb"
STREETS = "双港镇上报重点企业.csv"
SOFTWARE = "软件和集成电路设计企业导出20250221.xls"
TRADE = "2024年进出口和利用外资.ods"
MONEY = (("工业总产值", "工业总产值"), ("营业收入", "营业收入"), ("R&D经费支出", "R&D经费支出"))
HEADS = (("从业人员期末人数（人）", "从业人员\n期末人数"), ("在职员工数（人）", "在职员工数"))


def write(raw: Folder, facts: Facts) -> None:
    """Write the lists that departments sent."""
    _xiqing(raw, facts)
    _jinnan(raw, facts)
    _zone(raw, facts)
    _streets(raw, facts)
    _software(raw, facts)
    _trade(raw, facts)


def _xiqing(raw: Folder, facts: Facts) -> None:
    """One row a firm, the years below merged headings, in 千元 by a note; blank rows, totals, signatures."""
    by_year = {year: facts.rows(registers.XIQING, f"{year}年") for year in YEARS}
    rows: list[list[Any]] = _xiqing_head()
    for number, row in enumerate(by_year[2024][:-1]):
        figures = [shifted(by_year[year][number][clean], 1) if by_year[year][number][clean] is not None else "—"
                   for clean, _ in MONEY for year in YEARS]  # fmt: skip
        heads = [_blank(by_year[year][number][clean]) for clean, _ in HEADS for year in YEARS]
        if number and number % 14 == 0:
            rows.append([""] * 20)
        rows.append([number + 1, *_xiqing_who(number, row), *_typed(number, figures), *heads])
    last = by_year[2024][-1]
    sums = [shifted(by_year[year][-1][clean], 1) for clean, _ in MONEY for year in YEARS]
    totals = [by_year[year][-1][clean] for clean, _ in HEADS for year in YEARS]
    totals[1] -= 30  # corrected by hand after the sum was made
    rows.append([last["序号"], "", "", "", "", *sums, *totals])
    merged = [down(0, 0, 2), across(0, 1, 4), across(0, 5, 13), across(0, 14, 19),
              *(down(column, 1, 2) for column in range(1, 5)),
              *(across(1, first, first + 2) for first in range(5, 20, 3)), across(len(rows) - 1, 0, 4)]  # fmt: skip
    foot = "单位负责人：示例甲　　　统计负责人：示例乙　　　填表人：示例丙　　　报出日期：2025年2月18日"
    page = Page("Sheet1", [
        Text("西青区规模以上工业企业主要经济指标（2022—2024年）", "title"),
        Text("填报单位：西青区统计部门（示例）　　　　　　　　　　　　　　　　　　　计量单位：千元、人"),
        Grid(rows, merged, header=3), Text(foot),
    ])  # fmt: skip
    former = [[row["单位名称"], row["统一社会信用代码"], 2021, 1] for row in by_year[2022][:5]]
    old = Page("2021年（作废）", [Grid([_OLD, *former])], hidden=True)
    raw.workbook(XIQING, _guidance(), page, old)


_OLD = ("单位名称", "统一社会信用代码", "年度", "工业总产值（万元）")


def _guidance() -> Page:
    lines = (
        "填表说明",
        "一、填报范围：辖区内规模以上工业企业法人单位。",
        "二、金额一律以千元为单位，保留整数。",
    )
    return Page("填表说明", [Text(line) for line in lines])


def _xiqing_head() -> list[list[Any]]:
    names = ["单位详细名称", "统一社会\n信用代码", "行业代码\n（GB/T 4754）", "单位所在区\n（园区）"]
    groups = [""] * 20
    groups[0], groups[1], groups[5], groups[14] = (
        "序号",
        "一、单位基本情况",
        "二、主要经济指标",
        "三、人员情况",
    )
    middle = ["", *names, *(text for _, word in MONEY + HEADS for text in (word, "", ""))]
    return [groups, middle, ["", "", "", "", "", *(f"{year}年" for _ in range(5) for year in YEARS)]]


def _xiqing_who(number: int, row: Row) -> list[str]:
    name, code = str(row["单位名称"]), str(row["统一社会信用代码"])
    if number % 9 == 4:
        name = f"{name[:2]}　{name[2:]}"
    if number % 7 == 3:
        code = f"{code[:8].lower()} {code[8:].lower()}"
    if number % 11 == 5:
        name = wide(name)
    return [name, code, str(row["行业代码"]), str(row["单位所在区"])]


def _typed(number: int, figures: list[Any]) -> list[Any]:
    """Type some figures as texts, with separators or full-width."""
    if number % 8 == 2:
        return [thousands(cell) if isinstance(cell, int) else cell for cell in figures]
    if number % 13 == 6:
        return [wide(str(cell)) for cell in figures]
    return figures


def _blank(cell: Any) -> Any:
    return "—" if cell is None else cell


def _jinnan(raw: Folder, facts: Facts) -> None:
    """A CSV in GBK with broken bytes: no district but an address, units in the cells, one figure only roughly known."""
    rows = facts.rows(registers.JINNAN, "津南")
    header = ["序号", "企业名称", "统一社会信用代码", "注册地址", "行业", "登记状态", "是否规上"]
    words = (("产值（亿元）", "产值"), ("营业收入（亿元）", "营业收入（亿元）"), ("R&D经费支出（千元）", "R&D经费支出（千元）"),
             ("从业人员数（人）", "从业人员数"), ("在职员工数（人）", "在职员工数"))  # fmt: skip
    header += [f"{year}年{word}" for _, word in words for year in YEARS]
    lines: list[list[Any]] = [
        ["津南区重点工业企业情况表（2022—2024年）"],
        ["填报单位：津南区工信部门（示例）"],
        header,
    ]
    for number, row in enumerate(rows):
        cells = [_jinnan_cell(number, clean, row[f"{year}年{clean}"]) for clean, _ in words for year in YEARS]
        if number == 7:
            cells[5] = round(float(cells[5]) * 10000)
        if number == 5:
            cells[2] = f"约{float(row['2024年产值（亿元）']):.1f}亿元"
        lines.append([number + 1, row["企业名称"], row["统一社会信用代码"], row["注册地址"], _trade_of(row["行业代码"]),
                      row["登记状态"], row["是否规上"], *cells])  # fmt: skip
    data = as_text(lines, "gbk")
    for street in ("示例路3号", "示例路9号"):
        data = data.replace(street.encode("gbk"), b"\xff" + street.encode("gbk")[1:], 1)
    raw.data(JINNAN, data)


_TRADES = {
    "C3983": "3983 敏感元件及传感器制造",
    "C4011": "工业自动控制系统装置制造",
    "C3976": "光电子器件制造",
}


def _trade_of(code: str) -> str:
    return _TRADES.get(code, code)


def _jinnan_cell(number: int, clean: str, cell: Any) -> Any:
    if cell in (None, ""):
        return "不详"
    if clean.startswith("产值"):
        amount = round(float(cell) * 10000)
        return f"{amount}万元" if number % 3 == 1 else f"{cell}亿元"
    if clean.startswith("R&D") and number % 6 == 2:
        return f"{in_words(int(cell) * 1000)}元"
    return cell


def _zone(raw: Folder, facts: Facts) -> None:
    """A binary workbook in 元, a row a firm and year, with words of its own for the state of a firm."""
    rows = facts.rows(registers.HIGHTECH_ZONE, "企业台账")
    header = list(facts.sheets[registers.HIGHTECH_ZONE, "企业台账"].header)
    lines: list[list[Any]] = [["滨海高新区科技企业统计台账"], ["填报单位：高新区统计部门（示例）"], header]
    for number, row in enumerate(rows):
        if number and number % 60 == 0:
            lines.append(header)
        row = {**row, "年度": wide(f"{row['年度']}") + "年" if number % 2 else f"{row['年度']}年"}
        row["经营状态"] = "正常纳税" if number % 5 else "存续"
        if number < 30:
            row["国民经济行业代码"] = _OF_2011.get(row["国民经济行业代码"], row["国民经济行业代码"])
        lines.append([_blank(row[name]) if name not in _CODED else str(row[name]) for name in header])
    lines.append(["注：本表数据由税务、统计部门联合审核。"])
    raw.binary(ZONE, "台账", lines)


_CODED = ("国民经济行业代码",)
_OF_2011 = {"3973": "3963 集成电路制造"}


def _streets(raw: Folder, facts: Facts) -> None:
    """A street's own list: no codes; one name misspelt, one firm under its former name."""
    firms = [firm for firm in facts.large if firm.district == "津南区" and not firm.software][:5]
    names = [misspelt(firms[0].name), *(firm.former or firm.name for firm in firms[1:])]
    header = ["序号", "企业名称", "所在街镇", "行业", "产值（万元）", "联系人", "联系电话"]
    lines = [
        [number, name, "津南区双港镇", firm.industry, firm.now["output"], "示例", "022-5550010" + str(number)]
        for number, (name, firm) in enumerate(zip(names, firms, strict=True), 1)
    ]
    raw.data(STREETS, as_text([["双港镇重点企业情况（2024年）"], header, *lines], "gbk"))


def _software(raw: Folder, facts: Facts) -> None:
    """A web page called .xls: a firm's cells merged over its years, no unit anywhere."""
    rows = facts.rows(registers.SOFTWARE, "软件")
    header = [
        "企业名称", "统一社会信用代码", "所在区", "行业代码", "登记状态", "是否规上", "数据年度", "主营业务收入",
        "营业收入", "研发经费支出", "从业人员数", "在职员工数",
    ]  # fmt: skip
    lines: list[list[Any]] = [header]
    merged = []
    for row in rows:
        cells = [_blank(cell) for cell in row.values()]
        same = len(lines) > 1 and lines[-1][0] == cells[0]
        if same and merged and merged[-1][1][0] == len(lines) - 1:
            merged = [
                span if span[1][0] != len(lines) - 1 else down(span[0][1], span[0][0], len(lines))
                for span in merged
            ]
        elif same:
            merged += [down(column, len(lines) - 1, len(lines)) for column in range(6)]
        lines.append(cells)
    raw.web(SOFTWARE, Text("软件和集成电路设计企业查询结果"), Grid(lines, merged))


def _trade(raw: Folder, facts: Facts) -> None:
    """An OpenDocument sheet: RMB and USD side by side, the units in a row of their own."""
    rows = facts.rows(registers.TRADE, "2024年")
    header = ["企业名称", "统一社会信用代码", "进口额", "出口额", "外商直接投资", "外商其他投资", "对外借款"]
    units = ["", "", "万元", "万元", "万美元", "万美元", "万美元"]
    cells = [list(row.values()) for row in rows]
    merged = [down(0, 0, 1), down(1, 0, 1)]
    raw.saved_as(TRADE, Page("2024年", [
        Text("2024年企业进出口和利用外资情况", "title"), Text("填报单位：商务部门（示例）", "right"),
        Grid([header, units, *cells], merged, header=2),
    ]))  # fmt: skip
