"""What speaks against the size of a figure: the enterprise's own other figures, its people, the whole column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from clusterkit.intake.mixed_units.sizes import Sizes, Spread, explained, shifts
from clusterkit.intake.vocabulary import vocabulary


@dataclass(frozen=True)
class Suspect:
    """A figure that a unit would explain: its row, that unit, by what it was found, and the row compared with."""

    row: int
    unit: str
    by: str
    peer: int = -1


@dataclass(frozen=True)
class Column:
    """The figures of one field over all rows.

    Parameters
    ----------
    sizes
        Their powers of ten.
    units
        By row: the unit in which the figure was read; empty where none was assumed (the cell says it, or a person).
    lists, lines
        By row: numbers of the list and of the line of it that it stands in.
    owners
        By row: whose it is; -1 where figures of one name are no peers.
    ratios
        The sizes relative to another figure of the row, most telling first: people, other amounts.
    ordinary
        The size of an ordinary enterprise's figure.
    """

    sizes: Sizes
    units: np.ndarray
    lists: np.ndarray
    lines: np.ndarray
    owners: np.ndarray
    ratios: Iterable[Sizes]
    ordinary: float

    @cached_property
    def spread(self) -> Spread:
        """How the sizes are spread."""
        return Spread.of(self.sizes)

    @cached_property
    def middle(self) -> float:
        """The usual size; where the column falls into two halves, the size that is ordinary."""
        return self.spread.middle if self.spread.width < vocabulary().mixed.near else self.ordinary

    @cached_property
    def _by_owner(self) -> tuple[np.ndarray, np.ndarray]:
        """The rows in the order of their owners, and those owners."""
        order = np.argsort(self.owners, kind="stable")
        return order, self.owners[order]

    def rows_of(self, owner: int) -> np.ndarray:
        """Return the rows of an owner."""
        order, owners = self._by_owner
        return order[np.searchsorted(owners, owner, "left") : np.searchsorted(owners, owner, "right")]

    def far(self, row: int) -> float:
        """Return how far a figure is from the usual one."""
        return float(self.sizes[row]) - self.middle


def suspects(column: Column) -> list[Suspect]:
    """Return the figures of a column whose peers say that they are in another unit."""
    own, ratio = list(_by_owner(column)), Ratio.of(column.ratios, len(column.sizes))
    whole = _whole_lists(column, own)
    found = {one.row: one for one in own if column.lists[one.row] in whole or _stands(column, one, ratio)}
    for row in _far(column, ratio):
        if row not in found and column.units[row] and not _is_confirmed(column, row):
            found |= {one.row: one for one in _by_column(column, row, ratio)}
    return [found[row] for row in sorted(found)]


@dataclass(frozen=True)
class Ratio:
    """By row: how far a figure's ratio to another of its row is from the usual one, and in how many usual widths.

    NaN where no other figure of the row can tell.
    """

    far: Sizes
    widths: Sizes

    @classmethod
    def of(cls, ratios: Iterable[Sizes], count: int) -> Ratio:
        """Return what the first ratio that is known says, row by row."""
        far, widths = np.full(count, np.nan), np.full(count, np.nan)
        for ratio in ratios:
            spread = Spread.of(ratio)
            if spread.tells:
                here = np.isnan(far)
                away = ratio - spread.middle
                far = np.where(here, away, far)
                widths = np.where(here, np.abs(away) / spread.unit, widths)
            if not np.isnan(far).any():
                break
        return cls(far, widths)


def _whole_lists(column: Column, own: list[Suspect]) -> set[int]:
    """Return the lists of which at least half of the figures are doubted: their ratios are no witness."""
    doubted = Counter(int(column.lists[one.row]) for one in own)
    there = column.lists[~np.isnan(column.sizes)]
    return {one for one, count in doubted.items() if count * 2 >= np.count_nonzero(there == one)}


def _stands(column: Column, one: Suspect, ratio: Ratio) -> bool:
    """Return whether the row's other figures agree that the owner's figure is wrong, where they can tell."""
    known, far = vocabulary().mixed, ratio.far[one.row]
    small = abs(shifts(column.units[one.row])[one.unit]) < known.far
    if np.isnan(far):
        return not small
    return bool(abs(far) >= known.near and (not small or ratio.widths[one.row] >= known.widths))


def _far(column: Column, ratio: Ratio) -> list[int]:
    """Return the rows whose figure may be far enough from what is usual."""
    least, alone = vocabulary().mixed.far, np.isnan(ratio.far)
    large = vocabulary().mixed.large_slack  # a figure may be that much nearer than the unit explains
    away = np.abs(np.where(alone, column.sizes - column.spread.middle, ratio.far))
    return [int(row) for row in np.flatnonzero(away >= least - large)]


def _is_confirmed(column: Column, row: int) -> bool:
    """Return whether another line gives the same owner a figure of this size."""
    if column.owners[row] < 0:
        return False
    mine = column.rows_of(column.owners[row])
    others = mine[column.lines[mine] != column.lines[row]]
    near = np.abs(column.sizes[others] - column.sizes[row]) < vocabulary().mixed.near
    return bool(near.any())


def _by_column(column: Column, row: int, ratio: Ratio) -> Iterator[Suspect]:
    """Judge a figure by its row's other figures; without such by the spread of the column."""
    known, unit, spread = vocabulary().mixed, column.units[row], column.spread
    far, beside = float(column.sizes[row] - spread.middle), float(ratio.far[row])
    alone = np.isnan(beside)
    widths = abs(far) / spread.unit if alone else ratio.widths[row]
    if not spread.tells or widths < known.widths:
        return
    doubted = far if alone else beside
    least, slack = (known.far, known.large_slack) if doubted > 0 else (known.tiny, known.tiny_slack)
    best = explained(unit, doubted, slack, least)
    if best and (alone or best == explained(unit, far, known.size_slack, least)):
        yield Suspect(row, best, "spread" if alone else "ratio")


def _by_owner(column: Column) -> Iterator[Suspect]:
    """Yield the figures far from the owner's other years and lists."""
    for rows in _differing(column):
        clusters = _clusters(column.sizes, rows)
        if len(clusters) > 1:
            usual = _usual(column, clusters)
            yield from (
                one for rest in clusters if rest is not usual for one in _against(column, rest, usual)
            )


def _differing(column: Column) -> Iterator[list[int]]:
    """Yield the rows of each owner whose figures are not all of about one size."""
    there = np.flatnonzero(~np.isnan(column.sizes) & (column.owners >= 0))
    if not len(there):
        return
    order = there[np.argsort(column.owners[there], kind="stable")]
    starts = np.flatnonzero(np.diff(column.owners[order], prepend=-1))
    sizes, ends = column.sizes[order], [*starts[1:].tolist(), len(order)]
    ranges = np.maximum.reduceat(sizes, starts) - np.minimum.reduceat(sizes, starts)
    for at in np.flatnonzero(ranges >= vocabulary().mixed.near).tolist():
        yield order[starts[at] : ends[at]].tolist()


def _clusters(sizes: Sizes, rows: list[int]) -> list[list[int]]:
    """Part rows where a figure is far larger than the next smaller one."""
    ordered = sorted(rows, key=lambda row: float(sizes[row]))
    clusters = [[ordered[0]]]
    for before, row in pairwise(ordered):
        if sizes[row] - sizes[before] >= vocabulary().mixed.near:
            clusters.append([])
        clusters[-1].append(row)
    return clusters


def _usual(column: Column, clusters: list[list[int]]) -> list[int]:
    """Return the cluster that most lines of lists agree on, else the one nearest to what is usual in the column."""

    def weight(rows: list[int]) -> tuple[int, float]:
        said = len({int(column.lines[row]) for row in rows})
        return said, -abs(float(np.median(column.sizes[rows])) - column.middle)

    return max(clusters, key=weight)


def _against(column: Column, rows: list[int], usual: list[int]) -> Iterator[Suspect]:
    """Judge the figures that are far from what the same owner usually has."""
    middle = float(np.median(column.sizes[usual]))
    for row in rows:
        far = float(column.sizes[row]) - middle
        if column.units[row] and (best := _own_unit(column, row, far, several=len(usual) > 1)):
            yield Suspect(row, best, "own", min(usual, key=lambda one: abs(one - row)))


def _own_unit(column: Column, row: int, far: float, *, several: bool) -> str | None:
    """Return the unit that explains a figure beside the owner's others; beside one alone the column must agree."""
    known, unit = vocabulary().mixed, column.units[row]
    best = explained(unit, far, known.own_slack, known.far if far > 0 else known.tiny)
    if several:
        return best or explained(unit, far, known.small_slack, known.least)
    agrees = best == explained(unit, column.far(row), known.size_slack, known.far)
    return best if agrees or not column.spread.tells else None
