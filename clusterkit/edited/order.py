"""In which order rows stand: as computed, unless a person moved them; their own rows stay where they put them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

Place = tuple[int | None, int | None]  # of a row: its place among the edited lines, or among what is computed


class Known(NamedTuple):
    """An edited line that is computed too: its place there now, and before (None for one that was not)."""

    now: int
    before: int | None


def ordered(lines: Sequence[int], fresh: Sequence[int], known: Mapping[int, Known]) -> list[Place]:
    """Return the order of all rows.

    Parameters
    ----------
    lines
        The places of the edited lines that stay.
    fresh
        The places of what is computed and not there yet.
    known
        Of the lines that are computed too: where.

    Examples
    --------
    Nothing was moved: as computed (the second line first), a row of the person's own behind its neighbour.

    >>> ordered([0, 1, 2], [2], {0: Known(1, 0), 1: Known(0, 1)})
    [(1, None), (2, None), (0, None), (None, 2)]
    """
    lines = sorted(lines)
    kept: list[Place] = [(line, None) for line in lines]
    if not _moved([known[line] for line in lines if line in known]):
        kept = _as_computed(lines, known)
    return _with_fresh(kept, fresh, known)


def _moved(known: Sequence[Known]) -> bool:
    before = [one.before for one in known if one.before is not None]
    return any(first > second for first, second in pairwise(before))


def _as_computed(lines: Sequence[int], known: Mapping[int, Known]) -> list[Place]:
    """Sort by what is computed; a row of the person's own follows the row that it followed."""
    groups: list[tuple[int, list[int]]] = [(-1, [])]
    for line in lines:
        if line in known:
            groups.append((known[line].now, [line]))
        else:
            groups[-1][1].append(line)
    return [(line, None) for _, group in sorted(groups, key=lambda one: one[0]) for line in group]


def _with_fresh(kept: list[Place], fresh: Sequence[int], known: Mapping[int, Known]) -> list[Place]:
    """Put each new row behind the one that precedes it as computed."""
    for new in sorted(fresh):
        before = [
            at
            for at, (line, computed) in enumerate(kept)
            if (known[line].now if line is not None and line in known else _or(computed, new)) < new
        ]
        nearest = max(before, key=lambda at: _now(kept[at], known), default=-1)
        kept.insert(_behind_own(kept, nearest, known), (None, new))
    return kept


def _or(computed: int | None, otherwise: int) -> int:
    return otherwise if computed is None else computed


def _now(place: Place, known: Mapping[int, Known]) -> int:
    line, computed = place
    return known[line].now if line is not None else _or(computed, -1)


def _behind_own(kept: list[Place], at: int, known: Mapping[int, Known]) -> int:
    """Return the place behind ``at`` and the person's own rows that follow it."""
    at += 1
    while at < len(kept) and kept[at][0] is not None and kept[at][0] not in known:
        at += 1
    return at
