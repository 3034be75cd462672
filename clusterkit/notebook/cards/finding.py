"""One finding: what was noticed, where, and what to do."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.findings import LEVEL_NAMES, Finding, catalogue
from clusterkit.notebook.page import filled


def html(finding: Finding) -> Markup:
    """Return the card."""
    return filled(
        "finding", finding=finding, level=LEVEL_NAMES[finding.level], title=catalogue()[finding.code].title
    )


def text(finding: Finding) -> str:
    """Return the message and what to do."""
    return f"[{LEVEL_NAMES[finding.level]}] {finding.message}\n→ {finding.fix}"
