"""Suggestions: parties whose names are near a name that nobody bears.

Near is: the same core; cores of three characters or more that are one character apart; or a rapidfuzz ratio
of 90 and more of the whole normalised names. Present and former names count, of enterprises and institutions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from clusterkit.matching.grams import NEAR, Grams
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.names import core_of
from clusterkit.matching.parties import Party, Register
from clusterkit.matching.verdict import Option

SHORTEST_CORE = 3  # shorter cores one character apart say nothing
MOST = 8  # options shown for one name


@dataclass(frozen=True)
class Suggester:
    """The names of a register, ready to be searched for near ones."""

    register: Register
    words: NameWords

    @cached_property
    def names(self) -> list[str]:
        """Every normalised name once, in a fixed order."""
        return sorted(name for name in {*self.register.present, *self.register.former} if name)

    @cached_property
    def cores(self) -> dict[str, list[int]]:
        """Positions of the names by core."""
        found: dict[str, list[int]] = {}
        for at, name in enumerate(self.names):
            found.setdefault(core_of(name, self.words), []).append(at)
        return found

    @cached_property
    def shortened(self) -> dict[str, list[str]]:
        """Cores by what is left when one character, or none, is taken out."""
        found: dict[str, list[str]] = {}
        for core in self.cores:
            if len(core) >= SHORTEST_CORE:
                for left in _shortenings(core):
                    found.setdefault(left, []).append(core)
        return found

    @cached_property
    def grams(self) -> Grams:
        """The names by their pairs of characters."""
        return Grams.of(self.names)

    def suggest(self, queries: Sequence[str]) -> list[tuple[Option, ...]]:
        """Return the options of each normalised name, the likeliest first."""
        near = self.grams.near(queries)
        return [self._options(query, near.get(at, ())) for at, query in enumerate(queries)]

    def _options(self, query: str, near: Iterable[int]) -> tuple[Option, ...]:
        best: dict[str, Option] = {}
        for at, floor, why in self._reasons(query, near):
            name = self.names[at]
            ratio = fuzz.ratio(query, name)
            score = round(max(ratio, floor + (100 - floor) * ratio / 200), 1)
            for party in self._bearers(name):
                if party.id not in best or score > best[party.id].score:
                    best[party.id] = Option(party, score, why)
        ordered = sorted(
            best.values(), key=lambda option: (-option.score, not option.party.living, option.party.id)
        )
        return tuple(ordered[:MOST])

    def _reasons(self, query: str, near: Iterable[int]) -> Iterator[tuple[int, float, str]]:
        core = core_of(query, self.words)
        for at in self.cores.get(core, ()):
            yield at, 95.0, f"核心名称同为“{core}”"
        for other in self._cores_one_apart(core):
            for at in self.cores[other]:
                yield at, NEAR, f"核心名称“{core}”与“{other}”只差一个字"
        for at in near:
            yield at, NEAR, "名称相近"

    def _cores_one_apart(self, core: str) -> list[str]:
        if len(core) < SHORTEST_CORE:
            return []
        found = {other for left in _shortenings(core) for other in self.shortened.get(left, ())}
        return sorted(other for other in found if Levenshtein.distance(core, other, score_cutoff=1) == 1)

    def _bearers(self, name: str) -> list[Party]:
        bearers = (*self.register.present.get(name, ()), *self.register.former.get(name, ()))
        return [party for party in bearers if not party.ambiguous]


def _shortenings(core: str) -> set[str]:
    return {core, *(core[:at] + core[at + 1 :] for at in range(len(core)))}
