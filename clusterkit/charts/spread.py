"""How a ratio spreads over the enterprises, with the cluster's own and the mean of ratios that it must not be."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from matplotlib.axes import Axes

from clusterkit.charts.card import INNER, Card
from clusterkit.charts.chart import Shown
from clusterkit.charts.columns import standing_columns
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.font import drawable
from clusterkit.charts.lettering import ems
from clusterkit.charts.style import BODY, GREY, SKY, VERMILION, points
from clusterkit.compute.counted import value_of
from clusterkit.compute.given import Given
from clusterkit.guide.chart_model import ChartPlan

_HEIGHT = 2.7
_HIGH, _LOW = 1.26, 1.12  # how far up the lines reach, in heights of the columns


@dataclass(frozen=True)
class Spread:
    """Each row's own ratio, the ratio of the sums, and the classes they are drawn in."""

    series: Series
    ratios: tuple[Decimal, ...]
    own: Decimal
    step: float
    classes: int

    @property
    def mean(self) -> Decimal:
        """The mean of ratios: the usual mistake, shown for contrast."""
        return sum(self.ratios, Decimal(0)) / len(self.ratios)

    def counts(self) -> list[int]:
        """Return how many rows fall in each class; the last one is open."""
        found = [0] * self.classes
        for ratio in self.ratios:
            found[min(self.place(ratio), self.classes - 1)] += 1
        return found

    def place(self, ratio: Decimal) -> int:
        """Return the class of a ratio."""
        return max(0, floor(float(ratio) / self.step))

    def at(self, ratio: Decimal) -> float:
        """Return where a ratio stands on the axis of classes."""
        return min(float(ratio) / self.step, self.classes - 0.5) - 0.5

    def labels(self) -> list[str]:
        """Return the names of the classes."""
        edges = [f"{number * self.step:g}" for number in range(self.classes)]
        return [*(f"{low}–{high}" for low, high in itertools.pairwise(edges)), f"≥{edges[-1]}"]


def spread(plan: ChartPlan, given: Given) -> Content | None:
    """Return how the leading indicator, a ratio, spreads over its rows; None without any ratio."""
    for series in series_of(plan, given):
        own = value_of(series.result, series.rows)
        values = (value_of(series.result, [row]) for row in series.rows)
        ratios = tuple(value for value in values if value is not None)
        if ratios and own is not None:
            found = Spread(series, ratios, own, plan.step, _classes(ratios, plan))
            return _content(found, len(series.rows) - len(ratios))
    return None


def _classes(ratios: tuple[Decimal, ...], plan: ChartPlan) -> int:
    """Return how many classes to draw: all but one in twenty rows lie below the open one."""
    usual = sorted(ratios)[ceil(len(ratios) * 0.95) - 1]
    highest = floor(float(max(ratios)) / plan.step) + 1
    return min(plan.most, max(min(floor(float(usual) / plan.step) + 2, highest), 6))


def _content(found: Spread, without: int) -> Content:
    series, unit = found.series, found.series.unit
    facts = {
        "value": f"{series.print(found.own)}{unit}",
        "count": str(len(found.ratios)),
        "above": str(sum(ratio > found.own for ratio in found.ratios)),
        "mean": f"{series.print(found.mean)}{unit}",
    }
    measure = series.result.indicator.measure
    whole = series.shown("集群（合计÷合计）", found.own)
    wrong = series.shown("各家比值的平均（错误算法）", found.mean)
    classes = tuple(
        Shown(series.label, f"{label}{unit}", Decimal(count), str(count), measure)
        for label, count in zip(found.labels(), found.counts(), strict=True)
    )
    remarks = (f"{without} {measure}的分母为零，不在图中",) if without else ()
    return Content(facts, (whole, wrong, *classes), _HEIGHT, lambda card: _draw(card, found), remarks=remarks)


def _draw(card: Card, found: Spread) -> None:
    below, above = points(20), points(34)
    axes = card.axes(0, below, INNER, card.height - below - above)
    counts = found.counts()
    figures = [str(count) if count else "" for count in counts]
    standing_columns(axes, list(map(float, counts)), figures, found.labels(), SKY, size=BODY - 0.5, wide=0.9)
    series = found.series
    lines = (
        _Line(
            found.at(found.own), f"集群 {series.print(found.own)}{series.unit}（合计÷合计）", VERMILION, "-"
        ),
        _Line(
            found.at(found.mean),
            f"各家比值的平均 {series.print(found.mean)}{series.unit}（错误算法，不采用）",
            GREY,
            "--",
        ),
    )
    left, right = sorted(lines, key=lambda line: line.place)
    _mark(axes, left, right, found.classes)


@dataclass(frozen=True)
class _Line:
    """A line through the classes with its note."""

    place: float
    words: str
    colour: str
    dashes: str

    def fits(self, room: float) -> bool:
        return ems(self.words) * points(BODY) + 0.1 < room


def _mark(axes: Axes, left: _Line, right: _Line, classes: int) -> None:
    """Draw two lines: notes to either side, or both to one with the line that a note would cross cut lower."""
    inch = INNER / classes
    outward = left.fits((left.place + 0.5) * inch)
    inward = right.fits((classes - 0.5 - right.place) * inch)
    _stroke(axes, left, _HIGH if not outward or inward else _LOW, to_right=not outward)
    _stroke(axes, right, _LOW if not outward and inward else _HIGH, to_right=inward)


def _stroke(axes: Axes, line: _Line, top: float, *, to_right: bool) -> None:
    axes.plot(
        [line.place, line.place], [0, top], line.dashes, color=line.colour, linewidth=1.4, clip_on=False,
        transform=axes.get_xaxis_transform(),
    )  # fmt: skip
    axes.annotate(
        drawable(line.words), (line.place, top), (5 if to_right else -5, -1), textcoords="offset points",
        xycoords=axes.get_xaxis_transform(), ha="left" if to_right else "right", va="top",
        fontsize=BODY, fontweight="bold", color=line.colour, annotation_clip=False,
    )  # fmt: skip
