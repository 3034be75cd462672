"""The findings by level, those of one kind together, what follows from one folded under it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from clusterkit.findings import LEVELS, Finding
from clusterkit.notebook.cards.findings import NAMES, of_level, said
from clusterkit.report.page import filled


def html(findings: Sequence[Finding]) -> Markup:
    """Return the chapter."""
    levels = [(level, NAMES[level], of_level(findings, level)) for level in LEVELS]
    return filled("all_findings", levels=levels, follow=following(findings), said=said(findings))


def following(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return, by the id of each finding, those that only follow from it."""
    shown = {one.id for one in findings}
    follow: dict[str, list[Finding]] = {}
    for one in findings:
        if one.caused_by is not None and one.caused_by in shown:
            follow.setdefault(one.caused_by, []).append(one)
    return follow
