"""Suggestions: parties whose names are near a name that nobody bears.

Near is: the same core; cores of three characters or more that are one character apart; or a rapidfuzz ratio
of 90 and more of the whole normalised names. Present and former names count, of enterprises and institutions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from clusterkit.matching.beside import Beside
from clusterkit.matching.clues import OTHER_CORE, SAME_CORE, name_points
from clusterkit.matching.cores import Cores
from clusterkit.matching.grams import Grams
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.names import core_of
from clusterkit.matching.parties import Party, Register
from clusterkit.matching.ragged import Numbers, joined, stretches
from clusterkit.matching.verdict import Option

MOST = 8  # options shown for one name
_QUERIES = 1 << 13  # searched for at once
_SAME, _APART, _ALIKE = range(3)  # why a name was thought of, the strongest reason first
_FLOORS = np.array([SAME_CORE, OTHER_CORE, OTHER_CORE])  # what the core is worth by each reason


@dataclass(frozen=True)
class _Found:
    """Pairs of a query and a name, why they were thought of, and how near the whole names are."""

    query: Numbers
    name: Numbers
    why: Numbers
    score: NDArray[np.float64]

    def of(self, rows: Numbers) -> _Found:
        return _Found(self.query[rows], self.name[rows], self.why[rows], self.score[rows])


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
    def cores(self) -> Cores:
        """The names by their cores."""
        return Cores.index([core_of(name, self.words) for name in self.names])

    @cached_property
    def grams(self) -> Grams:
        """The names by their pairs of characters."""
        return Grams.of(self.names)

    @cached_property
    def parties(self) -> list[Party]:
        """Who may be suggested, in the order in which equals are shown: the living first."""
        one_each = {party.id: party for party in self.register.parties if not party.ambiguous}
        by_id = sorted(one_each.values(), key=attrgetter("id"))
        return sorted(by_id, key=attrgetter("living"), reverse=True)

    @cached_property
    def bearers(self) -> tuple[Numbers, Numbers]:
        """Who bears each name: where the stretch of each begins (and the last ends), and the parties' positions."""
        at = {name: position for position, name in enumerate(self.names)}
        named: list[int] = []
        counts = np.zeros(len(self.parties), dtype=np.int64)
        for who, party in enumerate(self.parties):
            borne = [at[name] for names in (party.names, party.former) for name in names if name]
            named += borne
            counts[who] = len(borne)
        which = np.array(named, dtype=np.int64)
        starts = np.append(0, np.cumsum(np.bincount(which, minlength=len(at))))
        return starts, np.repeat(np.arange(len(counts)), counts)[np.argsort(which, kind="stable")]

    def suggest(
        self, queries: Sequence[str], most: int = MOST, beside: Beside | None = None
    ) -> list[tuple[Option, ...]]:
        """Return the options of each normalised name, the likeliest first, ``most`` of them at most.

        What stands ``beside`` the names only changes the order.
        """
        found: list[tuple[Option, ...]] = []
        for start in range(0, len(queries), _QUERIES):
            rows = slice(start, start + _QUERIES)
            found += self._suggest(queries[rows], most, beside.of(rows) if beside else None)
        return found

    def _suggest(self, queries: Sequence[str], most: int, beside: Beside | None) -> list[tuple[Option, ...]]:
        cores = [core_of(query, self.words) for query in queries]
        found, party = self._ranked(self._found(queries, cores), most, beside)
        options: list[list[Option]] = [[] for _ in queries]
        for query, name, why, score, who in zip(
            found.query.tolist(), found.name.tolist(), found.why.tolist(), found.score.tolist(), party, strict=True
        ):  # fmt: skip
            said = self._said(why, cores[query], name)
            options[query].append(Option(self.parties[who], round(score, 1), said, self.names[name]))
        return list(map(tuple, options))

    def _found(self, queries: Sequence[str], cores: Sequence[str]) -> _Found:
        """Return the pairs that the rules name, for each reason."""
        reasons = self.cores.same(cores), self.cores.one_apart(cores), self.grams.near(queries)
        query, name = joined(reasons)
        why = np.repeat(range(len(reasons)), [len(one) for one, _ in reasons])
        left, right = [queries[at] for at in query.tolist()], [self.names[at] for at in name.tolist()]
        ratio = process.cpdist(left, right, scorer=fuzz.ratio, dtype=np.float64)
        return _Found(query, name, why, name_points(_FLOORS[why], ratio))

    def _ranked(self, found: _Found, most: int, beside: Beside | None) -> tuple[_Found, list[int]]:
        """Return what is shown, and who bears it: each party once, by what speaks most for it."""
        starts, positions = self.bearers
        counts = starts[found.name + 1] - starts[found.name]
        party = positions[stretches(starts[found.name], counts)]
        found = found.of(np.repeat(np.arange(len(counts)), counts))
        if beside:
            found = replace(found, score=found.score + beside.points(self.parties, found.query, party))
        best = np.lexsort((found.why, -found.score, party, found.query))
        best = best[_firsts(found.query[best], party[best])]
        order = best[np.lexsort((party[best], -found.score[best], found.query[best]))]
        place = np.arange(len(order)) - np.searchsorted(found.query[order], found.query[order])
        order = order[place < most]
        return found.of(order), party[order].tolist()

    def _said(self, why: int, core: str, name: int) -> str:
        if why == _SAME:
            return f"核心名称同为“{core}”"
        if why == _APART:
            return f"核心名称“{core}”与“{core_of(self.names[name], self.words)}”只差一个字"
        return "名称相近"


def _firsts(*keys: Numbers) -> NDArray[np.bool_]:
    """Tell which rows of sorted keys are the first with theirs."""
    changed = np.ones(len(keys[0]), dtype=np.bool_)
    changed[1:] = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return changed
