"""The years before: indicators of the same enterprises in every year, so that a longer list is no growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from clusterkit.compute.counted import CountedRow, counted_rows, value_of
from clusterkit.compute.evaluate import evaluate
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.compute.result import Result, Results
from clusterkit.guide import Guide
from clusterkit.scope import Scope

HISTORY = "history"  # the settled rows of other years
Years = Mapping[int, Results]


@dataclass(frozen=True)
class Course:
    """One indicator over the years, of the enterprises that have it in each of them."""

    values: Mapping[int, Decimal]
    enterprises: int

    @property
    def first(self) -> Decimal:
        """The value of the first year."""
        return self.values[min(self.values)]

    @property
    def last(self) -> Decimal:
        """The value of the last year."""
        return self.values[max(self.values)]

    @property
    def yearly(self) -> Decimal | None:
        """The mean growth a year, as a share; None where it cannot be told."""
        span = max(self.values) - min(self.values)
        if self.first <= 0 or self.last <= 0:
            return None
        return Decimal(repr(float(self.last / self.first) ** (1 / span) - 1))


def years_before(guide: Guide, tables: Mapping[str, pd.DataFrame], scope: Scope) -> Years:
    """Evaluate each earlier year as the reference year is: the same rules, that year's rows."""
    history = tables.get(HISTORY)
    if history is None or history.empty:
        return {}
    before = {int(year) for year in history["year"].dropna().unique() if int(year) < scope.reference_year}
    return {year: _evaluated(guide, history, scope, year) for year in sorted(before)}


def _evaluated(guide: Guide, history: pd.DataFrame, scope: Scope, year: int) -> Results:
    rows = history[history["year"] == year].reset_index(drop=True)
    return evaluate(guide, {ENTERPRISES: rows}, replace(scope, reference_year=year, reference_date=None))


def course(result: Result, now_rows: Sequence[CountedRow], years: Years, now: int) -> Course | None:
    """Return an indicator over the years; None where it has but one year, or nobody in all of them."""
    rows = {year: counted_rows(results[result.id]) for year, results in years.items()}
    rows = {year: counted for year, counted in rows.items() if counted} | {now: list(now_rows)}
    common = set.intersection(*({row.identity for row in counted} for counted in rows.values()))
    values = {
        year: value_of(result, [row for row in counted if row.identity in common])
        for year, counted in rows.items()
    }
    if len(rows) < 2 or not common or any(value is None for value in values.values()):
        return None
    return Course({year: value for year, value in values.items() if value is not None}, len(common))
