"""Positions and numbers of rows by what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def grouped(pairs: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    """Return the rows by key, in the order given.

    Examples
    --------
    >>> grouped([("甲", 0), ("乙", 1), ("甲", 2)])
    {'甲': [0, 2], '乙': [1]}
    """
    found: dict[Key, list[int]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return dict(found)
