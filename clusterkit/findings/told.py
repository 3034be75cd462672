"""Findings in words: what the levels are called, how many there are of each, what follows from what."""

from __future__ import annotations

from collections.abc import Sequence

from clusterkit.findings.model import LEVELS, Finding, Level

LEVEL_NAMES: dict[Level, str] = {"error": "错误", "warning": "提醒", "info": "说明"}


def counted(findings: Sequence[Finding]) -> str:
    """Return “2 个错误，5 个提醒，1 个说明”, or that there is nothing.

    Examples
    --------
    >>> counted([])
    '没有发现问题'
    """
    counts = {level: sum(one.level == level for one in findings) for level in LEVELS}
    words = [f"{number} 个{LEVEL_NAMES[level]}" for level, number in counts.items() if number]
    return "，".join(words) or "没有发现问题"


def following(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return, by the id of each finding, those that only follow from it."""
    shown = {one.id for one in findings}
    follow: dict[str, list[Finding]] = {}
    for one in findings:
        if one.caused_by is not None and one.caused_by in shown:
            follow.setdefault(one.caused_by, []).append(one)
    return follow
