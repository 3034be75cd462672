"""All indicators in one table: now, and how far each may still move; every name leads to its part."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.result import STATUS
from clusterkit.notebook.cards.results import groups
from clusterkit.report.entry import anchor
from clusterkit.report.page import filled
from clusterkit.workspace import Workspace


def html(workspace: Workspace) -> Markup:
    """Return the table."""
    return filled("overview", groups=groups(workspace.results()), status=STATUS, anchor=anchor)
