"""The remaining lists: services, money, events, partners, projects, references, the chain, and what is no list."""

from __future__ import annotations

import datetime as dt
from typing import Any

from making.dirty.facts import Facts, Row
from making.dirty.folder import Folder
from making.dirty.layout import Grid, Page, Text
from making.dirty.plain_files import as_text

SERVICES = "公共服务平台、基金、培训机构.xlsx"
ACTIVITIES = "促进会2024年活动情况.docx"
PARTNERS = "促进组织工作情况.xlsx"
INSTITUTIONS = "集群内高校院所.txt"
PROJECTS = "集群重点项目（附表5）.docx"
REFERENCES = "外部参照数据.csv"
LINKS = "集群配套关系.xlsx"
SCAN = "营业执照（扫描件）.pdf"
LOCK = "~$龙头企业快报对照.xlsx"
LETTER = "关于报送集群有关名单的函.docx"


def write(raw: Folder, facts: Facts) -> None:
    """Write them all."""
    _services(raw, facts)
    _activities(raw, facts)
    _partners(raw, facts)
    _institutions(raw, facts)
    _projects(raw, facts)
    _links(raw, facts)
    rows = facts.rows("外部参照数据.csv", "参照")
    raw.data(REFERENCES, as_text([list(rows[0]), *(list(row.values()) for row in rows)], "gbk"))
    _letter(raw)
    raw.scanned(
        SCAN,
        Text("营业执照（示例）", "title"),
        Text("名称：天津示例传感技术有限公司"),
        Text("类型：有限责任公司"),
    )
    raw.data(LOCK, "示例用户".encode("utf-16-le").ljust(165, b"\0"))


def _services(raw: Folder, facts: Facts) -> None:
    """Three sheets; the funds' sizes bring their units, one is in Chinese numerals."""
    platforms = [list(row.values()) for row in facts.rows("公共服务平台清单.xlsx", "平台")]
    for row in platforms:
        row[1] = {"是": "国家级", "否": "市级"}[row[1]]
        row[4] = {"招商服务": "招商引资类"}.get(row[4], row[4])
    given = facts.rows("产业引导基金情况表.xlsx", "基金")
    funds = [_fund(row, size) for row, size in zip(given, ("10亿元", "三十亿元", "80000万元"), strict=True)]
    training = [
        [row["机构名称"], row["教育或培训方向"], f"{row['教育或培训规模（人/年）']}人/年"]
        for row in facts.rows("职业教育或培训机构.csv", "培训机构")
    ]
    raw.workbook(
        SERVICES,
        Page("公共服务平台", [Text("产业公共服务平台清单", "title"),
                        Grid([["平台名称", "平台级别（是否国家级）", "建设单位", "服务内容", "平台类别"], *platforms])]),
        Page("产业基金", [Text("政府产业引导基金情况", "title"),
                      Grid([["基金名称", "基金规模", "基金性质（是否综合性）", "支持主导产业规模"], *funds])]),
        Page("培训机构", [Text("职业教育或培训机构情况", "title"), Grid([["机构名称", "培训方向", "规模"], *training])]),
    )  # fmt: skip


def _fund(row: Row, size: str) -> list[str]:
    mixed = row["是否综合性"] == "是"
    return [row["基金名称"], size, "综合性" if mixed else "专项", "4.5亿元" if mixed else "/"]


def _activities(raw: Folder, facts: Facts) -> None:
    """Dates as people write them in a report."""
    rows = facts.rows("促进会活动记录.xlsx", "活动")
    lines = [
        [number, _when(number, row["活动日期"]), row["活动名称"], row["活动内容或方向"], row["取得的成效"]]
        for number, row in enumerate(rows, 1)
    ]
    raw.paper(
        ACTIVITIES,
        Text("天津市西青区智能感知产业促进会交流对接活动情况", "title"),
        Grid([["序号", "举办时间", "活动名称", "内容或方向", "成效"], *lines], widths=(12, 34, 62, 30, 40)),
    )


def _when(number: int, day: dt.date) -> str:
    spelt = (f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}", f"{day:%Y-%m-%d}")
    return spelt[number % 3]


def _partners(raw: Folder, facts: Facts) -> None:
    """Four small lists of the association, a sheet each."""
    leading = facts.rows("合作服务龙头企业名单.xlsx", "龙头")
    academicians = facts.rows("院士工作指导机制.csv", "院士")
    carriers = facts.rows("协作机制载体.csv", "协作载体")
    tanks = facts.rows("智库合作名单.csv", "智库")
    served = [[number, row["企业名称"], row["服务内容"]] for number, row in enumerate(leading, 1)]
    raw.workbook(
        PARTNERS,
        Page("龙头企业", [Text("合作服务的集群龙头企业", "title"), Grid([["序号", "龙头企业名称", "服务内容"], *served])]),
        _as_it_is("院士", "院士工作指导机制", academicians),
        _as_it_is("协作载体", "协作机制载体", carriers),
        _as_it_is("智库", "合作智库", tanks),
    )  # fmt: skip


def _as_it_is(name: str, title: str, rows: list[Row]) -> Page:
    return Page(name, [Text(title, "title"), Grid([list(rows[0]), *(list(row.values()) for row in rows)])])


def _institutions(raw: Folder, facts: Facts) -> None:
    rows = facts.rows("集群内其他机构.xlsx", "机构")
    raw.data(
        INSTITUTIONS,
        as_text([["集群内其他机构"], list(rows[0]), *(list(row.values()) for row in rows)], "gb18030", "\t"),
    )


def _projects(raw: Folder, facts: Facts) -> None:
    """附表5 as a Word table, amounts with their units."""
    rows = facts.rows("集群重点项目.xlsx", "项目")
    header = [
        "序号",
        "项目名称",
        "项目承担单位",
        "主要建设内容及目标",
        "计划投资",
        "已完成投资",
        "建设情况及成效",
        "建设起止时间",
        "备注",
    ]
    lines = [_project(number, row) for number, row in enumerate(rows, 1)]
    raw.paper(
        PROJECTS,
        Text("附表5", "mark"),
        Text("集群重点项目情况", "title"),
        Grid([header, *lines], widths=(10, 26, 28, 32, 16, 16, 28, 18, 12)),
    )


def _project(number: int, row: Row) -> list[Any]:
    owners = row["项目承担单位"].replace("、", "\n")
    money = [f"{row[name]}亿元" for name in ("计划投资金额（亿元）", "已完成投资金额（亿元）")]
    when = f"{row['建设起始时间']}至{row['建设完成时间']}"
    return [
        number,
        row["项目名称"],
        owners,
        row["主要建设内容及目标"],
        *money,
        row["项目建设情况及成效"],
        when,
        row["备注"],
    ]


def _links(raw: Folder, facts: Facts) -> None:
    rows = facts.rows("集群配套关系.xlsx", "配套")
    header = ["供应企业", "采购企业", "产品名称", "采购额", "年度"]
    lines = [[row["供应方"], row["需求方"], row["产品"], row["金额（万元）"], row["年度"]] for row in rows]
    raw.workbook(
        LINKS,
        Page(
            "配套",
            [
                Text("集群内配套关系调查", "title"),
                Text("单位：万元", "right"),
                Grid([header, *lines]),
            ],
        ),
    )


def _letter(raw: Folder) -> None:
    """A letter: no list at all."""
    raw.paper(
        LETTER,
        Text("关于报送集群有关名单的函（示例）", "title"),
        Text("天津市西青区智能感知产业促进会："),
        Text("现将辖区企业、载体、人才等名单随函报送，请查收。电子版与纸质版不一致的，以电子版为准。"),
        Text("联系人：示例丁　联系电话：022-55500011"),
        Text("二〇二五年二月二十日", "right"),
    )
