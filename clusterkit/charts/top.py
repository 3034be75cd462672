"""The largest rows of an indicator and the rest: how much the first five carry."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clusterkit.charts.bars import ROW, Bar, gutter, lying_bars, names
from clusterkit.charts.card import INNER, Card
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.style import BLUE, BODY, INK, PALE
from clusterkit.compute.counted import percent, value_of
from clusterkit.compute.given import Given
from clusterkit.guide.chart_model import ChartPlan

Part = tuple[str, Decimal]
_STRIP = 0.66  # inches for the strip of the whole


def top(plan: ChartPlan, given: Given) -> Content | None:
    """Return the largest rows and the rest as one bar; None where nothing has a value."""
    for series in series_of(plan, given):
        whole = value_of(series.result, series.rows)
        if series.rows and whole:
            return _content(plan, series, whole)
    return None


def _content(plan: ChartPlan, series: Series, whole: Decimal) -> Content:
    own = [(row.name, value_of(series.result, [row]) or Decimal(0)) for row in series.rows]
    order = sorted(own, key=lambda part: (-part[1], part[0]))
    first, rest = order[: plan.most], order[plan.most :]
    heap = [(f"其余 {len(rest)} 家", sum((value for _, value in rest), Decimal(0)))] if rest else []
    facts = {
        "label": series.label,
        "most": str(len(first)),
        "rows": str(len(order)),
        "top_share": percent(sum((value for _, value in first), Decimal(0)), whole),
        "first": first[0][0],
        "first_share": percent(first[0][1], whole),
    }
    shown = tuple(series.shown(label, value) for label, value in (*first, *heap))
    height = ROW * len(first) + _STRIP * bool(heap)
    return Content(facts, shown, height, lambda card: _draw(card, series, whole, first, heap), not rest)


def _draw(card: Card, series: Series, whole: Decimal, first: Sequence[Part], heap: Sequence[Part]) -> None:
    labels = [label for label, _ in first]
    left, height = gutter(labels, 19), card.height
    if heap:
        height -= _STRIP
        _strip(card, [(f"前 {len(first)} 家", sum((value for _, value in first), Decimal(0))), *heap], whole)
    names(card, labels, height, left)
    bars = [
        Bar(float(value), f"{series.print(value)}（{percent(value, whole)}）", BLUE) for _, value in first
    ]
    lying_bars(card, bars, left, height, INNER - left)


def _strip(card: Card, parts: Sequence[Part], whole: Decimal) -> None:
    """Draw the whole as one strip: the first rows dark, the rest pale, with their shares above."""
    axes = card.axes(0, card.height - _STRIP + 0.16, INNER, _STRIP - 0.16)
    axes.set_xlim(0, float(whole))
    axes.set_ylim(0, 1)
    start = 0.0
    for (label, value), colour in zip(parts, (BLUE, PALE), strict=True):
        axes.barh(0.22, float(value), 0.44, left=start, color=colour)
        words = f"{label} {percent(value, whole)}"
        right = start > 0
        axes.text(
            float(whole) if right else start, 0.58, words, ha="right" if right else "left", va="bottom",
            fontsize=BODY, fontweight="bold", color=INK,
        )  # fmt: skip
        start += float(value)
