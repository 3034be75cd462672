"""How one sheet was understood, column by column."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.intake.received import ColumnReading, SourceReading
from clusterkit.notebook.page import filled
from clusterkit.tables import tables

HOW = {
    "mapping": "mapping.toml 写明", "header": "标准表头", "variant": "常见写法", "shortened": "省略的写法",
    "part": "表头的一部分", "constant": "mapping.toml 写明的固定值", "asked": "待确认", "second": "已有别的列",
    "unknown": "没有对应的字段",
}  # fmt: skip
UNIT_HOW = {
    "mapping": "mapping.toml 写明", "header": "表头写明", "note": "表上注明", "column": "单位列", "cells": "格内写明",
    "nature": "没有写，按常用单位", "": "",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column for reading."""

    header: str
    field: str
    how: str
    unit: str
    unit_how: str
    year: int | None

    @property
    def taken(self) -> bool:
        """Whether it was taken as a field."""
        return bool(self.field)


def html(source: SourceReading) -> Markup:
    """Return the card."""
    return filled("source_reading", source=source, table=table_name(source), columns=columns(source))


def table_name(source: SourceReading) -> str:
    """Return what the sheet was taken as."""
    return tables()[source.table].name if source.table in tables() else "没有认出"


def columns(source: SourceReading) -> list[Column]:
    """Return the columns with words for everything."""
    fields = tables()[source.table].fields if source.table in tables() else {}
    return [_column(one, fields[one.field].header if one.field in fields else "") for one in source.columns]


def _column(one: ColumnReading, field: str) -> Column:
    unit_how = UNIT_HOW.get(one.unit_how, one.unit_how)
    return Column(one.header, field, HOW.get(one.how, one.how), one.unit, unit_how, one.year)


def text(source: SourceReading) -> str:
    """Return the place, what it was taken as, and how many columns and rows were read."""
    read = columns(source)
    place = " · ".join(part for part in (source.file, source.sheet) if part)
    return f"{place}：{table_name(source)}，{source.rows} 行，认出 {sum(one.taken for one in read)}/{len(read)} 列"
