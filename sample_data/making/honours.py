"""The eleven kinds of official lists, as ministries and bureaus publish them."""

from __future__ import annotations

import datetime as dt
from random import Random

from making.book import Raw, Sheet
from making.cast import Firm
from making.specials import Specials

CHAMPIONS = "制造业单项冠军企业名单（国家级）.xlsx"
MUNICIPAL_CHAMPIONS = "天津市制造业单项冠军企业名单.xlsx"
GIANTS = "国家级专精特新“小巨人”企业名单.xlsx"
SRDI = "天津市专精特新中小企业名单.csv"
HIGHTECH = "国家级高新技术企业名单.xlsx"
DIGITAL = "工信部智能制造与工业互联网名单汇总.xlsx"
GREEN = "国家级绿色工厂名单.xlsx"
LAPSED_HIGHTECH = (
    "2021年认定的高企，没有重新认定",
    "三年期满：不计入；在上年度到期，提示核实是否重新认定（同类共7行）",
)
OUTSIDE = ("河北燕岭示例传感器有限公司", "廊坊冀北示例仪表有限公司", "唐山滦河示例自动化有限公司")


def write(raw: Raw, random: Random, firms: list[Firm], odd: Specials) -> None:
    """Write all eleven."""
    large = [firm for firm in firms if firm.large]
    _champions(raw, large)
    _municipal_champions(raw, large)
    _giants(raw, large, odd)
    _srdi(raw, random, firms, odd)
    _hightech(raw, random, firms, odd)
    _digital(raw, large)
    _green(raw, large)


def _champions(raw: Raw, firms: list[Firm]) -> None:
    sheet = Sheet(
        "名单",
        ("序号", "企业名称", "统一社会信用代码", "类型", "主营产品", "批次", "认定年份", "复核年份", "文号"),
        ("制造业单项冠军企业（产品）名单（天津市部分）", "发布单位：工业和信息化部（示例数据）"),
    )
    rows = (
        (firms[0], "示范企业", "第八批", 2024, None, "", ""),
        (firms[1], "示范企业", "第六批", 2021, 2024, "2021年认定、2024年通过复核", "复核后有效：计入"),
        (firms[6], "单项冠军产品", "第七批", 2022, None, "", ""),
        (
            firms[9],
            "示范企业",
            "第五批",
            2020,
            None,
            "2020年认定，没有复核",
            "三年期满已失效：不计入，明细写明原因",
        ),
        (firms[12], "培育企业", "第七批", 2023, None, "类型是“培育企业”", "培育企业不是单项冠军：不计入"),
    )
    for place, (firm, kind, batch, year, review, trap, result) in enumerate(rows, start=1):
        sheet.add(
            place,
            firm.name,
            firm.code,
            kind,
            "示例产品",
            batch,
            year,
            review,
            f"示例联政法〔{year}〕{place}号",
            trap=trap,
            result=result,
        )
    sheet.add(
        6,
        OUTSIDE[0],
        None,
        "示范企业",
        "示例产品",
        "第七批",
        2022,
        None,
        "示例联政法〔2022〕6号",
        trap="外省企业，名录中没有",
        result="匹配不到：列出，不丢弃，不计入",
    )
    raw.xlsx(CHAMPIONS, sheet)


def _municipal_champions(raw: Raw, firms: list[Firm]) -> None:
    sheet = Sheet("市级单项冠军", ("企业名称", "级别", "认定年份", "批次"), ("天津市制造业单项冠军企业名单",))
    for place in (2, 3, 5, 8, 11, 14, 17, 21, 26):
        sheet.add(firms[place].name, "市级", 2022 + place % 3, f"第{2 + place % 3}批")
    sheet.add(firms[2].name, "市级", 2023, "第三批", trap="同一企业在两个批次", result="按企业计：只算 1 家")
    sheet.add(firms[30].name, "市级", 2020, "第一批", trap="2020年认定，没有复核", result="已失效：不计入")
    raw.xlsx(MUNICIPAL_CHAMPIONS, sheet)


def _giants(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    header = ("序号", "企业名称", "统一社会信用代码", "级别", "认定年份", "有效期至", "复核年份", "批次")
    valid = [firms[place] for place in (4, 5, 7, 10, 15, 16, 18, 20, 22, 24, 28)]
    new = Sheet("第五至六批", header, ("国家级专精特新“小巨人”企业名单（天津市部分）",))
    for place, firm in enumerate(valid, start=1):
        year = 2023 + place % 2
        new.add(
            place,
            _bracketed(firm.name, place),
            firm.code if place % 3 else None,
            "国家级",
            year,
            dt.date(year + 3, 6, 30),
            None,
            f"第{year - 2018}批",
        )
    renamed = firms[13]
    new.add(
        12,
        renamed.former,
        None,
        "国家级",
        2023,
        dt.date(2026, 6, 30),
        None,
        "第五批",
        trap="名单用的是企业旧名",
        result="按曾用名匹配，计入",
    )
    new.add(
        13,
        firms[33].name,
        firms[33].code,
        "市级",
        2023,
        None,
        None,
        "第五批",
        trap="国家级名单里混入“市级”行",
        result="级别与名单矛盾：不计入",
    )
    new.add(
        14,
        odd.named["dead"].name,
        odd.named["dead"].code,
        "国家级",
        2023,
        dt.date(2026, 6, 30),
        None,
        "第五批",
        trap="企业已注销",
        result="不计入",
    )
    new.add(
        15,
        odd.named["neighbour"].name,
        odd.named["neighbour"].code,
        "国家级",
        2023,
        dt.date(2026, 6, 30),
        None,
        "第五批",
        trap="邻区企业",
        result="不在范围：不计入",
    )
    short = firms[36]
    new.add(16, f"{short.name[:2]}{short.brand}{_product(short)}", None, "国家级", 2024, dt.date(2027, 6, 30), None, "第六批",
            trap="名单写的是简称", result="只是疑似：decisions.csv 已由人确认为该企业，计入")  # fmt: skip
    old = Sheet("第二至四批", header, ("国家级专精特新“小巨人”企业名单（天津市部分）",))
    old.add(
        1,
        firms[19].name,
        firms[19].code,
        "国家级",
        2020,
        None,
        2023,
        "第二批",
        trap="2020年认定、2023年通过复核的“小巨人”",
        result="复核后有效：计入",
    )
    old.add(
        2,
        firms[25].name,
        firms[25].code,
        "国家级",
        2020,
        None,
        None,
        "第二批",
        trap="2020年认定、没有复核的“小巨人”",
        result="已失效：不计入",
    )
    old.add(
        3,
        firms[27].name,
        firms[27].code,
        "国家级",
        2021,
        dt.date(2024, 6, 30),
        None,
        "第三批",
        trap="有效期至2024年6月30日",
        result="基准日前已到期：不计入",
    )
    old.add(
        4,
        firms[4].name,
        firms[4].code,
        "国家级",
        2021,
        dt.date(2024, 6, 30),
        None,
        "第三批",
        trap="同一企业另见第五至六批",
        result="任一行有效即可：计 1 家",
    )
    raw.xlsx(GIANTS, new, old)


def _bracketed(name: str, place: int) -> str:
    """Type some brackets half-width, as lists do."""
    return name.replace("（", "(").replace("）", ")") if place % 2 else name


def _product(firm: Firm) -> str:
    return (
        firm.name[4:]
        .replace("股份有限公司", "")
        .replace("有限公司", "")
        .replace("（天津）", "")
        .removesuffix("科技")
    )


def _srdi(raw: Raw, random: Random, firms: list[Firm], odd: Specials) -> None:
    sheet = Sheet(
        "市级",
        ("企业名称", "统一社会信用代码", "认定年份", "有效期至"),
        ("天津市专精特新中小企业名单（节选）",),
    )
    chosen = sorted(random.sample(range(4, 200), 46))
    for place in chosen:
        year = random.choice((2022, 2023, 2024))
        sheet.add(firms[place].name, firms[place].code, year, f"{year + 3}/8/31")
    rest = [place for place in range(4, 200) if place not in chosen]
    for place in rest[:5]:
        sheet.add(
            firms[place].name,
            firms[place].code,
            2021,
            "2024/8/31",
            trap="有效期至2024年8月31日" if place == rest[0] else "",
            result="已到期：不计入（同类共5行）",
        )
    sheet.add(OUTSIDE[1], None, 2023, "2026/8/31", trap="名录中没有的企业", result="匹配不到：列出，不计入")
    sheet.add(
        odd.named["moved"].name,
        odd.named["moved"].code,
        2023,
        "2026/8/31",
        trap="人工剔除的企业",
        result="不在范围：不计入",
    )
    raw.text(SRDI, sheet, "gbk")


def _hightech(raw: Raw, random: Random, firms: list[Firm], odd: Specials) -> None:
    chosen = random.sample(range(200), 91)
    sheets = []
    for year, places in (
        (2024, chosen[:30]),
        (2023, chosen[30:58]),
        (2022, chosen[58:84]),
        (2021, chosen[84:91]),
    ):
        sheet = Sheet(
            f"{year}年认定",
            ("序号", "企业名称", "统一社会信用代码", "认定年份", "证书编号"),
            (f"{year}年天津市认定的高新技术企业名单（节选）",),
        )
        for number, place in enumerate(sorted(places), start=1):
            trap, result = LAPSED_HIGHTECH if (year, number) == (2021, 1) else ("", "")
            code = firms[place].code if place % 4 else None
            sheet.add(
                number, firms[place].name, code, year, f"GR{year}12{place:06d}", trap=trap, result=result
            )
        sheets.append(sheet)
    seen = firms[chosen[0]]
    sheets[2].add(
        27,
        seen.name,
        seen.code,
        2022,
        "GR202212000999",
        trap="同一企业2022年、2024年两次认定",
        result="按企业计：只算 1 家",
    )
    sheets[0].add(
        31,
        odd.named["included"].name,
        odd.named["included"].code,
        2024,
        "GR202412000998",
        trap="人工纳入的企业",
        result="计入",
    )
    raw.xlsx(HIGHTECH, *sheets)


def _digital(raw: Raw, firms: list[Firm]) -> None:
    """One workbook with five sheets: the mapping says which sheet is which kind."""
    header = ("企业名称", "统一社会信用代码", "项目名称", "级别", "认定年份", "文号")
    factories = Sheet("智能工厂", header, ("智能工厂名单",))
    for firm, level, trap, result in (
        (firms[0], "卓越级", "级别写“卓越级”", "国家级智能工厂：计入"), (firms[1], "卓越级", "", ""),
        (firms[2], "先进级", "级别写“先进级”", "先进级是市级：不计入国家级"), (firms[3], "基础级", "级别写“基础级”", "不计入"),
    ):  # fmt: skip
        factories.add(
            firm.name,
            firm.code,
            f"{firm.brand}智能工厂",
            level,
            2024,
            "示例通函〔2024〕12号",
            trap=trap,
            result=result,
        )
    five = Sheet("5G工厂", header, ("5G工厂名录",))
    five.add(firms[0].name, firms[0].code, f"{firms[0].brand}封测一厂5G工厂", "国家级", 2023, "示例名录2023")
    five.add(
        firms[0].name,
        firms[0].code,
        f"{firms[0].brand}封测二厂5G工厂",
        "国家级",
        2024,
        "示例名录2024",
        trap="一家企业两个5G工厂",
        result="按项目计：算 2 个",
    )
    five.add(
        firms[0].name,
        None,
        f"{firms[0].brand}封测二厂5G工厂",
        "国家级",
        2024,
        "示例名录2024",
        trap="同一5G工厂列了两次",
        result="同名项目只算 1 个",
    )
    five.add(firms[4].name, firms[4].code, f"{firms[4].brand}传感器5G工厂", "国家级", 2024, "示例名录2024")
    five.add(
        firms[5].name,
        firms[5].code,
        f"{firms[5].brand}5G工厂",
        "国家级",
        2025,
        "示例名录2025",
        trap="2025年才列入名录",
        result="晚于基准日：暂不计入",
    )
    scenes = Sheet("智能制造优秀场景", header, ("智能制造优秀场景名单",))
    for place, scene in (
        (0, "智能在线检测"),
        (0, "精准作业"),
        (2, "质量精准追溯"),
        (6, "在线运行监测"),
        (11, "智能仓储"),
    ):
        scenes.add(firms[place].name, firms[place].code, scene, "国家级", 2023, "示例公告〔2023〕8号")
    nodes = Sheet("标识解析二级节点", header[:3] + header[4:], ("工业互联网标识解析二级节点",))
    nodes.add(firms[1].name, firms[1].code, "传感器行业二级节点", 2022, "示例批复〔2022〕3号")
    nodes.add(firms[9].name, firms[9].code, "仪器仪表行业二级节点", 2023, "示例批复〔2023〕5号")
    platforms = Sheet("工业互联网平台", header, ("工业互联网平台名单",))
    platforms.add(
        firms[9].name, firms[9].code, f"{firms[9].brand}设备互联平台", "国家级", 2023, "示例公告〔2023〕21号"
    )
    platforms.add(
        firms[3].name,
        firms[3].code,
        f"{firms[3].brand}工控平台",
        "市级",
        2023,
        "示例公告〔2023〕22号",
        trap="国家级名单里的市级平台",
        result="级别矛盾：不计入",
    )
    raw.xlsx(DIGITAL, factories, five, scenes, nodes, platforms)


def _green(raw: Raw, firms: list[Firm]) -> None:
    sheet = Sheet(
        "绿色工厂",
        ("序号", "工厂名称", "企业名称", "级别", "认定年份"),
        ("国家级绿色工厂名单（天津市部分）",),
    )
    for number, place in enumerate((0, 1, 3, 5, 8, 14), start=1):
        sheet.add(number, f"{firms[place].brand}绿色工厂", firms[place].name, "国家级", 2021 + number % 4)
    sheet.add(7, None, OUTSIDE[2], "国家级", 2023, trap="外省企业", result="匹配不到：列出，不计入")
    raw.xlsx(GREEN, sheet)
