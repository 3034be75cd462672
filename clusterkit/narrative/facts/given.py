"""What facts are made from: the guide's data, the tables, the results and the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from clusterkit.compute import Results
from clusterkit.compute.counted import CountedRow, counted_rows
from clusterkit.compute.years import Years, years_before
from clusterkit.guide import Guide
from clusterkit.guide.fact_model import FactKind, FactPlan
from clusterkit.scope import Scope


@dataclass(frozen=True)
class Given:
    """What facts are made from.

    Parameters
    ----------
    guide, scope, tables, results
        As the indicators were evaluated.
    settings
        What the settings say, by dotted key (``cluster.name``), as text.
    """

    guide: Guide
    scope: Scope
    tables: Mapping[str, pd.DataFrame]
    results: Results
    settings: Mapping[str, str] = field(default_factory=dict)
    _rows: dict[str, tuple[CountedRow, ...]] = field(default_factory=dict, repr=False)

    def rows(self, indicator: str) -> tuple[CountedRow, ...]:
        """Return the rows that an indicator counts."""
        if indicator not in self._rows:
            self._rows[indicator] = tuple(counted_rows(self.results[indicator]))
        return self._rows[indicator]

    @cached_property
    def years(self) -> Years:
        """The results of the years before."""
        wanted = {name for plan in self.plans("course") for name in plan.indicators}
        return years_before(self.guide, self.tables, self.scope, sorted(wanted))

    @property
    def when(self) -> str:
        """The year of the figures in words."""
        return f"{self.scope.reference_year}年"

    def plans(self, *kinds: FactKind) -> list[FactPlan]:
        """Return the entries of these kinds."""
        return [plan for plan in self.guide.facts.values() if plan.kind in kinds]
