"""In which order papers are bound, and on which pages they come to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterkit.evidence.papers import Paper, RowName
from clusterkit.evidence.targets import OTHER, Target

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.evidence_model import EvidencePart

LINES = 20  # papers listed on one page of a divider


@dataclass(frozen=True)
class Bound:
    """A paper on its pages, counted from the first page of the PDF."""

    paper: Paper
    target: Target
    first: int
    last: int

    @property
    def pages(self) -> str:
        """Its pages as they are cited.

        Examples
        --------
        >>> Bound(None, None, 88, 96).pages, Bound(None, None, 3, 3).pages
        ('P88—96', 'P3')
        """
        return f"P{self.first}" if self.first == self.last else f"P{self.first}—{self.last}"


@dataclass(frozen=True)
class BoundPart:
    """A part with its divider, which lists its papers and takes the pages from ``first`` on."""

    part: EvidencePart
    number: int
    first: int
    divider: int
    papers: tuple[Bound, ...]


@dataclass(frozen=True)
class Binding:
    """All parts that hold something, in their order."""

    parts: tuple[BoundPart, ...] = ()

    @property
    def bound(self) -> Iterator[Bound]:
        """All papers in their order."""
        return (one for part in self.parts for one in part.papers)

    @property
    def total(self) -> int:
        """How many pages the PDF has."""
        return self.parts[-1].papers[-1].last if self.parts else 0

    def of(self, *targets: Target, row: RowName | None = None) -> list[Bound]:
        """Return what supports one of the targets; of a row what is about it, named or as one of all."""
        return [
            one
            for one in self.bound
            if any(target in targets for target in one.paper.targets)
            and (row is None or one.paper.is_about(row))
        ]

    def pages(self, *targets: Target, row: RowName | None = None) -> str:
        """Return where a target is supported as the documents cite it, empty for nowhere: “佐证P12—14、P20”."""
        return cited(self.of(*targets, row=row))


def cited(bound: Sequence[Bound]) -> str:
    """Return the pages of papers as they are cited; what follows on one another is drawn together.

    Examples
    --------
    >>> cited([Bound(None, None, 3, 3), Bound(None, None, 4, 6), Bound(None, None, 9, 9)])
    '佐证P3—6、P9'
    """
    spans: list[Bound] = []
    for one in sorted(bound, key=lambda one: one.first):
        if spans and one.first <= spans[-1].last + 1:
            before = spans.pop()
            spans.append(Bound(one.paper, one.target, before.first, max(before.last, one.last)))
        else:
            spans.append(one)
    return f"佐证{'、'.join(span.pages for span in spans)}" if spans else ""


def bind(guide: Guide, listed: Iterable[Paper]) -> Binding:
    """Return the papers in the guide's order: by part, then by what they support, then as they are listed."""
    placed = [(target, paper) for paper in listed for target in (_first(guide, paper),)]
    parts: list[BoundPart] = []
    page = 1
    for part in sorted(guide.evidence_parts.values(), key=lambda one: one.number):
        mine = [one for one in placed if _belongs(guide, part, one[0])]
        if not mine:
            continue
        divider = -(-len(mine) // LINES)
        made = BoundPart(part, len(parts) + 1, page, divider, tuple(_bound(mine, page + divider)))
        parts.append(made)
        page = made.papers[-1].last + 1
    return Binding(tuple(parts))


def _bound(mine: list[tuple[Target, Paper]], page: int) -> Iterator[Bound]:
    for target, paper in sorted(
        mine, key=lambda one: (one[0].kind != "indicator", one[0].order, one[0].name)
    ):
        yield Bound(paper, target, page, page + paper.pages - 1)
        page += paper.pages


def _first(guide: Guide, paper: Paper) -> Target:
    """Return the target by which a paper is bound: the first that some part takes."""
    parts = guide.evidence_parts.values()
    return next((one for one in paper.targets if any(_belongs(guide, part, one) for part in parts)), OTHER)


def _belongs(guide: Guide, part: EvidencePart, target: Target) -> bool:
    if target.kind not in part.takes:
        return False
    return not part.group or guide.indicators[target.id].group == part.group
