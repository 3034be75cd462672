"""Findings in words: what the levels are called, how many there are of each, what follows from what."""

from __future__ import annotations

from collections.abc import Sequence

from clusterkit.findings.model import LEVELS, Finding, Level

LEVEL_NAMES: dict[Level, str] = {"error": "错误", "warning": "提醒", "info": "说明"}


def counted(findings: Sequence[Finding]) -> str:
    """Return “2 个错误，5 个提醒，1 个说明”, or that there is nothing; accepted ones are counted by themselves.

    Examples
    --------
    >>> counted([])
    '没有发现问题'
    """
    left, accepted = open_ones(findings), accepted_ones(findings)
    counts = {level: sum(one.level == level for one in left) for level in LEVELS}
    words = [f"{number} 个{LEVEL_NAMES[level]}" for level, number in counts.items() if number]
    said = "，".join(words) or "没有发现问题"
    return f"{said}；另有 {len(accepted)} 个已接受" if accepted else said


def open_ones(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that nobody accepted."""
    return [one for one in findings if not one.accepted]


def accepted_ones(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that somebody accepted, with a reason; not those that only tell one of them in detail."""
    accepted = {one.id for one in findings if one.accepted}
    return [one for one in findings if one.accepted and one.caused_by not in accepted]


def about_text(found: Finding) -> str:
    """Return the section and the words of it that a finding on a text is about; ``""`` for any other.

    Examples
    --------
    >>> from clusterkit.findings.catalogue import example
    >>> about_text(example("text_figure_differs")), about_text(example("unit_missing"))
    ('overview：4.9%', '')
    """
    return str(found.values["about"]) if {"words", "about"} <= found.values.keys() else ""


def following(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return, by the id of each finding, those that only follow from it."""
    shown = {one.id for one in findings}
    follow: dict[str, list[Finding]] = {}
    for one in findings:
        if one.caused_by is not None and one.caused_by in shown:
            follow.setdefault(one.caused_by, []).append(one)
    return follow
