"""佐证材料目录: what is bound in which order, which page proves which number, and the conditions sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusterkit.evidence.binding import Binding, Bound, cited
from clusterkit.evidence.conditions import Conditions
from clusterkit.evidence.needs import Needed
from clusterkit.evidence.register import several
from clusterkit.evidence.targets import Target
from clusterkit.forms.condition_table import condition_blocks
from clusterkit.forms.plan_table import Columns, plan_table, year_table
from clusterkit.guide.days import said_days
from clusterkit.word import Turn, paragraph, write_document
from clusterkit.word.content import Block

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.application_model import Material

TITLE = "佐证材料目录"
_SHOWN = 3  # things that one paper supports, named in a cell


@dataclass(frozen=True)
class EvidenceListValues:
    """What goes into the list.

    Parameters
    ----------
    name
        What the cluster is called.
    binding, needed, conditions
        The papers on their pages, what is still needed, the conditions.
    figures
        Indicator → figure as the form prints it.
    pages
        Gives the pages of an indicator, an annex or one of its rows, as they are cited.
    annexes
        Number of the annex → the names of its rows.
    watermark
        Words across every page, None for none.
    """

    guide: Guide
    name: str
    binding: Binding
    needed: Sequence[Needed]
    conditions: Conditions
    figures: Mapping[str, str]
    pages: Callable[[str, str, str], str]
    annexes: Mapping[int, Sequence[str]] = field(default_factory=dict)
    watermark: str | None = None


def evidence_list(values: EvidenceListValues) -> bytes:
    """Return the list as a Word file."""
    return write_document(evidence_blocks(values), title=TITLE, watermark=values.watermark)


def evidence_blocks(values: EvidenceListValues) -> Iterator[Block]:
    """Yield the paragraphs and tables of the list in their order."""
    yield paragraph(TITLE, "Title")
    yield paragraph(values.name, "Subtitle")
    yield paragraph("一、申报材料装订次序", "Heading1")
    yield from _materials(values)
    yield paragraph("二、佐证材料", "Heading1")
    yield from _papers(values)
    yield paragraph("三、指标佐证页码", "Heading1")
    yield from _indicators(values)
    yield paragraph("四、附表佐证页码", "Heading1")
    yield from _annexes(values)
    yield Turn(landscape=True)
    yield paragraph("五、申报条件对照", "Heading1")
    yield from condition_blocks(values.guide, values.conditions)


_MATERIALS: Columns = (("序号", 14, "center"), ("材料", 88, "left"), ("情况", 54, "left"))


def _materials(values: EvidenceListValues) -> Iterator[Block]:
    """The guide's 申报材料 in order; below the notice's, a line for each paper that it asks for."""
    rows = []
    materials = sorted(values.guide.materials.values(), key=lambda one: one.number)
    for material in materials:
        slots = list(_slots(values, material))
        last = material is materials[-1]
        bound = f"PDF共{values.binding.total}页" if values.binding.total else "待补"
        state = bound if last else "见下" if slots else "单独生成"
        rows.append([str(material.number), _named(material), state])
        rows += slots
    yield plan_table(_MATERIALS, rows, noted=True)
    source = materials[0].source
    yield paragraph(f"注：次序按{source}；页码为“佐证材料.pdf”的页码，印在每页右上角。", "TableNote")


def _named(material: Material) -> str:
    return f"{material.name}（{material.mark}）" if material.mark else material.name


def _slots(values: EvidenceListValues, material: Material) -> Iterator[list[str]]:
    slots = [one for one in values.guide.material_slots.values() if one.material == material.id]
    given: dict[Target, list[Bound]] = {}
    for one in values.binding.bound:
        for target in one.paper.targets:
            if target.kind == "slot":
                given.setdefault(target, []).append(one)
    known = {target.id: pages for target, pages in given.items()}
    for slot in sorted(slots, key=lambda one: one.number):
        pages = cited(known.get(slot.id, ()))
        yield ["", slot.name, pages or f"待补：由{slot.by}出具"]
    others = [target for target in given if target.id not in values.guide.material_slots]
    if slots:
        yield from (["", target.id, cited(given[target])] for target in others)


_PAPERS: Columns = (
    ("序号", 12, "center"), ("材料名称", 36, "left"), ("出具单位、日期", 38, "left"), ("佐证什么", 50, "left"),
    ("页码", 20, "center"),
)  # fmt: skip


def _papers(values: EvidenceListValues) -> Iterator[Block]:
    if not values.binding.parts:
        yield paragraph("【请补充：佐证材料。把文件放进 evidence 文件夹，重新生成】", hint=True)
        return
    number = 0
    rows: dict[str, list[list[str]]] = {}
    for part in values.binding.parts:
        listed = rows.setdefault(f"{part.part.name}（隔页P{part.first}）", [])
        for one in part.papers:
            number += 1
            entry = one.paper.entry
            issued = "\n".join(filter(None, (entry.department, said_days(entry.date))))
            listed.append([str(number), _titled(one), issued or "—", _supports(one), one.pages])
    yield year_table(_PAPERS, rows)


def _titled(one: Bound) -> str:
    return one.paper.title if one.paper.can_be_bound else f"{one.paper.title}（只留位置）"


def _supports(one: Bound) -> str:
    """Say what a paper supports: the first few targets, and the rows where it is about a few."""
    names = [target.name for target in one.paper.targets]
    rows = several(one.paper.entry.rows)
    told = [*names[:_SHOWN], *([f"等{len(names)}项"] if len(names) > _SHOWN else [])]
    about = f"：{'、'.join(rows[:_SHOWN])}{f'等{len(rows)}项' if len(rows) > _SHOWN else ''}" if rows else ""
    return "、".join(told).replace("、等", "等") + about


_INDICATORS: Columns = (
    ("二级指标", 60, "left"), ("数值", 20, "center"), ("佐证页码", 26, "center"), ("还缺", 50, "left"),
)  # fmt: skip


def _indicators(values: EvidenceListValues) -> Iterator[Block]:
    """Which page proves which number: the index that stands in for marks in the form's own grid."""
    lacks = {one.target.id: one for one in values.needed if one.target.kind == "indicator"}
    rows: dict[str, list[list[str]]] = {}
    for group, indicators in values.guide.indicators_by_group.items():
        rows[values.guide.groups[group].name] = [
            [
                f"{one.number}. {one.label}", values.figures.get(one.id, "") or "—", _bare(values.pages("indicator", one.id, "")),
                _lacking(lacks.get(one.id)),
            ]
            for one in indicators
        ]  # fmt: skip
    yield year_table(_INDICATORS, rows, noted=True)
    yield paragraph("注：一份材料佐证几项指标的，只装订一次，各项都写同样的页码。", "TableNote")


def _bare(pages: str) -> str:
    """Return pages without the word that the column's header already says."""
    return pages.removeprefix("佐证") or "—"


def _lacking(needed: Needed | None) -> str:
    return "；".join(lack.text for lack in needed.lacks) if needed else "—"


_ANNEXES: Columns = (("附表所列", 118, "left"), ("佐证页码", 38, "center"))


def _annexes(values: EvidenceListValues) -> Iterator[Block]:
    rows: dict[str, list[list[str]]] = {}
    for number, names in values.annexes.items():
        named = [[name, values.pages("annex", str(number), name)] for name in names]
        if any(pages for _, pages in named):
            title = f"附表{number} {values.guide.annexes[number].name}"
            rows[title] = [[name, _bare(pages)] for name, pages in named]
    if not rows:
        yield paragraph("附表各行还没有单独的佐证材料。")
        return
    yield year_table(_ANNEXES, rows)
