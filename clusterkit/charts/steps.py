"""A pyramid of enterprises: each step a count, the rarest on top."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clusterkit.charts.bars import ROW, gutter, names
from clusterkit.charts.card import INNER, Card
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.style import BLUE, BODY, GREEN, ORANGE, SKY
from clusterkit.compute.given import Given
from clusterkit.guide.chart_model import ChartPlan

_COLOURS = (ORANGE, GREEN, SKY, BLUE)
Step = tuple[Series, Decimal]


def steps(plan: ChartPlan, given: Given) -> Content | None:
    """Return what a pyramid shows; None where all its steps are nothing."""
    found: list[Step] = [
        (one, one.result.exact) for one in series_of(plan, given) if one.result.exact is not None
    ]
    filled = [step for step in found if step[1]]
    if not filled:
        return None
    (tip, tip_value), (base, base_value) = filled[0], filled[-1]
    words = "、".join(f"{one.label} {one.print(value)}{one.unit}" for one, value in found)
    facts = {
        "base": base.label, "base_value": base.print(base_value), "steps": words,
        "tip": tip.label, "tip_value": tip.print(tip_value),
    }  # fmt: skip
    shown = tuple(one.shown(one.label, value) for one, value in found)
    return Content(facts, shown, ROW * len(found), lambda card: _draw(card, found), len(filled) == 1)


def _draw(card: Card, found: Sequence[Step]) -> None:
    labels = [one.label for one, _ in found]
    left = gutter(labels, 17)
    names(card, labels, card.height, left)
    axes = card.axes(left, 0, INNER - left, card.height)
    most = max(float(value) for _, value in found)
    axes.set_xlim(-most * 0.6, most * 0.6)
    axes.set_ylim(len(found), 0)
    colours = _COLOURS[-len(found) :]
    for row, (one, value) in enumerate(found):
        axes.barh(row + 0.5, float(value), 0.86, left=-float(value) / 2, color=colours[row % len(colours)])
        axes.annotate(
            one.print(value), (float(value) / 2, row + 0.5), (5, 0), textcoords="offset points",
            va="center", fontsize=BODY, fontweight="bold",
        )  # fmt: skip
