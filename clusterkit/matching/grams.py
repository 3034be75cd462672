"""Which names are near a query as a whole: those with a rapidfuzz ratio of ``NEAR`` and more.

Nothing is lost by it. A ratio of at least ``NEAR`` allows only so many deletions and insertions.
Each deletion takes at most two of the query's pairs of neighbouring characters away, each insertion one: of one
pair more than that, however chosen, one is left and stands in the other name. The rarest are chosen, since few
names have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from clusterkit.matching.char_sets import NEAR, CharSets
from clusterkit.matching.ragged import Numbers, Pairs, characters, joined, lengths, parts, stretches

_START, _END = "\x02", "\x03"
_ROOM = 1 << 20  # pairs of query and name held at once
_DENSE = 4  # a name found by a pair of characters costs about as much as this many of a table
_TABLE = 1 << 12  # from so many pairs of query and name a table is worth its making


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


@dataclass(frozen=True)
class Grams:
    """Names by the pairs of characters they have: for each pair known, a stretch of ``bearers``."""

    names: CharSets
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
        starts = np.append(first, len(pairs))
        return cls(CharSets.of(names), pairs[first], starts, owner[order].astype(np.int32))

    def near(self, texts: Sequence[str]) -> Pairs:
        """Return positions of texts and of names with a ratio of ``NEAR`` and more, each pair once."""
        if not texts or not len(self.known):
            return joined(())
        queries = CharSets.of(texts)
        one, other = joined(self._candidates(queries))
        keys = np.unique(one * len(self.names.texts) + other)
        found = (self._near(queries, keys[part : part + _ROOM]) for part in range(0, len(keys), _ROOM))
        return joined(found)

    def _near(self, queries: CharSets, keys: Numbers) -> Pairs:
        one, other = np.divmod(keys, len(self.names.texts))
        left, right = queries.texts[one].tolist(), self.names.texts[other].tolist()
        ratio = process.cpdist(left, right, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.float32)
        return one[ratio > 0], other[ratio > 0]

    def _candidates(self, queries: CharSets) -> Iterator[Pairs]:
        """Yield what may be near: by a query's rarest pairs, or among all names where many have those."""
        chosen, asked = self._rarest(queries)
        counts = self._counts(chosen)
        crowded = np.bincount(asked, counts, len(queries.texts)) * _DENSE > len(self.names.texts)
        yield from queries.table(np.flatnonzero(crowded), self.names, np.arange(len(self.names.texts)))
        few = ~crowded[asked]
        in_tables = few & (counts * np.bincount(chosen, minlength=len(self.known))[chosen] >= _TABLE)
        yield from self._tables(queries, chosen[in_tables], asked[in_tables])
        yield from self._singly(queries, chosen[few & ~in_tables], asked[few & ~in_tables])

    def _counts(self, chosen: Numbers) -> Numbers:
        return self.starts[chosen + 1] - self.starts[chosen]

    def _tables(self, queries: CharSets, chosen: Numbers, asked: Numbers) -> Iterator[Pairs]:
        """Hold all that ask for a pair of characters against all that have it."""
        order = np.argsort(chosen, kind="stable")
        chosen, asked = chosen[order], asked[order]
        ends = np.flatnonzero(np.diff(chosen, append=-1)) + 1
        for first, last in pairwise([0, *ends]):
            pair = chosen[first]
            bearers = self.bearers[self.starts[pair] : self.starts[pair + 1]]
            yield from queries.table(asked[first:last], self.names, bearers.astype(np.int64))

    def _singly(self, queries: CharSets, chosen: Numbers, asked: Numbers) -> Iterator[Pairs]:
        counts = self._counts(chosen)
        for part in parts(counts, _ROOM):
            where = stretches(self.starts[chosen[part]], counts[part])
            one, other = np.repeat(asked[part], counts[part]), self.bearers[where].astype(np.int64)
            yield queries.pairs(one, self.names, other)

    def _rarest(self, queries: CharSets) -> tuple[Numbers, Numbers]:
        """Return, query by query, the known pairs among as many of its rarest as one of must be left."""
        pairs, asked = _pairs(queries.texts.tolist())
        at = np.minimum(np.searchsorted(self.known, pairs), len(self.known) - 1)
        is_known = self.known[at] == pairs
        order = np.lexsort((np.where(is_known, self._counts(at), 0), asked))
        sizes = lengths(queries.texts.tolist()) + 1
        rank = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        enough = np.array([pairs_lost(length) for length in (sizes - 1).tolist()], dtype=np.int64)
        kept = order[(rank <= enough[asked[order]]) & is_known[order]]
        return at[kept], asked[kept]
