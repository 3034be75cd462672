"""The amounts of a received table with where each stands: file, sheet, line, column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log10

import numpy as np
import pandas as pd

from clusterkit.intake.cells.text import as_text
from clusterkit.intake.mixed_units.peers import Column
from clusterkit.intake.mixed_units.sizes import Sizes, Spread, fields_of, said, sizes_of
from clusterkit.intake.received import FigureColumn
from clusterkit.intake.vocabulary import compact, vocabulary
from clusterkit.intake.years import has_figures_by_year
from clusterkit.tables import Field, Table, units

Spot = tuple[str, str, str, int | None]  # file, sheet, field, year of the header
_MOST_LINES = 10**7  # of a list
_PEOPLE = frozenset({"人数"})


@dataclass
class Figures:
    """The amounts of a table.

    Parameters
    ----------
    table, frame
        The table as received.
    columns
        The columns that the amounts were read from.
    """

    table: Table
    frame: pd.DataFrame
    columns: Mapping[Spot, FigureColumn]

    def column(self, field: Field) -> Column:
        """Return the figures of a field with all that they are compared by."""
        read_in = np.full(len(self.frame), "", dtype=object)
        for spot, rows in self.spots(field).items():
            read_in[rows] = self.columns[spot].unit
        lines = self._lists.astype(np.int64) * _MOST_LINES + self.lines
        sizes, ratios = self._sizes(field), self._ratios(field)
        return Column(sizes, read_in, self._lists, lines, self._owners, ratios, _ordinary(field))

    def spots(self, field: Field) -> dict[Spot, np.ndarray]:
        """Return the columns of a field with the rows of those figures that do not say their unit themselves."""
        if field.id not in self._known_spots:
            self._known_spots[field.id] = dict(self._spots_of(field))
        return self._known_spots[field.id]

    def spot(self, row: int, field: Field) -> Spot:
        """Return the column in which a row's figure stands."""
        file, sheet = self._place(row)
        own = (file, sheet, field.id, self._year(row))
        return own if own in self.columns else (file, sheet, field.id, None)

    def text(self, row: int, spot: Spot) -> str:
        """Return what the cell says."""
        column = self.columns[spot]
        return as_text(column.cells[bisect_left(column.lines, int(self.lines[row]))])

    def value(self, row: int, field: Field) -> float:
        """Return a figure in the field's unit."""
        return float(self.frame[field.id].iloc[row])

    def name(self, row: int) -> str:
        """Return what the row is called by."""
        name = self.frame[self.table.subject].iloc[row]
        return name if isinstance(name, str) else ""

    def middle(self, field: Field) -> float:
        """Return the usual figure of a field."""
        return float(10 ** Spread.of(self._sizes(field)).middle)

    def times(self, row: int, field: Field) -> str:
        """Return how many times a figure is larger or smaller than what is usual, roughly."""
        far = abs(float(self._sizes(field)[row]) - Spread.of(self._sizes(field)).middle)
        return f"约 {10**far:,.0f} 倍"

    def peer(self, peer: int, row: int, field: Field) -> str:
        """Return what another figure of the same enterprise says, and where."""
        year = self._year(peer)
        when = f" {year} 年" if year and year != self._year(row) else "别处"
        named = [
            text
            for text, here in zip(self._place(peer), self._place(row), strict=True)
            if text and text != here
        ]
        where = f"（{' '.join([*named, f'第{self.lines[peer]}行'])}）" if named else ""
        return f"同一企业{when}的{field.header}{where}是 {said(self.value(peer, field), field)}"

    def far_from_ordinary(self, field: Field, rows: np.ndarray) -> float:
        """Return by how many powers of ten the middle of some rows is from an ordinary enterprise's figure."""
        return Spread.of(self._sizes(field)[rows]).middle - _ordinary(field)

    def _spots_of(self, field: Field) -> Iterator[tuple[Spot, np.ndarray]]:
        there = ~np.isnan(self._sizes(field))
        for number, (file, sheet) in enumerate(self._names_of_lists):
            own = {spot: one for spot, one in self.columns.items() if spot[:3] == (file, sheet, field.id)}
            here = there & (self._lists == number) if own else there
            headed = [spot[3] for spot in own if spot[3] is not None]
            for spot, column in own.items():
                years = self._years == spot[3] if spot[3] is not None else ~np.isin(self._years, headed)
                said_there = [column.lines[at] for at in column.own_unit]
                yield spot, np.flatnonzero(here & years & ~np.isin(self.lines, said_there))

    def _sizes(self, field: Field) -> Sizes:
        if field.id not in self._known_sizes:
            self._known_sizes[field.id] = sizes_of(self.frame, field)
        return self._known_sizes[field.id]

    def _ratios(self, field: Field) -> Iterator[Sizes]:
        """Return the sizes of a field relative to the people, then to the other amounts of the row."""
        money = frozenset(vocabulary().mixed.ordinary)
        others = [*fields_of(self.table, self.frame, _PEOPLE), *fields_of(self.table, self.frame, money)]
        return (self._sizes(field) - self._sizes(other) for other in others if other.id != field.id)

    @cached_property
    def _known_sizes(self) -> dict[str, Sizes]:
        return {}

    @cached_property
    def _known_spots(self) -> dict[str, dict[Spot, np.ndarray]]:
        return {}

    @cached_property
    def lines(self) -> np.ndarray:
        """The 1-based row of its list in which each row stands."""
        return self.frame["_line"].to_numpy(dtype=np.int64)

    @cached_property
    def _lists(self) -> np.ndarray:
        """By row: the number of its list."""
        return np.asarray(self.frame.groupby(["_file", "_sheet"], sort=False, dropna=False).ngroup())

    @cached_property
    def _names_of_lists(self) -> list[tuple[str, str]]:
        """File and sheet of each list, by number."""
        first = self.frame[["_file", "_sheet"]].drop_duplicates()
        return list(zip(first["_file"], first["_sheet"], strict=True))

    def _place(self, row: int) -> tuple[str, str]:
        return self._names_of_lists[int(self._lists[row])]

    @cached_property
    def _years(self) -> np.ndarray:
        """By row: its year; 0 where it has none."""
        if "year" not in self.frame:
            return np.zeros(len(self.frame), dtype=np.int64)
        return self.frame["year"].fillna(0).to_numpy(dtype=np.int64)

    def _year(self, row: int) -> int | None:
        return int(self._years[row]) or None

    @cached_property
    def _owners(self) -> np.ndarray:
        """By row: whose it is, by its code, or its name; -1 where a table's rows are no enterprise's years."""
        codes = [field.id for field in self.table.fields.values() if field.type == "uscc"]
        if not has_figures_by_year(self.table) or len(codes) != 1:
            return np.full(len(self.frame), -1)
        names = self.frame[self.table.subject]
        given = self.frame[codes[0]] if codes[0] in self.frame else pd.Series(None, names.index, dtype=object)
        if given.isna().any():
            plain = names.map(lambda name: compact(name) if isinstance(name, str) else None)
            known = dict(zip(plain[given.notna()], given[given.notna()], strict=True))
            given = given.where(given.notna(), plain.map(lambda name: known.get(name, name)))
        return np.asarray(pd.factorize(given)[0])


def _ordinary(field: Field) -> float:
    """Return the size of an ordinary enterprise's figure, in the field's unit."""
    unit = units()[field.unit or ""]
    return log10(vocabulary().mixed.ordinary[unit.measures]) - log10(unit.size)
