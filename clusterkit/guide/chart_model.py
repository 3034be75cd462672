"""The charts of a guide: what each shows, of which indicators, and the sentence above it. And the map."""

from __future__ import annotations

import string
from typing import Literal

from pydantic import Field, model_validator

from clusterkit.guide.entry import Entry, Part

ChartKind = Literal[
    "groups",  # indicators by a field of the rows that count, side by side
    "steps",  # a pyramid of counts
    "spread",  # how a ratio spreads over the enterprises
    "top",  # the largest rows and the rest
    "kinds",  # counts by kind, one heap an indicator
    "parts",  # what sums of several columns are made of
    "months",  # counts over time
    "growth",  # the years before, with the same enterprises
    "map",  # districts, shaded
]

_TOP = {"label", "top", "leaders", "top_value", "top_share", "groups", "total"}
FACTS: dict[str, set[str]] = {
    "groups": _TOP,
    "steps": {"base", "base_value", "tip", "tip_value", "steps"},
    "spread": {"value", "count", "above", "mean"},
    "top": {"label", "most", "top_share", "first", "first_share", "rows"},
    "kinds": {"total", "sums", "top", "top_value"},
    "parts": {"sums", "label", "top", "top_share"},
    "months": {"label", "total", "period", "top", "top_value", "active", "unit"},
    "growth": {"label", "count", "first", "last", "growth", "yearly"},
    "map": {*_TOP, "city"},
}
"""What the title of each kind of chart may name."""


class ChartSeries(Part):
    """One indicator in a chart: its id and the short word for it."""

    indicator: str
    label: str


class ChartPlan(Entry):
    """One chart.

    Parameters
    ----------
    name
        What the chart is called in a list.
    title
        A sentence with the finding; ``{top}`` and the like are filled in, see ``FACTS``.
    title_one
        The sentence where everything is in one group.
    subtitle
        What the picture shows, with the units.
    series
        The indicators, the leading one first.
    by
        The field by which rows are grouped or dated.
    length
        Of codes: how many digits make a group.
    most
        How many bars at most; the rest is one bar.
    rest
        What the bar of the rest is called, with ``{rest}`` for how many groups it holds.
    step
        The width of a class, in the indicator's unit.
    nothing
        The sentence where there is nothing to show.
    """

    id: str
    order: int
    kind: ChartKind
    name: str
    title: str
    title_one: str = ""
    subtitle: str
    series: tuple[ChartSeries, ...]
    by: str = ""
    length: int = 0
    most: int = 0
    rest: str = "其余 {rest} 类"
    step: float = 1
    nothing: str

    @model_validator(mode="after")
    def _can_be_filled(self) -> ChartPlan:
        for sentence in (self.title, self.title_one):
            for name in _names(sentence):
                if name not in FACTS[self.kind]:
                    known = "、".join(sorted(FACTS[self.kind]))
                    raise ValueError(f"标题里的“{{{name}}}”填不出来，可用的是 {known}")
        return self


def _names(sentence: str) -> list[str]:
    try:
        return [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
    except ValueError as error:
        raise ValueError(f"标题里的花括号没有配对：{sentence}") from error


class MapOutline(Entry):
    """A schematic map: districts as rings of named points, so that neighbours share their borders.

    Parameters
    ----------
    remark
        What stands below the map (示意图，不作划界依据).
    points
        Degrees of longitude and latitude, rough, by name.
    districts
        The ring of points of each district.
    inset
        Districts too small to be seen, drawn once more beside the map, larger.
    labels
        Where a district's name stands, for those whose middle is a bad place for it.
    """

    remark: str
    points: dict[str, tuple[float, float]]
    districts: dict[str, tuple[str, ...]]
    inset: tuple[str, ...] = ()
    labels: dict[str, tuple[float, float]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_every_point(self) -> MapOutline:
        for district, ring in self.districts.items():
            for name in ring:
                if name not in self.points:
                    raise ValueError(f"{district}的边界里写了“{name}”，没有这个点")
        return self

    def ring(self, district: str) -> list[tuple[float, float]]:
        """Return the corners of a district."""
        return [self.points[name] for name in self.districts[district]]
