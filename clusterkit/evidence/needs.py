"""What is still needed: the documents that the guide's data asks for, held against the papers that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterkit.evidence.papers import Paper, RowNames
from clusterkit.evidence.targets import Target, targets_of

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.evidence_model import EvidenceNeed

HasValue = Callable[[Target], bool]


@dataclass(frozen=True)
class Lack:
    """One document that is needed and not there, or only for some of the rows (``rows``: those without)."""

    need: EvidenceNeed
    documents: tuple[str, ...]
    rows: tuple[str, ...] = ()
    of: int = 0

    @property
    def text(self) -> str:
        """It in a few words.

        Examples
        --------
        >>> Lack(None, ("合作协议", "走访服务记录"), ("甲公司",), 6).text
        '合作协议或走访服务记录（6项中1项没有）'
        """
        named = "或".join(self.documents)
        if not self.of:
            return named
        missing = len(self.rows)
        return (
            f"{named}（{self.of}项都没有）"
            if missing == self.of
            else f"{named}（{self.of}项中{missing}项没有）"
        )


@dataclass(frozen=True)
class Needed:
    """One target, and what it still lacks."""

    target: Target
    lacks: tuple[Lack, ...]


def still_needed(guide: Guide, listed: Sequence[Paper], has: HasValue, names: RowNames) -> list[Needed]:
    """Return what is still needed, in the order of print; what has no value needs nothing.

    Parameters
    ----------
    listed
        The papers; a file that vanished or cannot be opened proves nothing.
    has
        Whether a target has anything to prove.
    names
        The rows of a target.
    """
    there = [one for one in listed if one.can_be_bound or not one.entry.file]
    found: dict[Target, list[Lack]] = {}
    for need, target in _asked(guide):
        if has(target) and (lack := _lack(guide, need, target, there, names)):
            found.setdefault(target, []).append(lack)
    order = {target: place for place, target in enumerate(targets_of(guide).every)}
    return [Needed(target, tuple(found[target])) for target in sorted(found, key=lambda one: order[one])]


def needs_asked(guide: Guide, has: HasValue) -> set[Target]:
    """Return the targets that need something."""
    return {target for _, target in _asked(guide) if has(target)}


def _asked(guide: Guide) -> Iterator[tuple[EvidenceNeed, Target]]:
    """Yield every need with each target that it is for."""
    known = {(str(target.kind), target.id): target for target in targets_of(guide).every}
    for need in guide.evidence_needs.values():
        keys = [("indicator", key) for key in need.indicators]
        keys += [("annex", str(number)) for number in need.annexes]
        keys += [("criterion", key) for key in need.criteria]
        yield from ((need, known[key]) for key in keys)


def _lack(
    guide: Guide, need: EvidenceNeed, target: Target, there: Sequence[Paper], names: RowNames
) -> Lack | None:
    same = {target, *_declared(guide, target)}
    mine = [one for one in there if one.kind in need.documents and same.intersection(one.targets)]
    documents = tuple(guide.evidence_kinds[kind].name for kind in need.documents)
    if not need.each:
        return None if mine else Lack(need, documents)
    rows = names(target)
    without = tuple(row.name for row in rows if not any(one.is_about(row) for one in mine))
    return Lack(need, documents, without, len(rows)) if without else None


def _declared(guide: Guide, target: Target) -> tuple[Target, ...]:
    """Return the declared total of an indicator: what proves it proves the indicator too."""
    return targets_of(guide).find(f"declared.{target.id}") if target.kind == "indicator" else ()
