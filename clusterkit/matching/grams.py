"""Which names can be near a query at all: those that share one of its rarest pairs of characters.

Nothing is lost by it. A ratio of at least ``NEAR`` allows only so many deletions and insertions; each deletion
takes at most two of the query's pairs away, each insertion one. So of one pair more than that, however chosen,
one is left and stands in the other name: the rarest are chosen, since few names have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

NEAR = 90.0  # the ratio from which whole names are near
_START, _END = "\x02", "\x03"
_QUERIES = 4096  # looked up at once
_DENSE = 16  # comparing one pair alone costs about as much as this many in a block
_THREADS = 1 << 22  # pairs from which more threads are worth their start
_Numbers = NDArray[np.int64]


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


def _pairs(texts: Sequence[str]) -> tuple[_Numbers, _Numbers]:
    """Return every pair of neighbouring characters as a number, and which text it is of."""
    joined = "".join(f"{_START}{text}{_END}" for text in texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    owner = np.repeat(np.arange(len(texts)), [len(text) + 2 for text in texts])
    inside = owner[1:] == owner[:-1]
    return (points[:-1] << 21 | points[1:])[inside], owner[1:][inside]


@dataclass(frozen=True)
class Grams:
    """Names by the pairs of characters they have: for each pair known, a stretch of ``bearers``."""

    names: Sequence[str]
    lengths: _Numbers
    known: _Numbers
    starts: _Numbers
    counts: _Numbers
    bearers: _Numbers

    @classmethod
    def of(cls, names: Sequence[str]) -> Grams:
        """Index names."""
        pairs, owner = _pairs(names)
        order = np.argsort(pairs, kind="stable")
        known, starts, counts = np.unique(pairs[order], return_index=True, return_counts=True)
        lengths = np.array([len(name) for name in names], dtype=np.int64)
        return cls(names, lengths, known, starts, counts, owner[order])

    def near(self, queries: Sequence[str]) -> dict[int, list[int]]:
        """Return, for each query that has any, the positions of names with a ratio of ``NEAR`` and more."""
        found: dict[int, list[int]] = {}
        if not self.names:
            return found
        for start in range(0, len(queries), _QUERIES):
            block = queries[start : start + _QUERIES]
            for query, name in self._near(block):
                found.setdefault(start + query, []).append(name)
        return found

    def _near(self, queries: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the near pairs: queries whose rarest pairs few names have by those, the others by all names."""
        chosen, asked = self._rarest(queries)
        sizes = np.bincount(asked, self.counts[chosen], len(queries))
        crowded = sizes * _DENSE > len(self.names)
        few = ~crowded[asked]
        yield from self._among_bearers(queries, chosen[few], asked[few])
        yield from self._among_all(queries, np.flatnonzero(crowded))

    def _among_bearers(
        self, queries: Sequence[str], chosen: _Numbers, asked: _Numbers
    ) -> Iterator[tuple[int, int]]:
        sizes = self.counts[chosen]
        shift = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        one, other = np.repeat(asked, sizes), self.bearers[np.repeat(self.starts[chosen], sizes) + shift]
        one, other = np.divmod(np.unique(one * len(self.names) + other), len(self.names))
        lengths = np.array([len(query) for query in queries], dtype=np.int64)
        close = np.abs(lengths[one] - self.lengths[other]) * 100 <= (lengths[one] + self.lengths[other]) * (
            100 - NEAR
        )
        one, other = one[close], other[close]
        left, right = [queries[at] for at in one.tolist()], [self.names[at] for at in other.tolist()]
        scores = process.cpdist(left, right, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.float32)
        yield from zip(one[scores > 0].tolist(), other[scores > 0].tolist(), strict=True)

    def _rarest(self, queries: Sequence[str]) -> tuple[_Numbers, _Numbers]:
        """Return, query by query, the known pairs among as many of its rarest as one of must be left."""
        pairs, asked = _pairs(queries)
        at = np.minimum(np.searchsorted(self.known, pairs), len(self.known) - 1)
        is_known = self.known[at] == pairs
        order = np.lexsort((np.where(is_known, self.counts[at], 0), asked))
        sizes = np.array([len(query) + 1 for query in queries], dtype=np.int64)
        rank = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        enough = np.array([pairs_lost(len(query)) for query in queries], dtype=np.int64)
        kept = order[(rank <= enough[asked[order]]) & is_known[order]]
        return at[kept], asked[kept]

    def _among_all(self, queries: Sequence[str], crowded: _Numbers) -> Iterator[tuple[int, int]]:
        many = len(crowded) * len(self.names) > _THREADS
        asked = [queries[at] for at in crowded.tolist()]
        scores: Any = process.cdist(
            asked, self.names, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8, workers=-1 if many else 1
        )
        one, other = np.nonzero(scores > 0)
        yield from zip(crowded[one].tolist(), other.tolist(), strict=True)
