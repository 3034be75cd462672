"""Sections of bars under one scale: by kind (carriers, platforms), or what a sum of several columns is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.charts.bars import HEAD, ROW, Bar, gutter, header, lying_bars, names
from clusterkit.charts.card import INNER, Card
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.style import SERIES
from clusterkit.compute.counted import column_sums, percent
from clusterkit.compute.given import Given
from clusterkit.compute.grouped import group_rows, measured
from clusterkit.guide.chart_model import ChartPlan
from clusterkit.tables import tables

_BETWEEN = 0.12
_FEW = 5  # a scale of counts ends no lower, so that one carrier does not look like a hundred


@dataclass(frozen=True)
class Section:
    """One indicator, its whole and its parts, the largest first."""

    series: Series
    whole: Decimal
    parts: Mapping[str, Decimal]

    @property
    def words(self) -> str:
        """The indicator with its value: ``进出口总额 3.38 亿美元``."""
        return f"{self.series.label} {self.series.print(self.whole)} {self.series.unit}"


def kinds(plan: ChartPlan, given: Given) -> Content | None:
    """Return counts by kind, a section for each indicator; None without any row."""
    return _content(
        plan, given, lambda series: measured(series.result, group_rows(series.rows, plan.by, plan.length))
    )


def parts(plan: ChartPlan, given: Given) -> Content | None:
    """Return what sums are made of, column by column; None without any figure."""
    return _content(plan, given, _columns)


def _content(
    plan: ChartPlan, given: Given, apart: Callable[[Series], Mapping[str, Decimal]]
) -> Content | None:
    sections = [
        Section(
            one, whole, dict(sorted((apart(one) or {one.label: whole}).items(), key=lambda part: -part[1]))
        )
        for one in series_of(plan, given)
        if one.rows and (whole := one.result.computed) is not None
    ]
    if not sections:
        return None
    lead = sections[0]
    top = next(iter(lead.parts))
    facts = {
        "sums": "、".join(section.words for section in sections),
        "label": lead.series.label,
        "total": lead.series.print(lead.whole),
        "top": top,
        "top_value": lead.series.print(lead.parts[top]),
        "top_share": percent(lead.parts[top], lead.whole),
    }
    shown = tuple(one.series.shown(label, value) for one in sections for label, value in one.parts.items())
    height = sum(HEAD + ROW * len(one.parts) for one in sections) + _BETWEEN * (len(sections) - 1)
    return Content(facts, shown, height, lambda card: _draw(card, sections), not lead.whole)


def _columns(series: Series) -> Mapping[str, Decimal]:
    """Return the sum of each column that the formula adds up, in the indicator's unit."""
    fields = tables()[series.result.indicator.rows[0].table].fields
    found = column_sums(series.result, series.rows)
    return {fields[name].header: value * series.result.factor for name, value in found.items()}


def _draw(card: Card, sections: Sequence[Section]) -> None:
    left = gutter([label for section in sections for label in section.parts])
    counts = all(
        call.function == "count" for one in sections for call in one.series.result.indicator.aggregates
    )
    longest = max(float(value) for section in sections for value in section.parts.values())
    longest = max(longest, _FEW) if counts else longest
    top = card.height
    for number, section in enumerate(sections):
        labels = list(section.parts)
        header(card, section.words, 0, top, strong=True)
        names(card, labels, top - HEAD, left)
        bars = [
            Bar(float(value), section.series.print(value), SERIES[number]) for value in section.parts.values()
        ]
        lying_bars(card, bars, left, top - HEAD, INNER - left, longest)
        top -= HEAD + ROW * len(labels) + _BETWEEN
