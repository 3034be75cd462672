"""The rows that an indicator counts, and its formula over some of them: the only numbers that charts show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import pandas as pd

from clusterkit.compute.result import Result
from clusterkit.compute.totals import exact_value
from clusterkit.guide.formula.figures import printed
from clusterkit.tables import tables


@dataclass(frozen=True)
class CountedRow:
    """One row that counts: its table, its fields, and what it gives to each sum of the formula."""

    table: str
    fields: dict[str, Any]
    amounts: tuple[Decimal, ...]

    @property
    def name(self) -> str:
        """What the row is called."""
        return str(self.fields[tables()[self.table].subject])

    @property
    def identity(self) -> str:
        """Who it is, also in other years."""
        return str(self.fields["_id"])

    def field(self, name: str) -> Any:
        """Return a field; None where it is blank or the table has none of that name."""
        value = self.fields.get(name)
        return None if value is None or pd.isna(value) else value


def counted_rows(result: Result) -> list[CountedRow]:
    """Return the rows that an indicator counts, in their order."""
    found = []
    for part in result.contributions:
        table = part.demand.rows.table
        for position in np.flatnonzero(part.counted).tolist():
            amounts = tuple(Decimal(repr(float(amount))) for amount in part.amounts[position])
            found.append(CountedRow(table, part.records[position], amounts))
    return found


def value_of(result: Result, rows: Iterable[CountedRow]) -> Decimal | None:
    """Return the indicator over some of its rows, in its unit; None where its formula has no value."""
    indicator, picked = result.indicator, list(rows)
    if indicator.tree is None:
        return None
    with localcontext() as context:
        context.prec = 60
        totals = {
            call: Decimal(len(picked))
            if call.function == "count"
            else sum((row.amounts[index] for row in picked), Decimal(0))
            for index, call in enumerate(indicator.aggregates)
        }
        value = exact_value(indicator.tree, totals)
    return None if value is None else value * result.factor


def percent(part: Decimal, whole: Decimal) -> str:
    """Return a share as charts print it.

    Examples
    --------
    >>> percent(Decimal(1), Decimal(3))
    '33.3%'
    """
    return f"{printed(part / whole * 100, 1)}%" if whole else "—"
