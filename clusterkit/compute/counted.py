"""The rows that an indicator counts, and its formula over some of them: the only numbers that charts show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

import numpy as np

from clusterkit.compute.result import Result
from clusterkit.compute.table_rows import TableRows
from clusterkit.compute.totals import exact_value
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.tree import Name
from clusterkit.tables import tables


@dataclass(frozen=True)
class CountedRow:
    """One row that counts: its table and place in it, and what it gives to each sum of the formula."""

    table: str
    rows: TableRows
    position: int
    amounts: tuple[Decimal, ...]

    @property
    def name(self) -> str:
        """What the row is called."""
        return str(self.field(tables()[self.table].subject))

    @property
    def identity(self) -> str:
        """Who it is, also in other years."""
        return str(self.field("_id"))

    def field(self, name: str) -> Any:
        """Return a field; None where it is blank or the table has none of that name."""
        return self.rows.column(name)[self.position]


def counted_rows(result: Result) -> list[CountedRow]:
    """Return the rows that an indicator counts, in their order."""
    found = []
    for part in result.contributions:
        for position in np.flatnonzero(part.counted):
            given = tuple(Decimal(repr(amount)) for amount in part.amounts[position].tolist())
            found.append(CountedRow(part.demand.rows.table, part.rows, int(part.chosen[position]), given))
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


def column_sums(result: Result, rows: Iterable[CountedRow]) -> dict[str, Decimal]:
    """Return the sum of each column that the formula adds up, in the field's unit.

    What is blank is no figure, and a column without any is left out.
    """
    fields, counted = tables()[result.indicator.rows[0].table].fields, list(rows)
    named = [
        one.id for call in result.indicator.aggregates for one in call.arguments if isinstance(one, Name)
    ]
    found: dict[str, Decimal] = {}
    for name in named:
        values = (
            [value for row in counted if (value := row.field(name)) is not None] if name in fields else []
        )
        if values:
            found[name] = sum((Decimal(repr(float(value))) for value in values), Decimal(0))
    return found


def percent(part: Decimal, whole: Decimal) -> str:
    """Return a share as charts print it.

    Examples
    --------
    >>> percent(Decimal(1), Decimal(3))
    '33.3%'
    """
    return f"{printed(part / whole * 100, 1)}%" if whole else "—"
