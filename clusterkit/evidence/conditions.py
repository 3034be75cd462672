"""申报条件 sentence by sentence: what supports each, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterkit.evidence.targets import Target

if TYPE_CHECKING:
    from clusterkit.guide.application_model import Criterion
    from clusterkit.guide.evidence_model import Point

SUPPORTED, STATEMENT, MISSING = "已支持", "待说明", "缺"
STATES = (SUPPORTED, STATEMENT, MISSING)


@dataclass(frozen=True)
class PointState:
    """One point: its state, what supports it, and what it lacks, each in a few words.

    ``given`` are data and papers, ``written`` sections with the word in them that comes to the point; ``absent`` is
    what the data does not show, ``unwritten`` what the text does not say, ``unproved`` the documents of which one
    must be there.
    """

    point: Point
    state: str
    given: tuple[str, ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    absent: str = ""
    unwritten: str = ""
    unproved: str = ""

    @property
    def shown(self) -> list[str]:
        """What supports it."""
        return [*self.given, *said_texts(self.written)]

    @property
    def lacks(self) -> str:
        """What it lacks, in one sentence, with what helps."""
        proof = f"还没有佐证：{self.unproved}" if self.unproved else ""
        said = f"{self.unwritten}“{self.point.name}”" if self.unwritten else ""
        told = "；".join(filter(None, (self.absent, said, proof)))
        return f"{told}（{self.point.help}）" if told and self.point.help else told


@dataclass(frozen=True)
class CriterionState:
    """One sentence with its points; it is as good as the worst of them."""

    criterion: Criterion
    name: str
    title: str
    party: str
    target: Target
    points: tuple[PointState, ...]

    @property
    def state(self) -> str:
        """The worst state of its points; without any, it needs a statement."""
        return max((one.state for one in self.points), key=STATES.index, default=STATEMENT)

    @property
    def shown(self) -> list[str]:
        """What supports it, each thing and each section once."""
        given = dict.fromkeys(said for one in self.points for said in one.given)
        return [*given, *said_texts(pair for one in self.points for pair in one.written)]

    @property
    def lacks(self) -> list[str]:
        """What it lacks, in short: what the data does not show, what is not written, which papers."""
        absent = [f"“{one.point.name}”：{one.absent}" for one in self.points if one.absent]
        texts: dict[str, list[str]] = {}
        for one in self.points:
            if one.unwritten:
                texts.setdefault(one.unwritten, []).append(one.point.name)
        written = [f"{said}{'、'.join(f'“{name}”' for name in names)}" for said, names in texts.items()]
        papers = list(dict.fromkeys(one.unproved for one in self.points if one.unproved))
        return [*absent, *written, *([f"还没有佐证：{'、'.join(papers)}"] if papers else [])]


def said_texts(written: Iterable[tuple[str, str]]) -> list[str]:
    """Say which sections come to the point, and by which words.

    Examples
    --------
    >>> said_texts([("概况", "会员"), ("功能", "协调"), ("概况", "龙头"), ("概况", "会员")])
    ['正文“概况”写到会员、龙头', '正文“功能”写到协调']
    """
    words: dict[str, dict[str, None]] = {}
    for heading, word in written:
        words.setdefault(heading, {})[word] = None
    return [f"正文“{heading}”写到{'、'.join(found)}" for heading, found in words.items()]


class Conditions(list[CriterionState]):
    """All sentences in the guide's order, as a list that is known for one (a notebook shows it as a card)."""

    def count(self, state: object) -> int:  # the list's own count, of states
        """Return how many sentences are in a state."""
        return sum(one.state == state for one in self)
