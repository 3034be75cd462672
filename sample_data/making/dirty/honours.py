"""The official lists, as ministries, the city and districts publish them: attachments in Word, PDF, web pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from making import honours
from making.dirty.facts import Facts, Row
from making.dirty.folder import Folder
from making.dirty.layout import Grid, Page, Text, Turn, down
from making.dirty.plain_files import as_text
from making.dirty.spellings import misspelt
from making.dirty.tracks import control, rewrite, strike_row

CHAMPIONS = "附件：制造业单项冠军企业名单（国家级、市级）.docx"
GIANTS = "国家级专精特新小巨人企业名单（天津）.docx"
SRDI = "天津市专精特新中小企业名单.pdf"
HIGHTECH_2024 = "天津市2024年认定的高新技术企业名单.pdf"
HIGHTECH_2023 = "2023年高新技术企业认定名单（两栏）.docx"
HIGHTECH_2022 = "2022年高企名单.xls"
HIGHTECH_2021 = "2021年高新技术企业名单.txt"
DIGITAL = "智能制造和工业互联网类名单（一张表）.xlsx"
GREEN = "国家级绿色工厂名单.docx"


def write(raw: Folder, facts: Facts) -> None:
    """Write them all."""
    _champions(raw, facts)
    _giants(raw, facts)
    _srdi(raw, facts)
    _hightech(raw, facts)
    _digital(raw, facts)
    _green(raw, facts)


def _champions(raw: Folder, facts: Facts) -> None:
    """One document, two attachments: the titles say which is which."""
    national = facts.rows(honours.CHAMPIONS, "名单")
    municipal = facts.rows(honours.MUNICIPAL_CHAMPIONS, "市级单项冠军")
    raw.paper(
        CHAMPIONS,
        Text("关于公布制造业单项冠军企业名单的通知（示例）", "title"),
        Text("各区工业和信息化主管部门："),
        Text("经企业自愿申报、各区推荐、专家论证和社会公示，现将名单予以公布，请加强跟踪服务。"),
        Text("2025年1月6日", "right"),
        Turn(),
        Text("附件1", "mark"),
        Text("国家级制造业单项冠军企业（产品）名单（天津市部分）", "title"),
        Grid(
            [["序号", "企业名称", "类型", "主营产品", "认定\n年份", "复核\n年份"],
             *[[row["序号"], row["企业名称"], row["类型"], row["主营产品"], row["认定年份"], row["复核年份"] or "—"]
               for row in national]],
            widths=(14, 66, 30, 24, 18, 18),
        ),
        Turn(),
        Text("附件2", "mark"),
        Text("天津市制造业单项冠军企业名单", "title"),
        Grid(
            [["序号", "企业名称", "认定年份", "批次"],
             *[[number, row["企业名称"], row["认定年份"], row["批次"]] for number, row in enumerate(municipal, 1)]],
            widths=(14, 90, 30, 30),
        ),
    )  # fmt: skip


def _giants(raw: Folder, facts: Facts) -> None:
    """Names in content controls, one corrected with tracked changes, one row struck out, two names misspelt."""
    new, old = (facts.rows(honours.GIANTS, name) for name in ("第五至六批", "第二至四批"))
    lines = [_giant(number, row) for number, row in enumerate([*new, *old], 1)]
    lines[2][1], lines[6][1] = misspelt(lines[2][1]), misspelt(lines[6][1])
    lines[2][2] = lines[6][2] = ""
    lines.insert(
        11, ["", _namesake(new[0]["企业名称"]), "", "国家级", "2023年", "2026年6月30日", "", "第五批"]
    )
    lines.append(["", "天津旧稿示例传感有限公司", "", "国家级", "2023年", "2026年6月30日", "", "第五批"])
    lines = [[number, *line[1:]] for number, line in enumerate(lines, 1)]

    def mark(document: Any) -> None:
        rows = document.tables[0].rows
        for row in rows[1:9:2]:
            control(row.cells[1])
        rewrite(rows[10].cells[1], "天津误录示例科技有限公司")
        strike_row(rows[-1])

    raw.paper(
        GIANTS,
        Text("附件1", "mark"),
        Text("国家级专精特新“小巨人”企业名单（天津市部分，第二批至第六批）", "title"),
        Grid([["序号", "企业名称", "统一社会信用代码", "级别", "认定\n年份", "有效期至", "复核\n年份", "批次"], *lines],
             widths=(11, 46, 44, 15, 15, 24, 13, 14)),
        Text("注：排名不分先后。"),
        then=mark,
    )  # fmt: skip


def _giant(number: int, row: Row) -> list[Any]:
    return [number, row["企业名称"], row["统一社会信用代码"] or "", row["级别"], f"{row['认定年份']}年", _day(row["有效期至"]),
            row["复核年份"] or "", row["批次"]]  # fmt: skip


def _day(day: dt.date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _namesake(name: str) -> str:
    """Return a company of the same name in another city."""
    return name.replace("天津", "苏州", 1).replace("（天津）", "").replace("(天津)", "")


def _srdi(raw: Folder, facts: Facts) -> None:
    """A PDF of several pages; some names misspelt, where the list gives no code."""
    lines = []
    for number, row in enumerate(facts.rows(honours.SRDI, "市级"), 1):
        name, code = row["企业名称"], row["统一社会信用代码"] or ""
        if number in (7, 19, 33):
            name, code = misspelt(name), ""
        if number == 12:
            name = f"{name[:4]}电子仪器厂"  # what it was called when it was named
        lines.append([number, name, code, row["认定年份"], row["有效期至"].replace("/", ".")])
    raw.printed(
        SRDI,
        Text("附件", "mark"),
        Text("天津市专精特新中小企业名单（节选）", "title"),
        Grid([["序号", "企业名称", "统一社会信用代码", "认定年度", "有效期至"], *lines], widths=(14, 66, 46, 22, 24)),
    )  # fmt: skip


def _hightech(raw: Folder, facts: Facts) -> None:
    """Four years, four formats: a PDF, two columns in Word, an Excel 97 workbook, a text file."""
    _hightech_2024(raw, facts.rows(honours.HIGHTECH, "2024年认定"))
    _hightech_2023(raw, facts.rows(honours.HIGHTECH, "2023年认定"))
    rows = facts.rows(honours.HIGHTECH, "2022年认定")
    lines = [[row["序号"], _broken(row["企业名称"]), row["证书编号"], "2022年"] for row in rows]
    raw.saved_as(HIGHTECH_2022, Page("sheet1", [
        Text("2022年天津市认定的高新技术企业名单（节选）", "title"),
        Grid([["序号", "企业名称", "证书编号", "认定年度"], *lines]),
    ]))  # fmt: skip
    rows = facts.rows(honours.HIGHTECH, "2021年认定")
    listed = [[row["序号"], row["企业名称"], row["统一社会信用代码"] or "无", 2021] for row in rows]
    head = [
        ["2021年天津市认定的高新技术企业名单（节选）"],
        ["序号", "企业名称", "统一社会信用代码", "认定年份"],
    ]
    raw.data(HIGHTECH_2021, as_text([*head, *listed], "utf-16", "\t"))


def _broken(name: str) -> str:
    """Break a long name into two lines, as who wants it to fit a cell does."""
    return f"{name[:8]}\n{name[8:]}" if len(name) > 14 else name


def _hightech_2024(raw: Folder, rows: Sequence[Row]) -> None:
    lines = [
        [
            row["序号"],
            row["企业名称"],
            row["统一社会信用代码"] or "",
            row["证书编号"],
            f"2024年12月{1 + at % 28}日",
        ]
        for at, row in enumerate(rows)
    ]
    lines[9][1:3] = misspelt(lines[9][1]), ""
    raw.printed(
        HIGHTECH_2024,
        Text("附件", "mark"),
        Text("天津市2024年认定的高新技术企业名单（节选）", "title"),
        Grid(
            [["序号", "企业名称", "统一社会信用代码", "证书编号", "发证日期"], *lines],
            widths=(12, 56, 44, 32, 28),
            repeat=False,
        ),
    )


def _hightech_2023(raw: Folder, rows: Sequence[Row]) -> None:
    half = (len(rows) + 1) // 2
    right = [*rows[half:], *[None] * (2 * half - len(rows))]
    lines = [
        [one["序号"], one["企业名称"], two["序号"] if two else "", two["企业名称"] if two else ""]
        for one, two in zip(rows[:half], right, strict=True)
    ]
    raw.paper(
        HIGHTECH_2023,
        Text("2023年天津市认定的高新技术企业名单（节选）", "title"),
        Text("认定时间：2023年12月8日", "right"),
        Grid([["序号", "企业名称", "序号", "企业名称"], *lines], widths=(12, 72, 12, 72)),
    )


def _digital(raw: Folder, facts: Facts) -> None:
    """Five lists below one another on one sheet; nothing but their titles tells them apart."""
    blocks: list[Any] = []
    for place, sheet in enumerate(
        ("智能工厂", "5G工厂", "智能制造优秀场景", "标识解析二级节点", "工业互联网平台")
    ):
        rows = facts.rows(honours.DIGITAL, sheet)
        header = [name for name in rows[0] if name not in ("统一社会信用代码", "文号")]
        title = f"{'一二三四五'[place]}、{facts.sheets[honours.DIGITAL, sheet].titles[0]}"
        lines = [[number, *(row[name] for name in header)] for number, row in enumerate(rows, 1)]
        blocks += [Text(title, "title"), Grid([["序号", *header], *lines]), Text(""), Text("")]
    raw.workbook(DIGITAL, Page("汇总", blocks))


def _green(raw: Folder, facts: Facts) -> None:
    """District cells merged over their firms; the factory's name in brackets behind the firm's."""
    rows = facts.rows(honours.GREEN, "绿色工厂")
    places = {firm.name: firm.district for firm in facts.firms}
    rows = sorted(rows, key=lambda row: places.get(row["企业名称"], "外省市"))
    lines = [
        [number, places.get(row["企业名称"], "外省市"), row["企业名称"], f"{row['认定年份']}年度"]
        for number, row in enumerate(rows, 1)
    ]
    merged = []
    for at, line in enumerate(lines, 1):
        if at > 1 and lines[at - 2][1] == line[1]:
            first = merged.pop()[0][0] if merged and merged[-1][1][0] == at - 1 else at - 1
            merged.append(down(1, first, at))
    raw.paper(
        GREEN,
        Text("附件2", "mark"),
        Text("国家级绿色工厂名单（天津市部分）", "title"),
        Grid(
            [["序号", "推荐单位", "企业名称", "公布年度"], *lines],
            merged,
            widths=(14, 30, 90, 30),
        ),
    )
