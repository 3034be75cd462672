"""The evidence sheets: which there are, and how every indicator reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from clusterkit.compute import Result, Results
from clusterkit.compute.contribution import Contributions
from clusterkit.forms.workbook.columns import Column
from clusterkit.forms.workbook.names import list_name, sheet_names
from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Call
from clusterkit.tables import Table, tables

SUMMARY, NOTES, MEANINGS = "指标汇总", "说明", "指标口径"


@dataclass(frozen=True)
class Source:
    """The rows of one table (or of one list of it) with the indicators that read them."""

    name: str
    table: Table
    results: Sequence[Result]
    parts: Sequence[Contributions]


def sources(guide: Guide, results: Results) -> list[Source]:
    """Return what becomes an evidence sheet each, in the order of the indicators."""
    groups: dict[tuple[str, str | None], list[tuple[Result, Contributions]]] = {}
    for result in results.values():
        for part in result.contributions:
            groups.setdefault((part.demand.rows.table, part.demand.rows.where), []).append((result, part))
    wanted = [list_name(guide, pairs[0][1]) for pairs in groups.values()]
    names = sheet_names(wanted, (SUMMARY, NOTES, MEANINGS))
    return [
        Source(name, tables()[table], [result for result, _ in pairs], [part for _, part in pairs])
        for name, ((table, _), pairs) in zip(names, groups.items(), strict=True)
    ]


@dataclass(frozen=True)
class Use:
    """How an indicator reads a sheet: ids of columns.

    Parameters
    ----------
    flag
        1 where the row counts.
    amounts
        For each sum of the formula the columns that it adds up.
    population
        The decisions whose product says which rows should count; empty where that is not worked out.
    missing
        How many rows should count and lack a figure.
    """

    flag: str
    amounts: Mapping[Call, tuple[str, ...]] = field(default_factory=dict)
    population: tuple[str, ...] = ()
    missing: int = 0


@dataclass(frozen=True)
class Section:
    """One evidence sheet."""

    name: str
    columns: tuple[Column, ...]
    lines: int
    uses: Mapping[str, Use]

    @cached_property
    def place(self) -> dict[str, int]:
        """The 0-based place of every column."""
        return {column.id: place for place, column in enumerate(self.columns)}

    def column(self, name: str) -> Column:
        """Return a column by its id."""
        return self.columns[self.place[name]]

    def range(self, name: str) -> str:
        """Return where the cells of a column are, for a formula on another sheet."""
        at = self.place[name]
        return f"'{self.name}'!{xl_range_abs(1, at, max(self.lines, 1), at)}"

    def cell(self, name: str, line: int) -> str:
        """Return where the cell of a column is, for a link (line 0: the header)."""
        return f"'{self.name}'!{xl_col_to_name(self.place[name])}{line + 1}"

    def formula(self, column: Column, line: int) -> str:
        """Return a column's formula for a line (the first is 1)."""
        return column.formula.format_map(self._cells(line + 1))

    def _cells(self, row: int) -> dict[str, Any]:
        return {name: f"{letter}{row}" for name, letter in self._letters.items()}

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: xl_col_to_name(place) for name, place in self.place.items()}
