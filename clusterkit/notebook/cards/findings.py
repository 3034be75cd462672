"""Findings: by level, those of one kind together, consequences under what they follow from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.findings import LEVELS, Finding, catalogue
from clusterkit.notebook.page import filled

NAMES = {"error": "错误", "warning": "提醒", "info": "说明"}
_MANY = 4  # from so many of one kind on, they fold


@dataclass(frozen=True)
class Kind:
    """The findings of one kind, and how many follow from them."""

    title: str
    findings: tuple[Finding, ...]
    consequences: int

    @property
    def folds(self) -> bool:
        """Whether there are so many that they are folded under their title."""
        return len(self.findings) >= _MANY


def html(findings: Sequence[Finding]) -> Markup:
    """Return the card."""
    levels = [(level, NAMES[level], of_level(findings, level)) for level in LEVELS]
    return filled("findings", levels=levels, said=said(findings))


def of_level(findings: Sequence[Finding], level: str) -> list[Kind]:
    """Return the findings of a level, kind by kind; what follows from another is counted with its cause."""
    shown = {one.id for one in findings}
    follows: dict[str, int] = {}
    kinds: dict[str, list[Finding]] = {}
    for one in findings:
        if one.caused_by in shown and one.caused_by is not None:
            follows[one.caused_by] = follows.get(one.caused_by, 0) + 1
        elif one.level == level:
            kinds.setdefault(one.code, []).append(one)
    return [
        Kind(catalogue()[code].title, tuple(several), sum(follows.get(one.id, 0) for one in several))
        for code, several in kinds.items()
    ]


def said(findings: Sequence[Finding]) -> str:
    """Return “2 个错误，5 个提醒，1 个说明”, or that there is nothing.

    Examples
    --------
    >>> said([])
    '没有发现问题'
    """
    counts = {level: sum(one.level == level for one in findings) for level in LEVELS}
    words = [f"{number} 个{NAMES[level]}" for level, number in counts.items() if number]
    return "，".join(words) or "没有发现问题"


def text(findings: Sequence[Finding]) -> str:
    """Return a line a finding."""
    return "\n".join([said(findings), *(f"[{NAMES[one.level]}] {one.message}" for one in findings)])
