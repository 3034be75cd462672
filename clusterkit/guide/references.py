"""Names that a guide's entries call each other by: each must exist, and every formula must parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from clusterkit.guide.faults import Fault, nearest
from clusterkit.guide.formula.tree import names
from clusterkit.guide.formula_check import check_formulas
from clusterkit.guide.locator import KeyPath
from clusterkit.guide.mistake_check import check_mistakes
from clusterkit.guide.model import Guide
from clusterkit.tables import tables


def check_references(guide: Guide) -> None:
    """Raise :class:`Fault` at the first name that nothing bears, or formula that cannot be read."""
    for path, name, known in _references(guide):
        if name not in known:
            raise Fault(
                path, f"没有叫“{name}”的{_KINDS[known_kind(path)]}{nearest(str(name), map(str, known))}"
            )
    check_formulas(guide)
    check_mistakes(guide)


_KINDS = {
    "group": "一级指标",
    "note": "指标说明",
    "interpretation": "解释口径",
    "table": "名单",
    "rules": "规则",
    "indicators": "指标",
    "indicator": "指标",
    "formula": "指标或事实",
    "section": "章节",
    "sections": "章节",
    "requirement": "申报条件",
    "default": "选项",
    "within": "行政区",
    "districts": "行政区",
    "lies_in": "行政区",
    "task": "任务方向",
    "tables": "名单",
    "evidence": "佐证材料类别",
    "documents": "佐证材料类别",
    "annexes": "附表",
    "criteria": "申报条件",
    "material": "申报材料",
    "where": "词表",
    "draft": "叙述部分",
}

_Reference = tuple[KeyPath, Any, Iterable[Any]]


def known_kind(path: KeyPath) -> str:
    """Return the last key of a path that is a name, for the word that says what is meant."""
    return str(next(part for part in reversed(path) if part in _KINDS))


def _references(guide: Guide) -> Iterator[_Reference]:
    yield from _of_indicators(guide)
    for sequence in guide.sequences.values():
        for number, rule in enumerate(sequence.rules):
            yield ("sequence", sequence.id, "rules", number), rule, guide.rules
    for choice in guide.interpretations.values():
        path: KeyPath = ("interpretation", choice.id)
        yield (*path, "default"), choice.default, [item.value for item in choice.choices]
        yield from _each((*path, "indicators"), choice.indicators, guide.indicators)
    for note in guide.notes.values():
        yield from _each(("note", note.id, "indicators"), note.indicators, guide.indicators)
    yield from _of_texts(guide)
    for area in guide.places.areas.values():
        yield ("places", "areas", area.id, "within"), area.within, guide.places.districts
    for park in guide.places.parks.values():
        yield from _each(("places", "parks", park.id, "lies_in"), park.lies_in, guide.places.districts)
    yield from _of_charts(guide)
    yield from _of_plan(guide)
    yield from _of_facts(guide)
    yield from ((("draft", key), key, guide.sections) for key in guide.drafts)
    yield from _of_evidence(guide)


def _of_indicators(guide: Guide) -> Iterator[_Reference]:
    for indicator in guide.indicators.values():
        path: KeyPath = ("indicator", indicator.id)
        yield (*path, "group"), indicator.group, guide.groups
        if indicator.note is not None:
            yield (*path, "note"), indicator.note, guide.notes
        if indicator.interpretation is not None:
            yield (*path, "interpretation"), indicator.interpretation, guide.interpretations
        for number, rows in enumerate(indicator.rows):
            yield (*path, "rows", number, "table"), rows.table, tables()
            yield from _each((*path, "rows", number, "rules"), rows.rules, {*guide.rules, *guide.sequences})


def _of_texts(guide: Guide) -> Iterator[_Reference]:
    for annex in guide.annexes.values():
        yield ("annex", annex.id, "section"), annex.section, guide.sections
        for number, block in enumerate(annex.blocks):
            yield ("annex", annex.id, "blocks", number, "table"), block.table, tables()
            if block.indicator:
                yield ("annex", annex.id, "blocks", number, "indicator"), block.indicator, guide.indicators
    for criterion in guide.criteria.values():
        path: KeyPath = ("criterion", criterion.id)
        yield (*path, "requirement"), criterion.requirement, guide.requirements
        yield from _each((*path, "indicators"), criterion.indicators, guide.indicators)
        yield from _each((*path, "sections"), criterion.sections, guide.sections)
        for number, point in enumerate(criterion.points):
            yield from _each((*path, "points", number, "indicators"), point.indicators, guide.indicators)
            yield from _each((*path, "points", number, "tables"), point.tables, tables())
            yield from _each((*path, "points", number, "evidence"), point.evidence, guide.evidence_kinds)
            sets = [f"{key}.{name}" for key, entry in guide.words.items() for name in entry.sets]
            for field, name in point.where.items():
                yield (*path, "points", number, "where", field), name, sets


def _of_evidence(guide: Guide) -> Iterator[_Reference]:
    for need in guide.evidence_needs.values():
        path: KeyPath = ("evidence_need", need.id)
        yield from _each((*path, "indicators"), need.indicators, guide.indicators)
        yield from _each((*path, "annexes"), need.annexes, guide.annexes)
        yield from _each((*path, "criteria"), need.criteria, guide.criteria)
        yield from _each((*path, "documents"), need.documents, guide.evidence_kinds)
    for hint in guide.evidence_hints.values():
        path = ("evidence_hint", hint.id)
        yield from _each((*path, "indicators"), hint.indicators, guide.indicators)
        yield from _each((*path, "annexes"), hint.annexes, guide.annexes)
        yield from _each((*path, "criteria"), hint.criteria, guide.criteria)
    for part in guide.evidence_parts.values():
        if part.group:
            yield ("evidence_part", part.id, "group"), part.group, guide.groups
    for slot in guide.material_slots.values():
        yield ("material_slot", slot.id, "material"), slot.material, guide.materials


def _of_plan(guide: Guide) -> Iterator[_Reference]:
    for section in guide.plan_sections.values():
        if section.task:
            yield ("plan_section", section.id, "task"), section.task, guide.plan_tasks
    for picture in guide.plan_pictures.values():
        yield from _each(("plan_picture", picture.id, "indicators"), picture.indicators, guide.indicators)
    for target in guide.plan_targets.values():
        yield ("plan_target", target.id, "indicator"), target.indicator, guide.indicators
        yield ("plan_target", target.id, "task"), target.task, guide.plan_tasks
        if target.within:
            yield ("plan_target", target.id, "within"), target.within, guide.indicators


def _of_facts(guide: Guide) -> Iterator[_Reference]:
    for fact in guide.facts.values():
        path: KeyPath = ("fact", fact.id)
        yield from _each((*path, "indicators"), fact.indicators, guide.indicators)
        if fact.table:
            yield (*path, "table"), fact.table, tables()
        for name in names(fact.tree) if fact.tree else ():
            yield (*path, "formula"), name.partition(".")[0], {*guide.indicators, *guide.facts}


def _of_charts(guide: Guide) -> Iterator[_Reference]:
    for chart in guide.charts.values():
        for number, series in enumerate(chart.series):
            yield ("chart", chart.id, "series", number, "indicator"), series.indicator, guide.indicators
    for district in guide.map.districts if guide.map else ():
        yield ("map", "districts"), district, guide.places.districts


def _each(path: KeyPath, names: Iterable[Any], known: Iterable[Any]) -> Iterator[_Reference]:
    for number, name in enumerate(names):
        yield (*path, number), name, known
