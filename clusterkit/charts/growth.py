"""The years before: indicators of the same enterprises in every year, so that a longer list is no growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.charts.card import INNER, Card
from clusterkit.charts.columns import standing_columns
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.style import BLUE, BODY, GREY, SKY, SMALL, points
from clusterkit.compute.counted import percent
from clusterkit.compute.given import Given
from clusterkit.compute.years import Course, Years, course
from clusterkit.guide.chart_model import ChartPlan

_HEIGHT = 2.2


@dataclass(frozen=True)
class Line:
    """One indicator over the years, of the enterprises that have it in each of them."""

    series: Series
    course: Course

    @property
    def values(self) -> Mapping[int, Decimal]:
        """The indicator by year."""
        return self.course.values


def growth(plan: ChartPlan, given: Given) -> Content | None:
    """Return indicators over the years; None where there is but one year."""
    series = [one for one in series_of(plan, given) if one.rows]
    lines = [line for one in series if (line := _line(one, given.years, given.scope.reference_year))]
    if not lines:
        return None
    shown = tuple(
        line.series.shown(f"{year}年", value) for line in lines for year, value in line.values.items()
    )
    every = [year for line in lines for year in line.values]
    period = f"{min(every)}—{max(every)}年"
    return Content(_facts(lines[0]), shown, _HEIGHT, lambda card: _draw(card, lines), period=period)


def _line(series: Series, years: Years, now: int) -> Line | None:
    found = course(series.result, series.rows, years, now)
    return Line(series, found) if found else None


def _facts(line: Line) -> dict[str, str]:
    years = list(line.values)
    first, last, rate = line.course.first, line.course.last, line.course.yearly
    return {
        "label": line.series.label,
        "count": str(line.course.enterprises),
        "first": str(years[0]),
        "last": str(years[-1]),
        "growth": _change(last - first, first),
        "yearly": "—" if rate is None else _change(rate, Decimal(1)),
    }


def _change(by: Decimal, of: Decimal) -> str:
    if not by or not of:
        return "持平" if of else "—"
    return f"{'增长' if by > 0 else '下降'} {percent(abs(by), of)}"


def _draw(card: Card, lines: Sequence[Line]) -> None:
    between, head, foot = 0.3, points(36), points(20)
    width = (INNER - between * (len(lines) - 1)) / len(lines)
    for number, line in enumerate(lines):
        left = number * (width + between)
        measure = f"同口径 {line.course.enterprises} {line.series.result.indicator.measure}"
        card.text(
            left, card.height - points(8), line.series.header, va="center", fontsize=BODY, fontweight="bold"
        )
        card.text(left, card.height - points(23), measure, va="center", fontsize=SMALL, color=GREY)
        axes = card.axes(left, foot, width, card.height - head - foot)
        figures = [line.series.print(value) for value in line.values.values()]
        colours = [SKY] * (len(figures) - 1) + [BLUE]
        labels = [f"{year}年" for year in line.values]
        standing_columns(
            axes, [float(value) for value in line.values.values()], figures, labels, colours, wide=0.6
        )
