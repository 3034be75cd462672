"""A guide: what it asks, with every indicator in words, and the rest folded."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.words import chinese
from clusterkit.guide import Guide
from clusterkit.guide.indicator_model import Indicator
from clusterkit.notebook.page import filled


def html(guide: Guide) -> Markup:
    """Return the card."""
    groups = [
        (guide.groups[group].name, [(one, _how(one)) for one in indicators])
        for group, indicators in guide.indicators_by_group.items()
    ]
    criteria = {
        requirement.id: [one for one in guide.criteria.values() if one.requirement == requirement.id]
        for requirement in guide.requirements.values()
    }
    return filled("guide", guide=guide, groups=groups, criteria=criteria)


def _how(indicator: Indicator) -> str:
    if indicator.tree is None:
        return "促进组织填报"
    return chinese(indicator.guide, indicator).print(indicator.tree)


def text(guide: Guide) -> str:
    """Return the title and the names of the indicators."""
    lines = [f"{guide.title}（{guide.id}）", f"{guide.document}　{guide.program}　{guide.issuer}"]
    for group, indicators in guide.indicators_by_group.items():
        lines.append(guide.groups[group].name)
        lines += [f"  {one.number:>2}. {one.label}" for one in indicators]
    return "\n".join(lines)
