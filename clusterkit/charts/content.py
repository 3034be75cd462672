"""What a kind of chart is made from, and what it gives: the words for the title, the numbers, the picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.charts.card import Card
from clusterkit.charts.chart import Shown
from clusterkit.compute.counted import CountedRow
from clusterkit.compute.given import Given
from clusterkit.compute.result import Result
from clusterkit.guide.chart_model import ChartPlan
from clusterkit.guide.formula.figures import printed


@dataclass(frozen=True)
class Series:
    """One indicator of a chart: the short word for it, its result and the rows that count."""

    label: str
    result: Result
    rows: tuple[CountedRow, ...]

    @property
    def unit(self) -> str:
        """The unit on the form."""
        return self.result.unit

    @property
    def header(self) -> str:
        """The word and the unit: ``产值（亿元）``."""
        return f"{self.label}（{self.unit}）"

    def print(self, value: Decimal) -> str:
        """Return a value as the form prints the indicator."""
        return printed(value, self.result.indicator.digits)

    def shown(self, label: str, value: Decimal) -> Shown:
        """Return one number of the chart."""
        return Shown(self.label, label, value, self.print(value), self.unit)


@dataclass(frozen=True)
class Content:
    """What a chart shows.

    Parameters
    ----------
    facts
        The words that fill the title.
    shown
        The numbers.
    height
        How much room the picture needs, in inches.
    draw
        Draws the picture on a card.
    is_single
        Whether all is in one group, so that the other title holds.
    remarks
        What stands behind the source.
    period
        The years shown, where they are not the reference year.
    """

    facts: Mapping[str, str]
    shown: tuple[Shown, ...]
    height: float
    draw: Callable[[Card], None]
    is_single: bool = False
    remarks: tuple[str, ...] = ()
    period: str = ""


def series_of(plan: ChartPlan, given: Given) -> list[Series]:
    """Return the indicators of a chart that have a value from rows, the leading one first."""
    found = []
    for named in plan.series:
        result = given.results[named.indicator]
        if result.contributions and result.computed is not None:
            found.append(Series(named.label, result, given.rows(named.indicator)))
    return found
