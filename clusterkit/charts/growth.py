"""The years before: indicators of the same enterprises in every year, so that a longer list is no growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clusterkit.charts.card import INNER, Card
from clusterkit.charts.columns import standing_columns
from clusterkit.charts.content import Content, Given, Series, series_of
from clusterkit.charts.counted import CountedRow, counted_rows, percent, value_of
from clusterkit.charts.style import BLUE, BODY, GREY, SKY, SMALL, points
from clusterkit.compute import Results, evaluate
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.guide.chart_model import ChartPlan

HISTORY = "history"  # the settled rows of other years
_HEIGHT = 2.2
Years = Mapping[int, Results]


@dataclass(frozen=True)
class Line:
    """One indicator over the years, of the enterprises that have it in each of them."""

    series: Series
    values: Mapping[int, Decimal]
    enterprises: int


def growth(plan: ChartPlan, given: Given) -> Content | None:
    """Return indicators over the years; None where there is but one year."""
    series = [one for one in series_of(plan, given) if one.rows]
    years = _years_before(given)
    lines = [line for one in series if (line := _line(one, years, given.scope.reference_year))]
    if not lines:
        return None
    shown = tuple(
        line.series.shown(f"{year}年", value) for line in lines for year, value in line.values.items()
    )
    every = [year for line in lines for year in line.values]
    period = f"{min(every)}—{max(every)}年"
    return Content(_facts(lines[0]), shown, _HEIGHT, lambda card: _draw(card, lines), period=period)


def _years_before(given: Given) -> Years:
    """Evaluate each earlier year as the reference year is: the same rules, that year's rows."""
    history = given.tables.get(HISTORY)
    if history is None or history.empty:
        return {}
    before = [
        int(year) for year in history["year"].dropna().unique() if int(year) < given.scope.reference_year
    ]
    return {year: _evaluated(given, year) for year in sorted(before)}


def _evaluated(given: Given, year: int) -> Results:
    history = given.tables[HISTORY]
    rows = history[history["year"] == year].reset_index(drop=True)
    scope = replace(given.scope, reference_year=year, reference_date=None)
    return evaluate(given.guide, {ENTERPRISES: rows}, scope)


def _line(series: Series, years: Years, now: int) -> Line | None:
    rows = {year: counted_rows(results[series.result.id]) for year, results in years.items()}
    rows = {year: counted for year, counted in rows.items() if counted} | {now: list(series.rows)}
    common = set.intersection(*({row.identity for row in counted} for counted in rows.values()))
    values = {year: _value(series, counted, common) for year, counted in rows.items()}
    if len(rows) < 2 or not common or any(value is None for value in values.values()):
        return None
    return Line(series, {year: value for year, value in values.items() if value is not None}, len(common))


def _value(series: Series, rows: Sequence[CountedRow], common: set[str]) -> Decimal | None:
    return value_of(series.result, [row for row in rows if row.identity in common])


def _facts(line: Line) -> dict[str, str]:
    years = list(line.values)
    first, last = line.values[years[0]], line.values[years[-1]]
    rate = (float(last / first) ** (1 / (years[-1] - years[0])) - 1) if first > 0 and last > 0 else None
    return {
        "label": line.series.label,
        "count": str(line.enterprises),
        "first": str(years[0]),
        "last": str(years[-1]),
        "growth": _change(last - first, first),
        "yearly": "—" if rate is None else _change(Decimal(repr(rate)), Decimal(1)),
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
        measure = f"同口径 {line.enterprises} {line.series.result.indicator.measure}"
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
