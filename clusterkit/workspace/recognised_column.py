"""One column of a list for reading: what it was taken as, by what, how sure that is, and why not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Literal

from clusterkit.intake.received import ColumnReading
from clusterkit.intake.vocabulary import key, vocabulary
from clusterkit.tables import Field, Table

Sure = Literal["确定", "较有把握", "请确认"]
CERTAIN: Sure = "确定"
LIKELY: Sure = "较有把握"
ASKED: Sure = "请确认"

HOW: dict[str, str] = {
    "mapping": "mapping.toml 写明",
    "constant": "mapping.toml 写明的固定值",
    "header": "标准表头",
    "variant": "同义表头",
    "period": "起止时间写在一格，拆成起、止",
    "shortened": "缩短后相同",
    "part": "部分相同",
    "near": "只差一两个字，内容对得上",
    "content": "由内容认出",
}
UNIT_HOW: dict[str, str] = {
    "mapping": "mapping.toml",
    "header": "表头",
    "note": "表上注明",
    "column": "单位列",
    "cells": "格内写明",
    "nature": "没有写，按常用单位",
}
LEFT: dict[str, tuple[str, Sure]] = {
    "mapping": ("mapping.toml 写明不读", CERTAIN),
    "unknown": ("没有对应的字段", CERTAIN),
    "unused": ("认得，没有指标用到", CERTAIN),
    "unit": ("是旁边一列的单位", CERTAIN),
    "second": ("“{field}”已用别的列", CERTAIN),
    "rival": ("有几列都像“{field}”，数值不同", ASKED),
    "asked": ("与“{field}”口径不同，或不能确定相同", ASKED),
    "changed": ("带有改变含义的词，不能当作“{field}”", ASKED),
    "other": ("说的不是企业自己的“{field}”", ASKED),
    "period": ("不是全年的“{field}”，或说的是上年同期", ASKED),
    "relative": ("不能确定是哪一年的“{field}”", ASKED),
    "contradicted": ("表头说是“{field}”，内容不是", ASKED),
    "content": ("列名不认识，内容像“{field}”", ASKED),
    "near": ("与“{field}”的写法只差一两个字", ASKED),
}
_SERIAL = "序号，不用读"


@dataclass(frozen=True)
class ShownColumn:
    """A column of a list for reading.

    Parameters
    ----------
    header
        The header as it stands; for a fixed value what ``mapping.toml`` says.
    field, name
        The field's id and its Chinese name; for a column that was not taken those of the field that it looks like.
    how
        By what it was recognised, or why it was not taken, in Chinese.
    sure
        How sure that is.
    confidence
        The same as a number from 0 to 1, of field and unit; 0 for a column that was not taken.
    """

    at: int
    header: str
    taken: bool
    field: str
    name: str
    how: str
    sure: Sure
    unit: str = ""
    unit_how: str = ""
    year: int | None = None
    confidence: float = 0.0

    @property
    def asked(self) -> bool:
        """Whether a person should say that it is so."""
        return self.sure == ASKED

    @property
    def shown(self) -> str:
        """How sure it is, in words, and as a share where field and unit by themselves are not certain."""
        certain = self.confidence >= vocabulary().confidence.sure
        return self.sure if certain or not self.confidence else f"{self.sure} {self.confidence:.0%}"

    def as_dict(self) -> dict[str, Any]:
        """Return the values by name; ``column`` is the 1-based column, null for a fixed value."""
        values = asdict(self)
        return {"column": values.pop("at") + 1 or None, **values}


def shown_column(
    one: ColumnReading, table: Table | None, asked: Collection[tuple[str, str]] = ()
) -> ShownColumn:
    """Return a column for reading.

    Parameters
    ----------
    asked
        What is asked about the list's columns and units: ``("columns", header)``, ``("units", field)``.
    """
    fields = table.fields if table else {}
    if not one.field:
        return _left(one, fields)
    field, known = fields[one.field], vocabulary().confidence
    confidence = one.confidence * known.unit.get(one.unit_how, 1.0)
    sure = CERTAIN if confidence >= known.sure else LIKELY if confidence >= known.ask else ASKED
    if {("columns", one.header), ("units", one.field)}.intersection(asked):
        sure = ASKED
    return ShownColumn(
        one.at, one.header, True, one.field, field.header, HOW.get(one.how, one.how), sure, one.unit,
        UNIT_HOW.get(one.unit_how, ""), one.year, round(confidence, 2),
    )  # fmt: skip


def _left(one: ColumnReading, fields: dict[str, Field]) -> ShownColumn:
    why, _, field = one.how.partition(":")
    name = fields[field].header if field in fields else ""
    said, sure = LEFT.get(why, (why, ASKED))
    if why == "unknown" and key(one.header) in map(key, vocabulary().header.serial):
        said = _SERIAL
    return ShownColumn(one.at, one.header, False, field, name, said.format(field=name), sure)
