"""The lists of enterprises: three districts' statistics, software, the association's own, foreign trade."""

from __future__ import annotations

from random import Random
from typing import Any

from making.book import Raw, Sheet
from making.cast import YEARS, Firm
from making.codes import code, damaged
from making.specials import Specials

XIQING = "西青区规上工业企业主要指标（2022—2024年）.xlsx"
JINNAN = "津南区重点工业企业情况表.csv"
HIGHTECH_ZONE = "滨海高新区科技企业统计台账.xlsx"
SOFTWARE = "软件和集成电路设计企业名单.csv"
MEMBERS = "促进会会员企业自报信息（2024年）.xlsx"
TRADE = "2024年企业进出口和利用外资情况.xlsx"
PRODUCTS_OF = {
    "3983": "MEMS压力传感器", "3973": "智能传感器芯片封测", "3972": "功率半导体器件", "3976": "红外光电探测器",
    "3981": "高可靠片式电容", "3982": "高密度互连电路板", "3985": "溅射靶材", "4011": "分布式控制系统",
    "4014": "在线色谱分析仪", "4016": "超声波智能流量计", "4021": "水质在线监测仪", "4023": "惯性导航模组",
    "4028": "射频测试仪", "3562": "晶圆减薄机", "6520": "信号调理芯片设计", "6513": "工业数据采集软件",
    "6532": "物联网网关平台",
}  # fmt: skip


def write(raw: Raw, random: Random, firms: list[Firm], odd: Specials) -> None:
    """Write all six lists."""
    _xiqing(raw, firms, odd)
    _jinnan(raw, firms, odd)
    _hightech_zone(raw, firms, odd)
    _software(raw, firms, odd)
    _members(raw, random, firms, odd)
    _trade(raw, firms, odd)


def main_list(firm: Firm) -> str:
    """Say which list holds a firm's figures."""
    if firm.software:
        return SOFTWARE
    if firm.district == "高新区":
        return HIGHTECH_ZONE
    return MEMBERS if not firm.large else {"西青区": XIQING, "津南区": JINNAN}[firm.district]


def _xiqing(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    header = (
        "序号", "单位名称", "统一社会信用代码", "行业代码", "单位所在区", "工业总产值", "营业收入", "R&D经费支出",
        "从业人员期末人数（人）", "在职员工数（人）",
    )  # fmt: skip
    sheets = []
    for year in reversed(YEARS):
        sheet = Sheet(
            f"{year}年",
            header,
            (f"西青区规模以上工业企业主要指标（{year}年）", "填报单位：西青区统计部门（示例）　单位：万元"),
        )
        listed = [firm for firm in firms if main_list(firm) == XIQING]
        for firm in listed:
            place, trap, result = odd.places.get(firm.name, (firm.district, "", ""))
            gap = odd.gaps.get(firm.name, ()) if year == 2024 else ()
            _add(sheet, firm, year, place, gap, (trap, result) if year == 2024 else ("", ""))
        for firm, trap, result in odd.xiqing:
            _add(sheet, firm, year, firm.district, (), (trap, result) if year == 2024 else ("", ""))
        sums = [_total(sheet, column) for column in range(5, 10)]
        note = ("合计行", "不是企业：不计入，并与上面各行之和核对（相符）") if year == 2024 else ("", "")
        sheet.add("合计", None, None, None, None, *sums, trap=note[0], result=note[1])
        sheets.append(sheet)
    raw.xlsx(XIQING, *sheets)


def _add(
    sheet: Sheet, firm: Firm, year: int, place: str, gap: tuple[str, ...], note: tuple[str, str]
) -> None:
    figures: dict[str, Any] = {**firm.years[year], **dict.fromkeys(gap)}
    trap, result = note
    if gap:
        trap, result = (
            f"缺数：{'、'.join(GAPS[name] for name in gap)}空白",
            "不当作 0：列为缺失，指标注明依据几家、缺几家",
        )
    number = len(sheet.rows) + 1
    amounts = (figures[name] for name in ("output", "revenue", "rd", "employees", "staff"))
    sheet.add(number, firm.name, firm.code, firm.industry, place, *amounts, trap=trap, result=result)


GAPS = {
    "rd": "R&D经费支出",
    "staff": "在职员工数",
    "employees": "从业人员",
    "output": "产值",
    "revenue": "营业收入",
}


def _total(sheet: Sheet, column: int) -> float:
    return sum(row[column] for row in sheet.rows if row[column] is not None)


def _jinnan(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    """One row per firm, the years side by side; 产值 and 营业收入 in 亿元, R&D in 千元."""
    wide = [
        f"{year}年{word}"
        for word in (
            "产值（亿元）",
            "营业收入（亿元）",
            "R&D经费支出（千元）",
            "从业人员数（人）",
            "在职员工数（人）",
        )
        for year in YEARS
    ]
    header = ("企业名称", "统一社会信用代码", "所属区", "注册地址", "行业代码", "登记状态", "是否规上", *wide)
    sheet = Sheet("津南", header, ("津南区重点工业企业情况表（2022—2024年）",))
    rows = [
        (firm, "存续", *odd.places.get(firm.name, (firm.district, "", "")))
        for firm in firms
        if main_list(firm) == JINNAN
    ]
    rows += [(firm, status, firm.district, trap, result) for firm, status, trap, result in odd.jinnan]
    for firm, status, place, trap, result in rows:
        gap = odd.gaps.get(firm.name, ())
        address = f"天津市{place or '津南区'}咸水沽镇示例路{len(sheet.rows) + 1}号"
        cells = [_scaled(firm.years[year], name, divisor, gap if year == 2024 else ()) for name, divisor in
                 (("output", 1e4), ("revenue", 1e4), ("rd", 0.1), ("employees", 1), ("staff",
                 1)) for year in YEARS]  # fmt: skip
        if gap:
            trap, result = (
                f"缺数：2024年{'、'.join(GAPS[name] for name in gap)}空白",
                "不当作 0：列为缺失，指标注明依据几家、缺几家",
            )
        code_letters = f"C{firm.industry}"
        sheet.add(
            firm.name, firm.code, place, address, code_letters, status, "是", *cells, trap=trap, result=result
        )
    raw.text(JINNAN, sheet, "gbk")


def _scaled(figures: dict[str, float], name: str, divisor: float, gap: tuple[str, ...]) -> str | int | None:
    if name in gap:
        return None
    return f"{figures[name] / divisor:.4f}" if divisor > 1 else round(figures[name] / divisor)


def _hightech_zone(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    """One row per firm and year, amounts in 元; a hidden sheet holds an older version."""
    header = (
        "年度", "企业名称", "统一社会信用代码", "注册地", "国民经济行业代码", "经营状态", "规上/规下", "工业总产值（元）",
        "营业收入（元）",
        "R&D经费支出（元）", "从业人员数", "在职员工数", "高级职称人数", "高技能人才数",
    )  # fmt: skip
    sheet = Sheet("企业台账", header, ("滨海高新区科技企业统计台账", "填报单位：高新区统计部门（示例）"))
    for firm in [firm for firm in firms if main_list(firm) == HIGHTECH_ZONE]:
        place, trap, result = odd.places.get(firm.name, (firm.district, "", ""))
        for year in YEARS:
            _zone_row(sheet, firm, year, place, odd, (trap, result) if year == 2024 else ("", ""))
    for firm, trap, result in odd.zone:
        _zone_row(sheet, firm, 2024, firm.district, odd, (trap, result))
    old = Sheet("旧版勿用", header, ("滨海高新区科技企业统计台账（旧版）",), hidden=True)
    old.add(2024, "天津旧版示例传感有限公司", code(9901, "高新区"), "高新区", "3983", "存续", "规上",
            9e8, 9e8, 1e7, 300, 280, 5, 9,
            trap="隐藏的工作表“旧版勿用”", result="不读，提示有隐藏的工作表")  # fmt: skip
    raw.xlsx(HIGHTECH_ZONE, sheet, old)


def _zone_row(sheet: Sheet, firm: Firm, year: int, place: str, odd: Specials, note: tuple[str, str]) -> None:
    gap = odd.gaps.get(firm.name, ()) if year == 2024 else ()
    figures: dict[str, Any] = {**firm.years[year], **dict.fromkeys(gap)}
    yuan = [
        None if figures[name] is None else round(figures[name] * 10000)
        for name in ("output", "revenue", "rd")
    ]
    heads = [figures[name] for name in ("employees", "staff", "senior", "skilled")]
    trap, result = note
    if gap:
        trap, result = (
            f"缺数：{'、'.join(GAPS[name] for name in gap)}空白",
            "不当作 0：列为缺失，指标注明依据几家、缺几家",
        )
    sheet.add(
        year,
        firm.name,
        firm.code,
        place,
        firm.industry,
        "存续",
        "规上" if firm.large else "规下",
        *yuan,
        *heads,
        trap=trap,
        result=result,
    )


def _software(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    header = (
        "企业名称", "统一社会信用代码", "所在区", "行业代码", "登记状态", "是否规上", "数据年度", "主营业务收入(万元)",
        "营业收入(万元)",
        "研发经费支出(万元)", "从业人员数", "在职员工数",
    )  # fmt: skip
    sheet = Sheet("软件", header)
    for firm in [firm for firm in firms if firm.software]:
        for year in YEARS:
            figures = {
                **firm.years[year],
                **(dict.fromkeys(odd.gaps.get(firm.name, ())) if year == 2024 else {}),
            }
            trap, result = odd.software.get(firm.name, ("", "")) if year == 2024 else ("", "")
            cells = [figures[name] for name in ("main", "revenue", "rd", "employees", "staff")]
            letters = f"I{firm.industry}"
            sheet.add(
                firm.name,
                firm.code,
                firm.district,
                letters,
                "在业",
                "√" if firm.large else "×",
                year,
                *cells,
                trap=trap,
                result=result,
            )
    late, trap, result = odd.late
    for year in (2022, 2023):
        cells = [late.years[year][name] for name in ("main", "revenue", "rd", "employees", "staff")]
        sheet.add(
            late.name,
            late.code,
            late.district,
            f"I{late.industry}",
            "在业",
            "√",
            year,
            *cells,
            trap=trap if year == 2023 else "",
            result=result,
        )
    raw.text(SOFTWARE, sheet, "utf-8-sig")


def _members(raw: Raw, random: Random, firms: list[Firm], odd: Specials) -> None:
    """What the members said themselves: details of the larger ones, and all figures of the small ones."""
    details = Sheet("规上会员", (
        "企业名称", "社会信用代码", "曾用名", "登记状态", "高级职称人数", "高技能人才数", "上市地", "证券代码",
        "主要产品", "市场占有率", "产业链环节",
    ), ("促进会规上会员企业补充信息（2024年）",), percent="市场占有率")  # fmt: skip
    for place, firm in enumerate(firm for firm in firms if firm.large):
        trap, result = odd.members.get(firm.name, ("", ""))
        share = round(random.uniform(0.02, 0.31), 3) if place < 40 else None
        wrong = damaged(firm.code) if firm.name == odd.damaged else firm.code
        heads = (
            (None, None)
            if firm.district == "高新区" and not firm.software
            else (firm.now["senior"], firm.now["skilled"])
        )
        details.add(firm.name, wrong, firm.former or None, "存续", *heads, firm.exchange or None, firm.stock or None,
                    PRODUCTS_OF[firm.industry], share, firm.segment, trap=trap, result=result)  # fmt: skip
    small = Sheet("中小微会员", (
        "企业名称", "社会信用代码", "所在区", "行业代码", "登记状态", "是否规上", "产值（万元）", "营业收入（万元）",
        "研发经费支出（万元）",
        "从业人员数",
        "在职员工数", "高级职称人数", "高技能人才数", "产业链环节",
    ), ("促进会中小微会员企业基本信息（2024年）",))  # fmt: skip
    for firm in [firm for firm in firms if main_list(firm) == MEMBERS]:
        _small(
            small,
            firm,
            firm.now,
            firm.code if firm.name not in odd.codeless else None,
            "否",
            odd.members.get(firm.name, ("", "")),
        )
    for firm, changed, trap, result in odd.disagreeing:
        _small(small, firm, {**firm.now, **changed}, firm.code, "是", (trap, result))
    for firm, trap, result in odd.small:
        _small(small, firm, firm.now, firm.code, "否", (trap, result))
    raw.xlsx(MEMBERS, details, small)


def _small(
    sheet: Sheet, firm: Firm, figures: dict[str, float], code: str | None, large: str, note: tuple[str, str]
) -> None:
    cells = [figures[name] for name in ("output", "revenue", "rd", "employees", "staff", "senior", "skilled")]
    sheet.add(
        firm.name,
        code,
        firm.district,
        firm.industry,
        "存续",
        large,
        *cells,
        firm.segment,
        trap=note[0],
        result=note[1],
    )


def _trade(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    """Imports and exports in RMB (customs' habit), foreign capital in USD."""
    header = (
        "企业名称",
        "统一社会信用代码",
        "进口额（万元人民币）",
        "出口额（万元人民币）",
        "外商直接投资（万美元）",
        "外商其他投资（万美元）",
        "对外借款（万美元）",
    )
    sheet = Sheet("2024年", header, ("2024年企业进出口和利用外资情况", "填报单位：商务部门（示例）"))
    for firm in [firm for firm in firms if firm.exports or firm.imports or firm.fdi or firm.loans]:
        name, trap, result = odd.english.get(firm.name, (firm.name, "", ""))
        sheet.add(
            name, firm.code, firm.imports, firm.exports, firm.fdi, None, firm.loans, trap=trap, result=result
        )
    raw.xlsx(TRADE, sheet)
