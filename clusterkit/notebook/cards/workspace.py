"""A workspace: what it is about, and how far it has come."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.result import STATUS
from clusterkit.findings import counted
from clusterkit.notebook.cards.scope import named_industries
from clusterkit.notebook.page import filled
from clusterkit.workspace import Workspace


def html(workspace: Workspace) -> Markup:
    """Return the card."""
    received, results = workspace.received(), workspace.results()
    recognised = [one for one in received.sources if one.recognised]
    return filled(
        "workspace", workspace=workspace, cluster=workspace.settings.cluster, guide=workspace.guide,
        scope=workspace.scope, industries=named_industries(workspace.scope),
        sheets=len(recognised), files=len({one.file for one in recognised}), unread=len(received.sources) - len(recognised),
        states=[(name, words, sum(one.status == name for one in results.values())) for name, words in STATUS.items()],
        size=len(results), findings=counted(workspace.findings()), decided=len(workspace.decisions.rows),
    )  # fmt: skip


def text(workspace: Workspace) -> str:
    """Return the cluster's name, its year and place, and the folder."""
    settings = workspace.settings
    name = settings.cluster.name or "还没有写集群名称"
    places = "、".join(settings.cluster.districts) or "不限"
    return f"{name}：{settings.reference_year} 年，{places}\n{workspace.folder}"
