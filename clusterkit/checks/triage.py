"""What is done with all findings together: accepted ones step back, consequences point at causes, the worst come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clusterkit.findings import LEVELS, Finding


def accept(findings: Iterable[Finding], accepted: Mapping[str, str]) -> list[Finding]:
    """Turn the errors that a person accepted into notices that say so.

    Parameters
    ----------
    findings
        All findings.
    accepted
        The reason by the finding's id, as decided.
    """
    return [_accepted(item, accepted[item.id]) if item.id in accepted else item for item in findings]


def order(findings: Iterable[Finding]) -> list[Finding]:
    """Put errors before warnings before notices; within a level they keep their order. One id stands once."""
    once = {finding.id: finding for finding in reversed(list(findings))}
    return sorted(reversed(once.values()), key=lambda finding: LEVELS.index(finding.level))


def _accepted(item: Finding, reason: str) -> Finding:
    if item.level != "error":
        return item
    return replace(item, level="info", message=f"{item.message}（已接受：{reason}）", fix="")
