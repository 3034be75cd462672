"""Which names are near a query as a whole: those with a rapidfuzz ratio of ``NEAR`` and more.

Nothing is lost by the two shortcuts. A ratio of at least ``NEAR`` allows only so many deletions and insertions.
Each deletion takes at most two of the query's pairs of neighbouring characters away, each insertion one: of one
pair more than that, however chosen, one is left and stands in the other name. The rarest are chosen, since few
names have them. And each of them changes the set of characters by one at most: names whose sets differ by more
are told by one look at a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from clusterkit.matching.ragged import Numbers, Pairs, characters, joined, lengths, parts, stretches

NEAR = 90.0  # the ratio from which whole names are near
_START, _END = "\x02", "\x03"
_ROOM = 1 << 20  # pairs of query and name held at once
_DENSE = 4  # a name found by a pair of characters costs about as much as this many looked at in a row
_MIX = np.uint64(0x9E3779B97F4A7C15)  # spreads characters evenly over 64 bits


@cache
def pairs_lost(length: int) -> int:
    """Return how many pairs of a query of this length a name with a ratio of ``NEAR`` can lack at most.

    Examples
    --------
    >>> pairs_lost(4), pairs_lost(12)
    (0, 4)
    """
    allowed = 2 * length * (100 - NEAR)
    most = int(allowed // (200 - NEAR))
    return max(2 * gone + int((allowed - (200 - NEAR) * gone) // NEAR) for gone in range(most + 1))


def _pairs(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return every pair of neighbouring characters as a number, and which text it is of."""
    points, owner = characters([f"{_START}{text}{_END}" for text in texts])
    points = points.astype(np.int64)
    inside = owner[1:] == owner[:-1]
    return (points[:-1] << 21 | points[1:])[inside], owner[1:][inside]


def _sets(texts: Sequence[str]) -> NDArray[np.uint64]:
    """Return which characters a text has, as 64 bits."""
    points, owner = characters(texts)
    found = np.zeros(len(texts), dtype=np.uint64)
    np.bitwise_or.at(found, owner, np.uint64(1) << (points.astype(np.uint64) * _MIX >> np.uint64(58)))
    return found


@dataclass(frozen=True)
class _Texts:
    """Texts with what is compared first: how long they are, and which characters they have."""

    texts: NDArray[np.object_]
    lengths: Numbers
    sets: NDArray[np.uint64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Texts:
        array = np.empty(len(texts), dtype=object)
        array[:] = texts
        return cls(array, lengths(texts), _sets(texts))

    def near(self, at: Any, others: _Texts, where: Any) -> NDArray[np.bool_]:
        """Tell which pairs may be near, as far as lengths and characters say."""
        allowed = (self.lengths[at] + others.lengths[where]) * int(100 - NEAR) // 100
        differ = np.bitwise_count(self.sets[at] ^ others.sets[where])
        near: NDArray[np.bool_] = (differ <= allowed) & (
            np.abs(self.lengths[at] - others.lengths[where]) <= allowed
        )
        return near


@dataclass(frozen=True)
class Grams:
    """Names by the pairs of characters they have: for each pair known, a stretch of ``bearers``."""

    names: _Texts
    known: Numbers
    starts: Numbers
    bearers: NDArray[np.int32]

    @classmethod
    def of(cls, names: Sequence[str]) -> Grams:
        """Index names."""
        pairs, owner = _pairs(names)
        order = np.argsort(pairs, kind="stable")
        pairs = pairs[order]
        first = np.flatnonzero(np.diff(pairs, prepend=-1))
        return cls(
            _Texts.of(names), pairs[first], np.append(first, len(pairs)), owner[order].astype(np.int32)
        )

    def near(self, texts: Sequence[str]) -> Pairs:
        """Return positions of texts and of names with a ratio of ``NEAR`` and more, each pair once."""
        if not texts or not len(self.known):
            return joined(())
        queries = _Texts.of(texts)
        return joined(self._near(queries, *pairs) for pairs in self._candidates(queries))

    def _near(self, queries: _Texts, one: Numbers, other: Numbers) -> Pairs:
        left, right = queries.texts[one].tolist(), self.names.texts[other].tolist()
        ratio = process.cpdist(left, right, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.float32)
        return one[ratio > 0], other[ratio > 0]

    def _candidates(self, queries: _Texts) -> Iterator[Pairs]:
        """Yield what may be near: by a query's rarest pairs, or among all names where many have those."""
        chosen, asked = self._rarest(queries)
        sizes = np.bincount(asked, self.starts[chosen + 1] - self.starts[chosen], len(queries.texts))
        crowded = sizes * _DENSE > len(self.names.texts)
        few = ~crowded[asked]
        chosen, asked = chosen[few], asked[few]
        for part in parts(np.where(crowded, 0, sizes), _ROOM):
            within = slice(*np.searchsorted(asked, (part.start, part.stop)))
            yield self._among_bearers(queries, chosen[within], asked[within])
        many = np.flatnonzero(crowded)
        for part in parts(np.full(len(many), len(self.names.texts)), _ROOM):
            yield self._among_all(queries, many[part])

    def _rarest(self, queries: _Texts) -> tuple[Numbers, Numbers]:
        """Return, query by query, the known pairs among as many of its rarest as one of must be left."""
        pairs, asked = _pairs(queries.texts.tolist())
        at = np.minimum(np.searchsorted(self.known, pairs), len(self.known) - 1)
        is_known = self.known[at] == pairs
        order = np.lexsort((np.where(is_known, self.starts[at + 1] - self.starts[at], 0), asked))
        sizes = queries.lengths + 1
        rank = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        enough = np.array([pairs_lost(length) for length in queries.lengths.tolist()], dtype=np.int64)
        kept = order[(rank <= enough[asked[order]]) & is_known[order]]
        return at[kept], asked[kept]

    def _among_bearers(self, queries: _Texts, chosen: Numbers, asked: Numbers) -> Pairs:
        counts = self.starts[chosen + 1] - self.starts[chosen]
        one, other = np.repeat(asked, counts), self.bearers[stretches(self.starts[chosen], counts)]
        near = queries.near(one, self.names, other)
        return np.divmod(np.unique(one[near] * len(self.names.texts) + other[near]), len(self.names.texts))

    def _among_all(self, queries: _Texts, crowded: Numbers) -> Pairs:
        one, other = np.nonzero(queries.near(crowded[:, None], self.names, slice(None)))
        return crowded[one], other
