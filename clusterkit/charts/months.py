"""Counts over time: the months of a year, or the years where the rows are of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from clusterkit.charts.card import INNER, Card
from clusterkit.charts.columns import standing_columns
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.style import BLUE, points
from clusterkit.compute.given import Given
from clusterkit.guide.chart_model import ChartPlan

_HEIGHT = 1.9
_NAMED = 2  # as many months may share the first place and still be named


def months(plan: ChartPlan, given: Given) -> Content | None:
    """Return how many rows fall in each month; None without any dated row."""
    for series in series_of(plan, given):
        dates = [value for row in series.rows if (value := row.field(plan.by)) is not None]
        if dates:
            return _content(series, dates)
    return None


def _content(series: Series, dates: Sequence[date]) -> Content:
    years = range(min(day.year for day in dates), max(day.year for day in dates) + 1)
    counts = _by_month(dates) if len(years) == 1 else {f"{year}年": _in_year(dates, year) for year in years}
    most = max(counts.values())
    best = [label for label, count in counts.items() if count == most]
    active = sum(count > 0 for count in counts.values())
    facts = {
        "label": series.label,
        "total": str(len(series.rows)),
        "period": f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年",
        "top": "、".join(best),
        "top_value": str(most),
        "active": f"{active} 个{'月' if len(years) == 1 else '年份'}",
        "unit": series.unit,
    }
    shown = tuple(series.shown(label, Decimal(count)) for label, count in counts.items())
    undated = len(series.rows) - len(dates)
    remarks = (f"另有 {undated} {series.unit}没有日期",) if undated else ()
    even = len(best) > _NAMED
    return Content(
        facts, shown, _HEIGHT, lambda card: _draw(card, counts), even or active == 1, remarks, facts["period"]
    )


def _by_month(dates: Sequence[date]) -> dict[str, int]:
    counts = Counter(day.month for day in dates)
    return {f"{month}月": counts[month] for month in range(1, 13)}


def _in_year(dates: Sequence[date], year: int) -> int:
    return sum(day.year == year for day in dates)


def _draw(card: Card, counts: dict[str, int]) -> None:
    labels = points(20)
    axes = card.axes(0, labels, INNER, card.height - labels)
    figures = [str(count) if count else "" for count in counts.values()]
    standing_columns(axes, list(map(float, counts.values())), figures, list(counts), BLUE)
