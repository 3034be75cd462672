"""What a guide asks, for a person and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clusterkit.compute.demand import Demand
from clusterkit.compute.words import chinese, latex
from clusterkit.guide import Guide
from clusterkit.guide.indicator_model import Indicator
from clusterkit.tables import tables


def as_dict(guide: Guide) -> dict[str, Any]:
    """Return the whole guide as plain values, with every formula in words and as typeset mathematics."""
    data = guide.model_dump(mode="json", exclude={"words", "places", "names"})
    data["indicators"] = [_indicator(guide, indicator) for indicator in guide.indicators.values()]
    data["notes"] = list(data["notes"].values())
    return data


def as_lines(guide: Guide) -> Iterator[str]:
    """Yield the lines that ``clusterkit guide`` prints."""
    yield f"{guide.title}（{guide.id}）"
    yield f"{guide.document}　{guide.program}　{guide.issuer}"
    yield f"\n支持方向\n  {guide.support.text}"
    yield from _requirements(guide)
    yield "\n二、集群发展相关指标"
    for group, indicators in guide.indicators_by_group.items():
        yield f"\n{guide.groups[group].name}"
        for indicator in indicators:
            yield from _lines(guide, indicator)
    yield "\n指标说明"
    yield from (note.text for note in sorted(guide.notes.values(), key=lambda note: note.number))
    yield from _form(guide)
    yield from _plan(guide)
    yield from _materials(guide)


def formula_in_words(guide: Guide, indicator: Indicator) -> str:
    """Return the formula in Chinese words, or where the figure is reported."""
    if indicator.tree is None:
        return f"促进组织填报（cluster.toml 的 [organisation] {indicator.reported}）"
    return chinese(guide, indicator).print(indicator.tree)


def _requirements(guide: Guide) -> Iterator[str]:
    yield "\n申报条件"
    for requirement in guide.requirements.values():
        yield f"  {requirement.party}{requirement.number}．{requirement.title}"
        sentences = [entry for entry in guide.criteria.values() if entry.requirement == requirement.id]
        yield from (f"      {entry.text}" for entry in sentences)


def _form(guide: Guide) -> Iterator[str]:
    yield "\n正文各部分"
    part = 0
    for section in guide.sections.values():
        if section.item and section.part != part:
            yield f"  {section.part_heading}"
        part = section.part
        indent = "    " if section.item else "  "
        yield f"{indent}{section.heading}　{section.prompt}（{section.id}.md）"
    yield "\n附表"
    for annex in guide.annexes.values():
        limit = f"，不超过 {annex.limit} 行" if annex.limit else ""
        yield f"  附表{annex.number} {annex.name}{limit}"
        yield from (f"      {'、'.join(block.headers)}" for block in annex.blocks)


def _plan(guide: Guide) -> Iterator[str]:
    yield f"\n{guide.plan.mark} {guide.plan.title}（{guide.plan.subtitle}）"
    yield from (f"  {part.heading}　{part.text}" for part in guide.plan_parts.values())
    yield f"  说明：{''.join(remark.text for remark in guide.plan_remarks.values())}"


def _materials(guide: Guide) -> Iterator[str]:
    yield "\n申报材料（按顺序装订）"
    for material in guide.materials.values():
        yield f"  {material.number}. {material.name}{f'（{material.mark}）' if material.mark else ''}"
    yield "\n申报流程"
    yield from (f"  {step.number}. {step.text.rstrip('。')}" for step in guide.steps.values())
    contact = guide.contact
    yield f"  联系人：{contact.department} {contact.person}，{contact.phone}"


def _lines(guide: Guide, indicator: Indicator) -> Iterator[str]:
    note = f"，指标说明 {indicator.note}" if indicator.note else ""
    yield f"  {indicator.number:>2}. {indicator.label}　{indicator.id}"
    yield f"      = {formula_in_words(guide, indicator)}{note}"
    for rows in indicator.rows:
        rules = "、".join(rule.name for rule in Demand(guide, indicator, rows).rules)
        once = f"；{rows.once_name}只计一次" if rows.once_name else ""
        yield f"      {tables()[rows.table].name}：{rules}{once}"


def _indicator(guide: Guide, indicator: Indicator) -> dict[str, Any]:
    rules = [rule for rows in indicator.rows for rule in Demand(guide, indicator, rows).rules]
    return {
        **indicator.model_dump(mode="json"),
        "words": formula_in_words(guide, indicator),
        "latex": None if indicator.tree is None else latex(guide, indicator).print(indicator.tree),
        "rules": [
            {"id": rule.id, "name": rule.name, "when": rule.when, "origin": rule.origin} for rule in rules
        ],
    }
