"""The findings by level, those of one kind together, what follows from one folded under it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from clusterkit.findings import LEVEL_NAMES, LEVELS, Finding, accepted_ones, counted, following, open_ones
from clusterkit.notebook.cards.findings import of_level
from clusterkit.report.page import filled


def html(findings: Sequence[Finding]) -> Markup:
    """Return the chapter."""
    left = open_ones(findings)
    levels = [(level, LEVEL_NAMES[level], of_level(left, level)) for level in LEVELS]
    accepted = accepted_ones(findings)
    return filled(
        "all_findings", levels=levels, follow=following(left), said=counted(findings), accepted=accepted
    )
