"""Why a suggestion is one: what each clue adds to its score, and what a person should know besides.

>>> from clusterkit.guide import load_guide
>>> weigher = Weigher.of(load_guide("tianjin-2025-1"))
>>> print(weigher.weigh(Record("恒瑞传感", district="西青区"), Record("天津恒锐传感", district="西青区")))
68.8分：名称 +62.8（名称差三个字：少“天津”，“瑞”↔“锐”）；所在区 +6（所在区一致：西青区）
>>> weigher.weigh(Record("天津恒瑞传感公司"), Record("北京恒瑞传感公司")).remarks
('外地同名：北京恒瑞传感公司',)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from clusterkit.guide import Guide
from clusterkit.matching.alignment import Segment, align, characters_apart, differences
from clusterkit.matching.clues import (
    EQUAL_NAME,
    OTHER_CORE,
    SAME_CORE,
    Contribution,
    address_points,
    code_points,
    district_points,
    name_points,
)
from clusterkit.matching.name_words import NameWords, name_words
from clusterkit.matching.names import core_of, is_branch, normalise, place_in

_ALIKE = 60  # a ratio below which two names have nothing but usual words in common


@dataclass(frozen=True, slots=True)
class Record:
    """What a row says about who it means, or what the lists say about a candidate.

    Parameters
    ----------
    name
        As written.
    code
        As written, good or not.
    former
        Former names (of a candidate), normalised or as written.
    living
        Whether it is neither 注销 nor 吊销.
    """

    name: str
    code: str | None = None
    district: str | None = None
    address: str | None = None
    former: tuple[str, ...] = ()
    living: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """The clues in their order, whose points add up to the score; the names side by side; remarks in Chinese."""

    contributions: tuple[Contribution, ...]
    alignment: tuple[Segment, ...]
    remarks: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the points, 0 to 100."""
        return round(sum(one.points for one in self.contributions), 1)

    def __str__(self) -> str:
        clues = "；".join(f"{one.label} {one.points:+g}（{one.detail}）" for one in self.contributions)
        return f"{self.score:g}分：{clues}" + "".join(f"。{remark}" for remark in self.remarks)


@dataclass(frozen=True)
class Weigher:
    """Weighs candidates by a guide's words.

    Parameters
    ----------
    within
        The district that a functional area lies in.
    """

    words: NameWords
    within: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, guide: Guide) -> Weigher:
        """Return the weigher of a guide."""
        return cls(name_words(guide), {area.id: area.within for area in guide.places.areas.values()})

    def weigh(self, given: Record, candidate: Record) -> Evidence:
        """Return what speaks for a candidate and against it."""
        called = self._called(given, candidate)
        alignment = align(normalise(given.name), called)
        clues = (
            self._name(normalise(given.name), called, alignment),
            district_points(*self._districts(given.district, candidate.district)),
            address_points(given.address, candidate.address),
            code_points(given.code, candidate.code),
        )
        return Evidence(
            tuple(clue for clue in clues if clue), alignment, tuple(self._remarks(given, candidate, called))
        )

    def _called(self, given: Record, candidate: Record) -> str:
        """Return the candidate's name that is nearest to the given one, the present one of equals."""
        name = normalise(given.name)
        core = core_of(name, self.words)
        names = dict.fromkeys(normalise(one) for one in (candidate.name, *candidate.former))
        return max(names, key=lambda one: self._points(core == core_of(one, self.words), name, one))

    def _points(self, same_core: bool, one: str, other: str) -> float:
        if one == other:
            return EQUAL_NAME
        return round(float(name_points(SAME_CORE if same_core else OTHER_CORE, fuzz.ratio(one, other))), 1)

    def _name(self, name: str, called: str, alignment: Sequence[Segment]) -> Contribution:
        core, other = core_of(name, self.words), core_of(called, self.words)
        points = self._points(core == other, name, called)
        if name == called:
            return Contribution("名称", points, "名称相同")
        said = differences(alignment)
        if core == other:
            return Contribution("名称", points, f"核心名称同为“{core}”，{said}")
        if fuzz.ratio(name, called) < _ALIKE:
            return Contribution("名称", points, "名称不同")
        return Contribution("名称", points, f"名称差{characters_apart(alignment)}：{said}")

    def _districts(self, one: str | None, other: str | None) -> tuple[str | None, str | None]:
        """Let a functional area be the district that it lies in, where only one of the two is named so finely."""
        if one and other and one != other:
            if self.within.get(one) == other:
                return other, other
            if self.within.get(other) == one:
                return one, one
        return one, other

    def _remarks(self, given: Record, candidate: Record, called: str) -> list[str]:
        remarks = []
        here, there = place_in(normalise(given.name), self.words), place_in(called, self.words)
        if there in self.words.elsewhere and here != there:
            alike = core_of(normalise(given.name), self.words) == core_of(called, self.words)
            remarks.append(f"{'外地同名' if alike else '在外地'}：{candidate.name}")
        elif here in self.words.elsewhere and here != there:
            remarks.append(f"名单上的是外地企业：{given.name}")
        if called != normalise(candidate.name):
            remarks.append(f"与曾用名“{called}”相近，现名“{candidate.name}”")
        if is_branch(given.name, self.words) and not is_branch(called, self.words):
            remarks.append("名单上的是分支机构")
        if not candidate.living:
            remarks.append("已注销、吊销")
        return remarks
