"""Many texts as one array of characters, and stretches of an array side by side: loops that numpy does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]  # positions of queries, and of what they are paired with


def characters(texts: Sequence[str]) -> tuple[NDArray[np.uint32], Numbers]:
    """Return the characters of all texts, one behind the other, and which text each is of.

    Examples
    --------
    >>> points, owner = characters(["ab", "", "c"])
    >>> points.tolist(), owner.tolist()
    ([97, 98, 99], [0, 0, 2])
    """
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return points, np.repeat(np.arange(len(texts)), lengths(texts))


def lengths(texts: Sequence[str]) -> Numbers:
    """Return how many characters each text has."""
    return np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))


def stretches(starts: Numbers, counts: Numbers) -> Numbers:
    """Return the positions of all stretches, one behind the other.

    Examples
    --------
    >>> stretches(np.array([5, 0, 9]), np.array([2, 0, 1])).tolist()
    [5, 6, 9]
    """
    shift = np.repeat(starts - np.cumsum(counts) + counts, counts)
    return shift + np.arange(len(shift))


def parts(sizes: Numbers, room: int) -> list[slice]:
    """Return slices of neighbours whose sizes add up to ``room`` at most (one alone may have more).

    Examples
    --------
    >>> parts(np.array([3, 4, 9, 1]), 8)
    [slice(0, 2, None), slice(2, 3, None), slice(3, 4, None)]
    """
    ends, total, found, start = np.cumsum(sizes), 0, [], 0
    while start < len(sizes):
        end = max(start + 1, int(np.searchsorted(ends, total + room, side="right")))
        found.append(slice(start, end))
        total, start = int(ends[end - 1]), end
    return found


def joined(parts_of_pairs: Iterable[Pairs]) -> Pairs:
    """Return all pairs as one."""
    nothing = np.zeros(0, dtype=np.int64)
    given = [(nothing, nothing), *parts_of_pairs]
    return np.concatenate([one for one, _ in given]), np.concatenate([other for _, other in given])
