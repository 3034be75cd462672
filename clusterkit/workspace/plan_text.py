"""The figures in a plan's texts: indicators by id, and a few words of the settings by their Chinese names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusterkit.findings import Finding
from clusterkit.plan.plan import Plan
from clusterkit.workspace.narrative import fact_findings, filled

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_FACT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def written_text(workspace: Workspace, plan: Plan, text: str, file: str) -> tuple[str, list[Finding]]:
    """Return a section's text with the figures in it, and what is wrong with it.

    ``file`` is the name of the file that somebody wrote; empty for the guide's own draft.
    """
    words, results = plan_words(workspace, plan), workspace.results()
    said = _FACT.sub(lambda fact: words.get(fact[1], fact[0]), text)
    return filled(said, results).strip(), list(fact_findings(file, said, results)) if file else []


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
