"""Carriers, patents, standards, people: lists whose rows have owners."""

from __future__ import annotations

import datetime as dt
from typing import Any

from making import knowledge
from making.dirty.facts import Facts, Row
from making.dirty.folder import Folder
from making.dirty.layout import Grid, Page, Text
from making.dirty.plain_files import as_text
from making.dirty.spellings import misspelt, wide

CARRIERS = "集群创新载体清单（国家级、市级）.docx"
PATENTS = "PCT专利授权情况（知识产权部门）.xlsx"
STANDARDS = "标准制定情况.docx"
TALENTS = "人才入选情况.txt"


def write(raw: Folder, facts: Facts) -> None:
    """Write the four lists."""
    _carriers(raw, facts)
    _patents(raw, facts)
    _standards(raw, facts)
    _talents(raw, facts)


def _carriers(raw: Folder, facts: Facts) -> None:
    """Levels in words that no list knows, owners broken over lines."""
    header = ["序号", "载体名称", "依托单位", "级别", "载体类别", "所在区", "认定\n年份", "与主导产业相关"]
    lines = []
    for number, row in enumerate(facts.rows(knowledge.CARRIERS, "创新载体"), 1):
        level = {"天津市级": "市工信局认定"}.get(row["级别"], row["级别"])
        owner = misspelt(row["所属单位"]) if number == 12 else row["所属单位"]
        lines.append([number, row["载体名称"], owner, level, row["载体类别"], row["所在区"] or "", row["认定年份"],
                      {"是": "密切相关", "否": "不相关", None: ""}[row["是否与主导产业相关"]]])  # fmt: skip
    raw.paper(
        CARRIERS,
        Text("集群创新载体清单（截至2024年12月31日）", "title"),
        Grid([header, *lines], widths=(10, 40, 38, 18, 30, 16, 14, 18)),
    )


def _patents(raw: Folder, facts: Facts) -> None:
    """Dates in five spellings, several applicants on lines of a cell."""
    header = ["序号", "公开（公告）号", "发明名称", "申请（专利权）人", "途径", "授权公告日", "授权国"]
    lines = []
    for number, row in enumerate(facts.rows(knowledge.PATENTS, "PCT"), 1):
        owners = row["申请人"].replace("；", "\n") if number % 2 else row["申请人"]
        patent = wide(row["专利号"]) if number % 10 == 7 else row["专利号"]
        lines.append(
            [
                number,
                patent,
                row["专利名称"],
                owners,
                row["途径"],
                _spelt(number, row["授权日"]),
                row["授权国家"],
            ]
        )
    raw.workbook(PATENTS, Page("Sheet1", [Text("PCT途径国际专利授权情况", "title"), Grid([header, *lines])]))


def _spelt(number: int, day: dt.date | None) -> Any:
    if day is None:
        return "未授权"
    spellings = (
        day,
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y.%m.%d}",
        (day - dt.date(1899, 12, 30)).days,
    )
    return spellings[number % 5]


def _standards(raw: Folder, facts: Facts) -> None:
    """Numbers with the dash and spaces of print, kinds and roles in everyday words."""
    header = ["序号", "标准编号", "标准名称", "类别", "参与方式", "状态", "起草单位"]
    lines = []
    for number, row in enumerate(facts.rows(knowledge.STANDARDS, "标准"), 1):
        code = row["标准编号"].replace("-", "—") if number % 3 == 0 else row["标准编号"]
        code = wide(code) if number % 11 == 8 else code
        kind = {"国家标准": "国标"}.get(row["标准类别"], row["标准类别"])
        role = {"牵头": "第一起草单位", "参与": "参编"}.get(row["参与方式"], row["参与方式"])
        lines.append(
            [number, code, row["标准名称"], kind, role, _STATES.get(row["标准状态"], "有效"), row["所属单位"]]
        )
    raw.paper(
        STANDARDS,
        Text("集群主导及参与制定标准情况", "title"),
        Grid([header, *lines], widths=(10, 36, 42, 18, 24, 14, 40)),
    )


_STATES = {"废止": "已作废"}


def _talents(raw: Folder, facts: Facts) -> None:
    """A Unicode text file; names spaced to one width, a short name for a university."""
    header = ["姓名", "人才计划", "级别", "是否院士", "所在单位", "入选时间", "是否与主导产业相关"]
    rows = facts.rows(knowledge.TALENTS, "人才")
    lines = [[_spaced(row["姓名"]), row["人才计划"], _ranked(row), row["是否院士"],
              row["所在单位"], f"{row['入选年份']}年", row["是否与主导产业相关"]] for row in rows]  # fmt: skip
    raw.data(TALENTS, as_text([["集群人才入选情况"], header, *lines], "utf-16", "\t"))


def _ranked(row: Row) -> str:
    return {"国家级": "国家", "市级": "省市级"}.get(row["级别"], str(row["级别"]))


def _spaced(name: str) -> str:
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name
