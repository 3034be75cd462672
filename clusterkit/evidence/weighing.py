"""How the 申报条件 are held against data, texts and papers; a pure function of facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from clusterkit.evidence.conditions import (
    MISSING,
    STATEMENT,
    SUPPORTED,
    Conditions,
    CriterionState,
    PointState,
)
from clusterkit.evidence.targets import Target, criterion_name
from clusterkit.narrative.section_file import TO_WRITE

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.application_model import Criterion
    from clusterkit.guide.evidence_model import Point


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
    given = list(_from_data(guide, point, facts))
    if point.from_data and not given:
        return PointState(point, MISSING, absent=_absent(guide, point, facts))
    written = tuple(_written(guide, criterion, point, facts))
    papers = facts.papers(criterion.id, point) if point.evidence else []
    given += [f"{name}（{pages}）" for name, pages in papers]
    unwritten = "" if written or not point.keywords else _unwritten(guide, criterion, facts)
    kinds = [] if papers else [guide.evidence_kinds[kind].name for kind in point.evidence]
    state = STATEMENT if unwritten or kinds else SUPPORTED
    return PointState(point, state, tuple(given), written, unwritten=unwritten, unproved="或".join(kinds))


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


def _written(guide: Guide, criterion: Criterion, point: Point, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield in which section a keyword stands, the first for each section; hints what to write do not count."""
    for section in criterion.sections:
        text = TO_WRITE.sub("", facts.texts.get(section, ""))
        word = next((word for word in point.keywords if word in text), None)
        if word:
            yield _heading(guide, section), word


def _unwritten(guide: Guide, criterion: Criterion, facts: Facts) -> str:
    """Say that the sections are not written yet, or that they do not come to the point."""
    blank = [section for section in criterion.sections if not facts.texts.get(section, "").strip()]
    if len(blank) == len(criterion.sections):
        return f"正文{'、'.join(f'“{_heading(guide, section)}”' for section in blank)}还没有写，要写到"
    return "正文没有写到"


def _heading(guide: Guide, section: str) -> str:
    return " ".join(guide.sections[section].heading.split())
