"""What a file may support: indicators, declared totals, annexes, sections, sentences of the conditions, slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from clusterkit.evidence.register import several
from clusterkit.guide.entry import plain
from clusterkit.guide.evidence_model import Takes

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.application_model import Criterion

_DECLARED = ("部门认定：", "认定数：")
_NOTICE = "通知正文"


@dataclass(frozen=True, order=True)
class Target:
    """One thing that a file may support; ``name`` is how evidence.csv writes it, ``order`` its place in print."""

    kind: Takes
    order: int
    id: str
    name: str


OTHER = Target("other", 0, "", "其他佐证材料")


@dataclass(frozen=True)
class Targets:
    """All targets of a guide by their names; one name may stand for several (a condition of two sentences)."""

    named: dict[str, tuple[Target, ...]]
    every: tuple[Target, ...]

    def of(self, cell: str) -> tuple[list[Target], list[str]]:
        """Return what a cell names, and the parts of it that nobody knows."""
        found: dict[Target, None] = {}
        unknown = []
        for part in several(cell):
            for piece in [part] if self.find(part) else part.split("、"):
                targets = self.find(piece)
                found |= dict.fromkeys(targets)
                unknown += [] if targets else [piece.strip()]
        return list(found), unknown

    def find(self, name: str) -> tuple[Target, ...]:
        """Return what a name stands for, nothing for an unknown one; any paper of the notice is one."""
        key = plain(name)
        known = self.named.get(key)
        if known is None and key.startswith(_NOTICE):
            said = name.strip().removeprefix(_NOTICE).lstrip("：: ") or _NOTICE
            return self.named.get(plain(said), (Target("slot", len(self.every), said, f"{_NOTICE}：{said}"),))
        return known or ()

    def nearest(self, name: str) -> str:
        """Return the known name nearest to an unknown one, empty where none is near."""
        near = get_close_matches(plain(name), self.named, n=1, cutoff=0.5)
        return self.named[near[0]][0].name if near else ""


@lru_cache(maxsize=8)
def targets_of(guide: Guide) -> Targets:
    """Return everything that a file may support under a guide.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> targets = targets_of(load_guide("tianjin-2025-1"))
    >>> [one.id for one in targets.find("国家级绿色工厂数量")], targets.find("申报条件（二）1第1句")[0].id
    (['green_factories'], 'legal_person_1')
    """
    named: dict[str, list[Target]] = {}
    every: dict[Target, None] = {}
    for target, names in _targets(guide):
        every[target] = None
        for name in (target.name, *names):
            told = named.setdefault(plain(name), [])
            told += [] if target in told else [target]
    return Targets({name: tuple(found) for name, found in named.items()}, tuple(every))


def _targets(guide: Guide) -> Iterator[tuple[Target, tuple[str, ...]]]:
    for slot in guide.material_slots.values():
        yield Target("slot", slot.number, slot.id, slot.name), slot.words
    for place, criterion in enumerate(guide.criteria.values()):
        target = Target("criterion", place, criterion.id, criterion_name(guide, criterion))
        requirement = guide.requirements[criterion.requirement]
        yield target, (criterion.id, _place(criterion.source), requirement.title, criterion.text)
    for one in guide.indicators.values():
        yield Target("indicator", one.number, one.id, one.name), (one.id, one.label, f"指标{one.number}")
        declared = Target("declared", one.number, one.id, f"{_DECLARED[0]}{one.name}")
        yield declared, (f"{_DECLARED[1]}{one.name}", f"declared.{one.id}")
    for annex in guide.annexes.values():
        name = f"附表{annex.number}"
        yield Target("annex", annex.number, str(annex.number), name), (f"{name} {annex.name}", annex.caption)
    for section in guide.sections.values():
        yield Target("section", section.number, section.id, section.heading), (section.id,)


def criterion_name(guide: Guide, criterion: Criterion) -> str:
    """Return what a sentence of the conditions is called: “申报条件（一）2第1句”."""
    sentences = [one for one in guide.criteria.values() if one.requirement == criterion.requirement]
    return f"{_place(criterion.source)}{f'第{criterion.number}句' if len(sentences) > 1 else ''}"


def _place(source: str) -> str:
    """Return “申报条件（一）2” for “附件6 二、（一）2”."""
    return f"申报条件{source.rpartition('、')[2]}"
