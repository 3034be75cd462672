"""The line below a chart: which lists, which year, and what the numbers lack."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.charts.content import Content
from clusterkit.compute.given import Given
from clusterkit.guide.chart_model import ChartPlan
from clusterkit.tables import tables

_ENDINGS = ("名录", "名单", "清单", "记录", "表")


def source_line(plan: ChartPlan, given: Given, content: Content) -> str:
    """Return the source of a chart with its remarks."""
    lists = dict.fromkeys(
        _list_name(part.demand.rows.table)
        for series in plan.series
        for part in given.results[series.indicator].contributions
        if part.counted.any()
    )
    period = content.period or f"{given.scope.reference_year}年"
    said = (
        f"来源：{'、'.join(lists)}，{period}",
        "clusterkit 测算",
        *content.remarks,
        *_lacking(plan, given, content),
    )
    return "；".join(said)


def _list_name(table: str) -> str:
    name = tables()[table].name
    return name if name.endswith(_ENDINGS) else f"{name}名单"


def _lacking(plan: ChartPlan, given: Given, content: Content) -> Iterator[str]:
    """Yield what a reader must know of the numbers: lists not given, figures missing, totals declared."""
    for series in plan.series:
        result = given.results[series.indicator]
        if result.source == "declared":
            yield f"{series.label}按名单加总，部门认定 {result.display}{result.unit} 未用于本图"
        elif result.exact is None:
            yield f"没有{series.label}的名单或数据"
        elif result.rows_missing and not content.period:  # over several years only complete rows are drawn
            yield f"{series.label}缺 {result.rows_missing} {result.indicator.measure}"
