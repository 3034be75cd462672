"""Indicators by district or industry: a bar for each group, the largest first, the small ones as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.charts.bars import HEAD, ROW, Bar, gutter, header, lying_bars, names, panel_widths
from clusterkit.charts.card import Card
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.style import PALE, SERIES
from clusterkit.compute.counted import percent, value_of
from clusterkit.compute.given import Given
from clusterkit.compute.grouped import Grouped, group_rows, measured
from clusterkit.guide.chart_model import ChartPlan


@dataclass(frozen=True)
class Panel:
    """One indicator's values by group, and whole."""

    series: Series
    values: Mapping[str, Decimal]
    whole: Decimal
    heap: str = ""  # what the small groups together are called

    def share(self, group: str) -> str:
        """Return a group's part of the whole."""
        return percent(self.values[group], self.whole)


def groups(plan: ChartPlan, given: Given) -> Content | None:
    """Return what a chart by groups shows; None without any row."""
    series = [one for one in series_of(plan, given) if one.rows and value_of(one.result, one.rows)]
    if not series:
        return None
    order, heap = _order(plan, series[0])
    panels = [_panel(plan, one, order, heap) for one in series]
    shown = tuple(
        panel.series.shown(group, panel.values[group])
        for panel in panels
        for group in order
        if group in panel.values
    )
    return Content(
        facts(panels[0]),
        shown,
        HEAD + ROW * len(order),
        lambda card: _draw(card, panels, order),
        len(order) == 1,
    )


def facts(panel: Panel) -> dict[str, str]:
    """Return the words for the title: the largest group, its value and share."""
    top = max(panel.values, key=lambda group: (group != panel.heap, panel.values[group]))
    series = panel.series
    return {
        "label": series.label,
        "top": top,
        "leaders": _leaders([group for group, value in panel.values.items() if value == panel.values[top]]),
        "top_value": series.print(panel.values[top]),
        "top_share": panel.share(top),
        "groups": str(len(panel.values)),
        "total": series.print(panel.whole),
    }


def _leaders(first: Sequence[str]) -> str:
    """Name who shares the first place: one, two, or the first of several."""
    if len(first) == 1:
        return first[0]
    return f"{'、'.join(first)}并列" if len(first) == 2 else f"{first[0]}等 {len(first)} 处并列"


def _order(plan: ChartPlan, lead: Series) -> tuple[list[str], str]:
    """Return the groups by the leading indicator; beyond the most that are drawn they are one heap (its name)."""
    values = measured(lead.result, group_rows(lead.rows, plan.by, plan.length))
    order = sorted(values, key=lambda group: (-values[group], group))
    if len(order) <= plan.most or not plan.most:
        return order, ""
    heap = plan.rest.format(rest=len(order) - plan.most + 1)
    return [*order[: plan.most - 1], heap], heap


def _panel(plan: ChartPlan, series: Series, order: list[str], heap: str) -> Panel:
    heaped: Grouped = defaultdict(list)
    for group, rows in group_rows(series.rows, plan.by, plan.length).items():
        if group in order or heap:
            heaped[group if group in order else heap] += rows
    whole = value_of(series.result, series.rows)
    assert whole is not None
    return Panel(series, measured(series.result, heaped), whole, heap)


def _draw(card: Card, panels: Sequence[Panel], order: Sequence[str]) -> None:
    left = gutter(order)
    width, step = panel_widths(left, len(panels))
    names(card, order, card.height - HEAD, left)
    for number, panel in enumerate(panels):
        bars = [_bar(panel, group, SERIES[number]) for group in order]
        header(card, panel.series.header, left + number * step, card.height)
        lying_bars(card, bars, left + number * step, card.height - HEAD, width)


def _bar(panel: Panel, group: str, colour: str) -> Bar:
    if group not in panel.values:
        return Bar(0, "缺", colour)
    value = panel.values[group]
    figure = f"{panel.series.print(value)}（{panel.share(group)}）"
    return Bar(float(value), figure, PALE if group == panel.heap else colour)
