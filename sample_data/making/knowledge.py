"""Carriers, patents, standards, people: lists whose rows have owners."""

from __future__ import annotations

import datetime as dt
from random import Random

from making.book import Raw, Sheet
from making.cast import Firm
from making.names import people

CARRIERS = "创新载体清单.xlsx"
PATENTS = "PCT专利清单.xlsx"
STANDARDS = "主导及参与标准清单.xlsx"
TALENTS = "人才清单.csv"
UNIVERSITY, SECOND_UNIVERSITY, INSTITUTE = "津沽理工大学", "渤海湾工程大学", "天津未名感知技术研究院"
FAR_UNIVERSITY, UNKNOWN_INSTITUTE = "潞河示例师范大学", "海河微系统研究所"
FOREIGN = "Nordwald Sensorik Institut"


def write(raw: Raw, random: Random, firms: list[Firm], outside: Firm) -> None:
    """Write the four lists."""
    large = [firm for firm in firms if firm.large]
    _carriers(raw, large, outside)
    _patents(raw, large, outside)
    _standards(raw, large)
    _talents(raw, random, large, outside)


def _carriers(raw: Raw, firms: list[Firm], outside: Firm) -> None:
    header = ("载体名称", "所属单位", "级别", "载体类别", "所在区", "认定年份", "是否与主导产业相关")
    sheet = Sheet("创新载体", header, ("集群创新载体清单（截至2024年12月31日）",))
    add = sheet.add
    add(
        f"{firms[0].brand}国家企业技术中心",
        firms[0].name,
        "国家级",
        "国家认定企业技术中心",
        firms[0].district,
        2019,
        "是",
        trap="“国家认定企业技术中心”",
        result="与国家企业技术中心是同一类：计入",
    )
    add(
        f"{firms[1].brand}国家级工业设计中心",
        firms[1].name,
        "国家级",
        "国家级工业设计中心",
        firms[1].district,
        2021,
        "是",
    )
    add(
        "智能感知国家工程研究中心",
        UNIVERSITY,
        "国家级",
        "国家工程研究中心",
        "西青区",
        2017,
        "是",
        trap="高校的载体（见“集群内其他机构”）",
        result="机构在集群内：计入",
    )
    add("精密测试全国重点实验室", SECOND_UNIVERSITY, "国家级", "全国重点实验室", "津南区", 2022, "是")
    add(
        "传感材料国家国际科技合作基地",
        INSTITUTE,
        "国家级",
        "国家国际科技合作基地",
        "高新区",
        2020,
        "是",
        trap="国家级，但不是指南列举的七类",
        result="不计入国家级载体，列出",
    )
    add(
        "食品加工国家工程研究中心",
        UNIVERSITY,
        "国家级",
        "国家工程研究中心",
        "西青区",
        2016,
        "否",
        trap="与主导产业无关",
        result="不计入",
    )
    add(
        "潞河微纳国家重点实验室",
        FAR_UNIVERSITY,
        "国家级",
        "国家重点实验室",
        "河北区",
        2018,
        "是",
        trap="所在区在集群外",
        result="不计入",
    )
    kinds = ("市级企业技术中心", "市级重点实验室", "市级工程研究中心", "市级工业设计中心")
    for place in range(2, 16):
        kind = kinds[place % 4]
        add(
            f"{firms[place].brand}{kind[2:]}",
            firms[place].name,
            ("市级", "天津市级", "省级")[place % 3],
            kind,
            firms[place].district,
            2016 + place % 8,
            "是" if place % 5 else None,
        )
    add(
        "微系统封装市级重点实验室",
        UNKNOWN_INSTITUTE,
        "市级",
        "市级重点实验室",
        "高新区",
        2021,
        "是",
        trap="所属单位不在任何名单上",
        result="按集群机构暂计，提示人工确认（待答问题）",
    )
    add(
        f"{firms[20].brand}企业技术中心",
        firms[20].name,
        "市级",
        "市级企业技术中心",
        firms[20].district,
        2025,
        "是",
        trap="2025年认定",
        result="晚于基准日：不计入",
    )
    add(
        f"{outside.brand}企业技术中心",
        outside.name,
        "市级",
        "市级企业技术中心",
        None,
        2020,
        "是",
        trap="所属企业在邻区",
        result="所属企业不在范围：不计入",
    )
    raw.xlsx(CARRIERS, sheet)


def _patents(raw: Raw, firms: list[Firm], outside: Firm) -> None:
    header = ("专利号", "专利名称", "申请人", "途径", "授权日", "授权国家")
    sheet = Sheet("PCT", header, ("PCT途径国际专利清单",))
    things = (
        "一种压力传感器及其封装方法",
        "一种温度补偿电路",
        "惯性测量装置",
        "红外探测器读出电路",
        "流量计量方法及装置",
    )
    for number in range(38):
        firm, day = firms[number % 22], dt.date(2019 + number % 6, 1 + number % 12, 1 + number % 28)
        sheet.add(f"US{11900000 + number * 1373}B2", things[number % 5], firm.name, "PCT", day, "美国")
    sheet.add(
        "EP3990001B1",
        things[0],
        f"{firms[0].name}；{UNIVERSITY}",
        "PCT",
        dt.date(2022, 5, 18),
        "欧洲",
        trap="两个申请人",
        result="一件专利只计 1 件",
    )
    sheet.add(
        "EP3990002B1",
        things[1],
        f"{FOREIGN}、{firms[5].name}",
        "PCT",
        dt.date(2023, 2, 8),
        "欧洲",
        trap="外方机构与集群企业共同申请",
        result="有一个申请人在范围内即计入",
    )
    sheet.add(
        "EP3990003B1",
        things[2],
        FOREIGN,
        "PCT",
        dt.date(2023, 9, 6),
        "欧洲",
        trap="申请人只有外方机构（外文名称）",
        result="decisions.csv 已答复不属于集群：不计入",
    )
    sheet.add(sheet.rows[0][0], *sheet.rows[0][1:], trap="同一专利列了两次", result="按专利号只计 1 件")
    sheet.add("JP7190001B2", things[3], UNIVERSITY, "PCT", dt.date(2021, 12, 1), "日本")
    sheet.add("JP7190002B2", things[4], UNKNOWN_INSTITUTE, "PCT", dt.date(2024, 4, 3), "日本")
    sheet.add(
        "US12590001B2",
        things[0],
        firms[3].name,
        "PCT",
        None,
        "美国",
        trap="没有授权日",
        result="尚未授权：不计入",
    )
    sheet.add(
        "US12590002B2",
        things[1],
        firms[3].name,
        "PCT",
        dt.date(2025, 2, 11),
        "美国",
        trap="2025年授权",
        result="晚于基准日：不计入",
    )
    sheet.add(
        "US12590003B2",
        things[2],
        firms[6].name,
        "巴黎公约",
        dt.date(2022, 3, 8),
        "美国",
        trap="途径是巴黎公约",
        result="不是PCT途径：不计入",
    )
    sheet.add(
        "US12590004B2",
        things[3],
        outside.name,
        "PCT",
        dt.date(2022, 3, 8),
        "美国",
        trap="申请人在邻区",
        result="不计入",
    )
    raw.xlsx(PATENTS, sheet)


def _standards(raw: Raw, firms: list[Firm]) -> None:
    header = ("标准编号", "标准名称", "标准类别", "参与方式", "标准状态", "所属单位")
    sheet = Sheet("标准", header, ("主导及参与制定标准清单",))
    for number in range(4):
        sheet.add(
            f"IEC 6{2990 + number}-{number + 1}:{2019 + number}",
            f"智能传感器接口 第{number + 1}部分",
            "国际标准",
            "参与" if number else "主导",
            "现行",
            firms[number * 2].name,
        )
    for number in range(19):
        owner = UNIVERSITY if number % 6 == 5 else firms[number].name
        sheet.add(
            f"GB/T {49010 + number * 7}-{2016 + number % 9}",
            f"传感器通用规范（示例{number + 1}）",
            "国家标准",
            "参与" if number % 3 else "牵头",
            "现行",
            owner,
        )
    sheet.add(
        "GB/T 49010-2022",
        "传感器通用规范（示例1）",
        "国家标准",
        "牵头",
        "现行",
        firms[0].name,
        trap="同一标准的新版本",
        result="不计年号，同一标准只计 1 项",
    )
    sheet.add(
        "GB/T 49500.1-2020",
        "智能仪表 第1部分",
        "国家标准",
        "参与",
        "现行",
        f"{firms[3].name}、{INSTITUTE}等",
        trap="多家单位，末尾有“等”",
        result="有一家在范围内即计入；提示“等”字后面没有写全",
    )
    sheet.add(
        "GB/T 49500.2-2020",
        "智能仪表 第2部分",
        "国家标准",
        "参与",
        "现行",
        INSTITUTE,
        trap="与上一行只差部分号",
        result="分部分各是一项：计入",
    )
    sheet.add(
        "GB/T 49600-2010",
        "压力变送器（旧）",
        "国家标准",
        "参与",
        "废止",
        firms[1].name,
        trap="已废止",
        result="不计入",
    )
    sheet.add(
        "GB/T 49700-2025",
        "智能传感器可靠性",
        "国家标准",
        "主导",
        "现行",
        firms[1].name,
        trap="2025年发布",
        result="晚于基准日：不计入",
    )
    for number in range(4):
        sheet.add(f"T/EXAMPLE {10 + number}-2023", f"团体标准示例{number + 1}", "团体标准", "主导", "现行", firms[number].name,
                  trap="团体标准" if not number else "", result="不是国际、国家标准：不计入（同类共4行）")  # fmt: skip
    sheet.add(
        "JB/T 49800-2021",
        "行业标准示例",
        "行业标准",
        "参与",
        "现行",
        firms[7].name,
        trap="行业标准",
        result="不计入",
    )
    raw.xlsx(STANDARDS, sheet)


def _talents(raw: Raw, random: Random, firms: list[Firm], outside: Firm) -> None:
    header = ("姓名", "人才计划", "级别", "是否院士", "所在单位", "入选年份", "是否与主导产业相关")
    sheet, names = Sheet("人才", header), people(random)
    for number in range(9):
        sheet.add(
            next(names),
            "国家级人才计划（示例）",
            "国家级",
            "否",
            firms[number].name if number % 3 else UNIVERSITY,
            2016 + number % 8,
            "是",
        )
    double = next(names)
    sheet.add(double, "国家级人才计划（示例甲）", "国家级", "否", firms[2].name, 2019, "是")
    sheet.add(
        double,
        "国家级人才计划（示例乙）",
        "国家级",
        "否",
        firms[2].name,
        2022,
        "是",
        trap="同一人入选两个国家级计划",
        result="按人计：只算 1 名",
    )
    sheet.add(
        double,
        "市级人才计划（示例）",
        "市级",
        "否",
        firms[2].name,
        2018,
        "是",
        trap="同一人另有市级计划",
        result="国家级、省部级各算 1 名",
    )
    for number in range(17):
        owner = (firms[number + 3].name, SECOND_UNIVERSITY, INSTITUTE)[number % 3]
        sheet.add(
            next(names),
            "省部级人才计划（示例）",
            "省部级" if number % 2 else "市级",
            "否",
            owner,
            2015 + number % 9,
            "是",
        )
    sheet.add(
        "程望澜",
        "中国工程院院士（示例）",
        "省部级",
        "是",
        UNIVERSITY,
        2017,
        "是",
        trap="院士，级别栏写“省部级”；另见院士工作机制名单",
        result="院士一律算国家级人才；本行也算省部级。指标34按名单另计",
    )
    sheet.add(
        next(names),
        "国家级人才计划（示例）",
        "国家级",
        "否",
        firms[4].name,
        2020,
        "否",
        trap="与主导产业无关",
        result="不计入",
    )
    sheet.add(
        next(names),
        "国家级人才计划（示例）",
        "国家级",
        "否",
        outside.name,
        2021,
        "是",
        trap="单位在邻区",
        result="不计入",
    )
    sheet.add(
        next(names),
        "省部级人才计划（示例）",
        "省部级",
        "否",
        UNIVERSITY,
        2025,
        "是",
        trap="2025年入选",
        result="晚于基准日：不计入",
    )
    raw.text(TALENTS, sheet, "utf-8-sig")
