"""All charts that a guide asks for: each planned in its data, made by its kind, with title, source and alternative."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from clusterkit.charts.card import card
from clusterkit.charts.chart import Chart
from clusterkit.charts.content import Content
from clusterkit.charts.district_map import district_map
from clusterkit.charts.groups import groups
from clusterkit.charts.growth import growth
from clusterkit.charts.months import months
from clusterkit.charts.sections import kinds, parts
from clusterkit.charts.source import source_line
from clusterkit.charts.spread import spread
from clusterkit.charts.steps import steps
from clusterkit.charts.top import top
from clusterkit.compute.given import Given
from clusterkit.guide.chart_model import ChartPlan

_MAKERS: dict[str, tuple[str, Callable[[ChartPlan, Given], Content | None]]] = {
    "groups": ("条形图", groups),
    "steps": ("梯队图", steps),
    "spread": ("分布图", spread),
    "top": ("条形图", top),
    "kinds": ("条形图", kinds),
    "parts": ("条形图", parts),
    "months": ("柱形图", months),
    "growth": ("柱形图", growth),
    "map": ("示意地图", district_map),
}


def charts(given: Given) -> dict[str, Chart]:
    """Return the charts of a guide by id, in its order.

    Parameters
    ----------
    given
        The results and what they were made from: charts show the rows that the indicators count.

    Returns
    -------
    dict
        Every chart of the guide; one with nothing to show says what is missing (``is_empty``).
    """
    plans = sorted(given.guide.charts.values(), key=lambda plan: plan.order)
    return {plan.id: chart(plan, given) for plan in plans}


def chart(plan: ChartPlan, given: Given) -> Chart:
    """Return one chart."""
    word, make = _MAKERS[plan.kind]
    content = make(plan, given)
    if content is None:
        return _placeholder(plan)
    sentence = plan.title_one if content.is_single and plan.title_one else plan.title
    title = sentence.format_map(content.facts)
    source = source_line(plan, given, content)
    numbers = "；".join(
        f"{one.series} {one}" if len(plan.series) > 1 and one.series != one.label else str(one)
        for one in content.shown
    )

    def draw() -> Figure:
        sheet = card(title, plan.subtitle, source, content.height)
        content.draw(sheet)
        return sheet.figure

    alt = f"{word}：{title}。{plan.subtitle}。{numbers}。{source}。"
    return Chart(plan.id, plan.name, title, plan.subtitle, alt, source, content.shown, False, draw)


def _placeholder(plan: ChartPlan) -> Chart:
    """Return a small card that says what is missing."""
    said = f"{plan.name}：{plan.nothing}"
    return Chart(
        plan.id,
        plan.name,
        plan.nothing,
        "",
        said,
        "",
        (),
        True,
        lambda: card(plan.name, plan.nothing, "", 0).figure,
    )
