"""The findings by level, those of one kind together, what follows from one folded under it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from clusterkit.findings import LEVEL_NAMES, LEVELS, Finding, counted, following
from clusterkit.notebook.cards.findings import of_level
from clusterkit.report.page import filled


def html(findings: Sequence[Finding]) -> Markup:
    """Return the chapter."""
    levels = [(level, LEVEL_NAMES[level], of_level(findings, level)) for level in LEVELS]
    return filled("all_findings", levels=levels, follow=following(findings), said=counted(findings))
