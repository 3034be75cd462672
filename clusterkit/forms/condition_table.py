"""The 申报条件 sentence by sentence, on the page: what supports each, and what is still to be added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterkit.evidence.conditions import MISSING, STATEMENT, SUPPORTED, Conditions, CriterionState
from clusterkit.forms.plan_table import Columns, year_table
from clusterkit.word import paragraph
from clusterkit.word.content import Block

if TYPE_CHECKING:
    from clusterkit.guide import Guide

_COLUMNS: Columns = (
    ("条款", 20, "center"), ("指南原文", 62, "left"), ("由什么说明", 80, "left"), ("状态", 17, "center"),
    ("还要补的", 46, "left"),
)  # fmt: skip
_NOTE = (
    "注：指标或名单有数、正文写到、本句另要的材料齐备的为“已支持”；有数而正文或材料还没有的为“待说明”；"
    "没有数的为“缺”。所引指标自己还缺的材料见“三、指标佐证页码”。"
)


def condition_blocks(guide: Guide, held: Conditions) -> Iterator[Block]:
    """Yield how many sentences are supported, and the table of all."""
    counts = {state: held.count(state) for state in (SUPPORTED, STATEMENT, MISSING)}
    said = "，".join(f"{state}{count}句" for state, count in counts.items() if count)
    yield paragraph(f"申报条件共{len(held)}句：{said}。")
    rows: dict[str, list[list[str]]] = {}
    for one in held:
        requirement = guide.requirements[one.criterion.requirement]
        title = f"{one.party}基本条件 {requirement.number}．{one.title}"
        rows.setdefault(title, []).append(_row(one))
    yield year_table(_COLUMNS, rows, noted=True)
    yield paragraph(_NOTE, "TableNote")


def _row(one: CriterionState) -> list[str]:
    name = one.name.removeprefix("申报条件").replace("第", "\n第")
    return [name, one.criterion.text, "；".join(one.shown) or "—", one.state, "\n".join(one.lacks) or "—"]
