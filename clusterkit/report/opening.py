"""The title page: what was computed, of whom, for which guide and year, by which choices, from what."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit import __version__
from clusterkit.compute.result import STATUS
from clusterkit.findings import counted
from clusterkit.notebook.cards.scope import named_industries
from clusterkit.report.decisions import choices
from clusterkit.report.page import filled
from clusterkit.workspace import Workspace


def html(workspace: Workspace, title: str) -> Markup:
    """Return the title page; a workspace without lists hears what comes first."""
    sources, results = workspace.received().sources, workspace.results().values()
    recognised = [one for one in sources if one.recognised]
    return filled(
        "opening", title=title, settings=workspace.settings, guide=workspace.guide, scope=workspace.scope,
        industries=named_industries(workspace.scope), choices=choices(workspace), version=__version__,
        files=len({one.file for one in sources}), sheets=len(recognised), unread=len(sources) - len(recognised),
        rows=sum(one.rows for one in recognised), size=len(results),
        states=[(name, words, sum(one.status == name for one in results)) for name, words in STATUS.items()],
        findings=counted(workspace.findings()), questions=len(workspace.questions()),
        decided=len(workspace.decisions.rows),
    )  # fmt: skip
