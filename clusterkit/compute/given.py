"""The results and what they were made from: what charts, facts and documents are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from clusterkit.compute.counted import CountedRow, counted_rows
from clusterkit.compute.result import Results
from clusterkit.compute.years import Years, years_before
from clusterkit.guide import Guide
from clusterkit.scope import Scope


@dataclass(frozen=True)
class Given:
    """What is known of a cluster: what everything that shows it has in common.

    Parameters
    ----------
    guide, scope, tables
        What the indicators were evaluated from.
    results
        The indicators.
    settings
        What the settings say, by dotted key (``cluster.name``), as text.
    """

    guide: Guide
    scope: Scope
    tables: Mapping[str, pd.DataFrame]
    results: Results
    settings: Mapping[str, str] = field(default_factory=dict)
    _rows: dict[str, tuple[CountedRow, ...]] = field(default_factory=dict, repr=False)
    _records: dict[str, list[dict[str, Any]]] = field(default_factory=dict, repr=False)

    def rows(self, indicator: str) -> tuple[CountedRow, ...]:
        """Return the rows that an indicator counts."""
        if indicator not in self._rows:
            self._rows[indicator] = tuple(counted_rows(self.results[indicator]))
        return self._rows[indicator]

    def records(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table, blanks as None; none where there is no such table."""
        if table not in self._records:
            frame = self.tables.get(table)
            plain = (
                [] if frame is None else frame.astype(object).where(frame.notna(), None).to_dict("records")
            )
            self._records[table] = [{str(key): value for key, value in row.items()} for row in plain]
        return self._records[table]

    @cached_property
    def years(self) -> Years:
        """The results of the years before."""
        return years_before(self.guide, self.tables, self.scope)

    @property
    def when(self) -> str:
        """The year of the figures in words."""
        return f"{self.scope.reference_year}年"
