"""Which rows an evidence sheet shows: every received row once, whoever owns it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from clusterkit.compute.contribution import COUNTED, Contributions


def positions(parts: Sequence[Contributions]) -> list[list[int]]:
    """Return for every part the position in its frame that each line of the sheet shows.

    A received row with several owners is several rows of the frame and one line; the one that counts is shown,
    else the one that came farthest through the rules. Should two of them count, there are two lines, so that
    the flags always add up to what was counted.
    """
    groups = _received(parts[0].frame)
    shown = [[_shown(part, group) for group in groups] for part in parts]
    deep = [max(len(of_part[at]) for of_part in shown) for at in range(len(groups))]
    return [
        [position for found, depth in zip(of_part, deep, strict=True) for position in _padded(found, depth)]
        for of_part in shown
    ]


def _received(frame: pd.DataFrame) -> list[list[int]]:
    rows = frame["_row"].tolist() if "_row" in frame else list(range(len(frame)))
    groups: dict[object, list[int]] = defaultdict(list)
    for position, row in enumerate(rows):
        groups[row].append(position)
    return list(groups.values())


def _shown(part: Contributions, group: Iterable[int]) -> list[int]:
    counted = [position for position in group if part.status[position] == COUNTED]
    return counted or [max(group, key=part.progress)]


def _padded(found: list[int], depth: int) -> list[int]:
    return found + [found[-1]] * (depth - len(found))
