"""The figures in a plan's texts: indicators by id, and a few words of the settings by their Chinese names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusterkit.findings import Finding
from clusterkit.narrative.text.fill import fill
from clusterkit.plan.plan import Plan

if TYPE_CHECKING:
    from clusterkit.guide.plan_model import DraftSentence
    from clusterkit.workspace.workspace import Workspace

_FACT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def written_text(workspace: Workspace, plan: Plan, text: str, file: str) -> tuple[str, list[Finding]]:
    """Return a section's text with the figures in it, and what is wrong with it.

    ``file`` is the name of the file that somebody wrote; empty where nobody did.
    """
    words = plan_words(workspace, plan)
    said = _FACT.sub(lambda fact: words.get(fact[1], fact[0]), text)
    filled = fill(said, workspace.facts(), file)
    return filled.text, list(filled.findings) if file else []


def drafted_text(workspace: Workspace, plan: Plan, draft: Sequence[DraftSentence]) -> str:
    """Return the text that the data gives for a section: no figure that is missing, nothing of which there is none."""
    words, results = plan_words(workspace, plan), workspace.results()

    def known(name: str) -> bool:
        result = results.get(name)
        return bool(words.get(name)) if result is None else bool(result.exact)

    said = ""
    for sentence in draft:
        clauses = [one for one in sentence.clauses if all(map(known, _FACT.findall(one)))]
        if clauses and all(map(known, _FACT.findall(sentence.lead))):
            break_ = "\n\n" if sentence.new and said else ""
            said += f"{break_}{sentence.lead}{sentence.between.join(clauses)}。"
    return written_text(workspace, plan, said, "")[0]


def plan_words(workspace: Workspace, plan: Plan) -> dict[str, str]:
    """Return what a plan's texts may cite besides the indicators."""
    cluster, years = workspace.settings.cluster, plan.written.years
    return {
        "集群名称": cluster.name,
        "产业领域": cluster.field or "、".join(cluster.industries),
        "实施范围": cluster.area or "、".join(cluster.districts),
        "促进组织": workspace.settings.organisation.name or "集群发展促进组织",
        "上年度": str(workspace.settings.reference_year),
        "实施期": f"{years[0]}—{years[-1]}年",
    }
