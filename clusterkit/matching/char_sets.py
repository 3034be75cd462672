"""Texts by what is compared first: how long they are, and which characters they have, as bits of a number.

A deletion or an insertion changes the set of characters by one at most, so texts whose sets differ by more than
a ratio allows are told apart by one look. Two sets of bits, the characters spread differently, let hardly any pass
by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clusterkit.matching.ragged import Numbers, Pairs, characters, lengths, parts

NEAR = 90.0  # the ratio from which whole names are near
_ROOM = 1 << 20  # pairs looked at together
_LONGEST = 1600  # longer texts may differ by more characters than there are bits
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)  # odd numbers without a pattern
_Bits = NDArray[np.uint64]


@dataclass(frozen=True)
class CharSets:
    """Texts, their lengths, and their characters twice over."""

    texts: NDArray[np.object_]
    lengths: NDArray[np.int16]
    sets: tuple[_Bits, _Bits]

    @classmethod
    def of(cls, texts: Sequence[str]) -> CharSets:
        """Look at texts once."""
        array = np.empty(len(texts), dtype=object)
        array[:] = texts
        points, owner = characters(texts)
        one, two = (_bits(points, owner, len(texts), spread) for spread in _SPREAD)
        return cls(array, np.minimum(lengths(texts), _LONGEST).astype(np.int16), (one, two))

    def pairs(self, at: Numbers, others: CharSets, where: Numbers) -> Pairs:
        """Return the pairs, of those given, that may have a ratio of ``NEAR``."""
        for one, other in zip(self.sets, others.sets, strict=True):
            near = _may_be_near(one[at] ^ other[where], self.lengths[at] + others.lengths[where])
            at, where = at[near], where[near]
        return at, where

    def table(self, at: Numbers, others: CharSets, where: Numbers) -> Iterator[Pairs]:
        """Yield the pairs of all these with all those that may have a ratio of ``NEAR``."""
        bits, sizes = others.sets[0][where], others.lengths[where]
        for part in parts(np.full(len(at), len(where)), _ROOM):
            rows = at[part]
            differ = self.sets[0][rows][:, None] ^ bits
            one, other = np.nonzero(_may_be_near(differ, self.lengths[rows][:, None] + sizes))
            yield self.pairs(rows[one], others, where[other])


def _bits(points: NDArray[np.uint32], owner: Numbers, count: int, spread: int) -> _Bits:
    found = np.zeros(count, dtype=np.uint64)
    np.bitwise_or.at(found, owner, np.uint64(1) << (points * np.uint64(spread) >> np.uint64(58)))
    return found


def _may_be_near(differ: _Bits, sizes: NDArray[np.int16]) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = np.bitwise_count(differ) * np.int16(100) <= sizes * np.int16(100 - NEAR)
    return near
