"""申报条件 sentence by sentence: what supports each, and whether anything is missing; a pure function of facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from clusterkit.evidence.targets import Target, criterion_name

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.application_model import Criterion
    from clusterkit.guide.evidence_model import Point

SUPPORTED, STATEMENT, MISSING = "已支持", "待说明", "缺"
STATES = (SUPPORTED, STATEMENT, MISSING)


class Facts(Protocol):
    """What the conditions are held against."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Section → its text."""

    @property
    def industries(self) -> Iterable[str]:
        """The codes of the leading industry."""

    def figure(self, indicator: str) -> tuple[Decimal | None, str]:
        """Return an indicator's value, and how it is said (“企业数量 248个”)."""

    def rows(self, table: str, where: Mapping[str, str]) -> tuple[int | None, str]:
        """Return how many rows a list has whose fields hold a word of the sets named, and what it is called."""

    def setting(self, key: str) -> tuple[str, str]:
        """Return a setting of cluster.toml, and what it means."""

    def papers(self, criterion: str, point: Point) -> list[tuple[str, str]]:
        """Return the papers of a point's kinds of documents: name and pages."""


@dataclass(frozen=True)
class PointState:
    """One point: its state, what supports it, and what it lacks, each in a few words.

    ``absent`` is what the data does not show, ``unwritten`` what the text does not say, ``unproved`` the
    documents of which one must be there.
    """

    point: Point
    state: str
    shown: tuple[str, ...] = ()
    absent: str = ""
    unwritten: str = ""
    unproved: str = ""

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
        """What supports it, each thing once."""
        return list(dict.fromkeys(said for one in self.points for said in one.shown))

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


class Conditions(list[CriterionState]):
    """All sentences in the guide's order, as a list that is known for one (a notebook shows it as a card)."""

    def count(self, state: object) -> int:  # the list's own count, of states
        """Return how many sentences are in a state."""
        return sum(one.state == state for one in self)


def conditions(guide: Guide, facts: Facts) -> Conditions:
    """Return every sentence of the 申报条件 with what supports it and what it lacks."""
    found = Conditions()
    for place, criterion in enumerate(guide.criteria.values()):
        requirement = guide.requirements[criterion.requirement]
        name = criterion_name(guide, criterion)
        points = tuple(_weighed(guide, criterion, point, facts) for point in criterion.points)
        target = Target("criterion", place, criterion.id, name)
        found.append(CriterionState(criterion, name, requirement.title, requirement.party, target, points))
    return found


def _weighed(guide: Guide, criterion: Criterion, point: Point, facts: Facts) -> PointState:
    shown = list(_from_data(guide, point, facts))
    if point.from_data and not shown:
        return PointState(point, MISSING, absent=_absent(guide, point, facts))
    written = _written(guide, criterion, point, facts)
    papers = facts.papers(criterion.id, point) if point.evidence else []
    shown += [*written, *(f"{name}（{pages}）" for name, pages in papers)]
    unwritten = "" if written or not point.keywords else _unwritten(guide, criterion, facts)
    kinds = [] if papers else [guide.evidence_kinds[kind].name for kind in point.evidence]
    state = STATEMENT if unwritten or kinds else SUPPORTED
    return PointState(point, state, tuple(shown), unwritten=unwritten, unproved="或".join(kinds))


def _from_data(guide: Guide, point: Point, facts: Facts) -> Iterator[str]:
    for indicator in point.indicators:
        value, said = facts.figure(indicator)
        if value:
            yield said
    for table in point.tables:
        count, name = facts.rows(table, point.where)
        if count:
            yield f"{name}名单{count}行"
    for key in point.settings:
        value_, meaning = facts.setting(key)
        if value_:
            yield f"{meaning}：{value_}"
    if point.pillars:
        yield from (f"属于{pillar}" for pillar in _pillars(guide, facts.industries))


def _pillars(guide: Guide, industries: Iterable[str]) -> list[str]:
    codes = [code.lstrip("ABCDEFGHIJKLMNOPQRSTabcdefghijklmnopqrst") for code in industries]
    return [
        pillar.name
        for pillar in guide.pillars.values()
        if any(code.startswith(hint) for code in codes for hint in pillar.codes)
    ]


def _absent(guide: Guide, point: Point, facts: Facts) -> str:
    """Say what the data does not show."""
    said = []
    for indicator in point.indicators:
        value, _ = facts.figure(indicator)
        name = guide.indicators[indicator].name
        said.append(f"{name}为0" if value is not None else f"{name}还没有数")
    for table in point.tables:
        count, name = facts.rows(table, point.where)
        said.append(f"没有收到{name}名单" if count is None else f"{name}名单里没有符合的")
    said += [f"没有写{facts.setting(key)[1]}" for key in point.settings]
    said += ["主导产业的行业代码不在“1+3+4”产业之内"] if point.pillars else []
    return "、".join(said)


def _written(guide: Guide, criterion: Criterion, point: Point, facts: Facts) -> list[str]:
    """Return in which section a keyword stands, the first for each section."""
    found = []
    for section in criterion.sections:
        word = next((word for word in point.keywords if word in facts.texts.get(section, "")), None)
        if word:
            found.append(f"正文“{_heading(guide, section)}”写到“{word}”")
    return found


def _unwritten(guide: Guide, criterion: Criterion, facts: Facts) -> str:
    """Say that the sections are not written yet, or that they do not come to the point."""
    blank = [section for section in criterion.sections if not facts.texts.get(section, "").strip()]
    if len(blank) == len(criterion.sections):
        return f"正文{'、'.join(f'“{_heading(guide, section)}”' for section in blank)}还没有写，要写到"
    return "正文没有写到"


def _heading(guide: Guide, section: str) -> str:
    return " ".join(guide.sections[section].heading.split())
