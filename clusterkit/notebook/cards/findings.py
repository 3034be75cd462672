"""Findings: by level, those of one kind together, consequences under what they follow from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.findings import (
    LEVEL_NAMES,
    LEVELS,
    Finding,
    accepted_ones,
    catalogue,
    counted,
    following,
    open_ones,
)
from clusterkit.notebook.page import filled

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
    left = open_ones(findings)
    levels = [(level, LEVEL_NAMES[level], of_level(left, level)) for level in LEVELS]
    example = next((one.id for one in left if one.level != "info" and not catalogue()[one.code].question), "")
    return filled(
        "findings", levels=levels, said=counted(findings), accepted=accepted_ones(findings), example=example
    )


def of_level(findings: Sequence[Finding], level: str) -> list[Kind]:
    """Return the findings of a level, kind by kind; what follows from another is counted with its cause."""
    follow = following(findings)
    consequences = {one.id for several in follow.values() for one in several}
    kinds: dict[str, list[Finding]] = {}
    for one in findings:
        if one.level == level and one.id not in consequences:
            kinds.setdefault(one.code, []).append(one)
    return [
        Kind(catalogue()[code].title, tuple(several), sum(len(follow.get(one.id, ())) for one in several))
        for code, several in kinds.items()
    ]


def text(findings: Sequence[Finding]) -> str:
    """Return a line a finding."""
    return "\n".join([counted(findings), *(f"[{LEVEL_NAMES[one.level]}] {one.message}" for one in findings)])
