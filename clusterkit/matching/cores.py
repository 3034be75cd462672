"""Names by their core: which have the same one as a query, and which have one that is one character apart.

Cores one character apart have a shortening in common: what is left when one character, or none, is taken out.
Shortenings are told by a number, 64 bits of them, and what they lead to is looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from clusterkit.matching.ragged import Numbers, Pairs, characters, lengths, stretches

SHORTEST_CORE = 3  # shorter cores one character apart say nothing
_BASE = 0xD1342543DE82EF95  # odd, so that it can be undone
_UNBASE = pow(_BASE, -1, 1 << 64)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Cores:
    """Names by their core, and cores by their shortenings."""

    cores: list[str]
    at: dict[str, int]
    starts: Numbers
    names: Numbers
    shortened: NDArray[np.uint64]
    of: Numbers

    @classmethod
    def index(cls, cores_of_names: Sequence[str]) -> Cores:
        """Index names by their cores, given in the order of the names."""
        at: dict[str, int] = {}
        which = np.array([at.setdefault(core, len(at)) for core in cores_of_names], dtype=np.int64)
        starts = np.append(0, np.cumsum(np.bincount(which, minlength=len(at))))
        shortened, of = _shortenings(list(at))
        order = np.argsort(shortened)
        return cls(list(at), at, starts, np.argsort(which, kind="stable"), shortened[order], of[order])

    def same(self, cores: Sequence[str]) -> Pairs:
        """Return which names have the core of which query."""
        found = np.array([self.at.get(core, -1) for core in cores], dtype=np.int64)
        asked = np.flatnonzero(found >= 0)
        return self._names(asked, found[asked])

    def one_apart(self, cores: Sequence[str]) -> Pairs:
        """Return which names have a core that is one character apart from that of which query."""
        shortened, asked = _shortenings(cores)
        first = np.searchsorted(self.shortened, shortened)
        counts = np.searchsorted(self.shortened, shortened, side="right") - first
        one, other = np.repeat(asked, counts), self.of[stretches(first, counts)]
        one, other = np.divmod(np.unique(one * len(self.cores) + other), max(len(self.cores), 1))
        left, right = [cores[at] for at in one.tolist()], [self.cores[at] for at in other.tolist()]
        distance = process.cpdist(left, right, scorer=Levenshtein.distance, score_cutoff=1, dtype=np.int32)
        return self._names(one[distance == 1], other[distance == 1])

    def _names(self, asked: Numbers, cores: Numbers) -> Pairs:
        counts = self.starts[cores + 1] - self.starts[cores]
        return np.repeat(asked, counts), self.names[stretches(self.starts[cores], counts)]


def _shortenings(cores: Sequence[str]) -> tuple[NDArray[np.uint64], Numbers]:
    """Return the shortenings of all cores that are long enough, as numbers, and which core each is of.

    A text's number is the sum of its characters' numbers, each times the base to the power of its place. Without
    a character it is the sum before it, and the sum behind it one place lower.
    """
    sizes = lengths(cores)
    points, owner = characters(cores)
    place = np.arange(len(points)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    valued = (points * _MIX ^ points * _MIX >> np.uint64(29)) * _powers(int(sizes.max(initial=0)))[place]
    ends = np.append(np.uint64(0), np.cumsum(valued))
    firsts = np.cumsum(sizes) - sizes
    whole = ends[firsts + sizes] - ends[firsts]
    before = ends[:-1] - ends[firsts][owner]
    behind = whole[owner] - before - valued
    long = sizes >= SHORTEST_CORE
    left = (before + behind * np.uint64(_UNBASE))[long[owner]]
    return np.append(left, whole[long]), np.append(owner[long[owner]], np.flatnonzero(long))


def _powers(count: int) -> NDArray[np.uint64]:
    bases = np.full(count + 1, _BASE, dtype=np.uint64)
    bases[0] = 1
    return np.cumprod(bases, dtype=np.uint64)
