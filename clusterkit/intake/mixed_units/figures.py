"""The amounts of a received table with where each stands: file, sheet, line, column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
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
        sizes = self._sizes(field)
        unit = [""] * len(self.frame)
        for spot, rows in self.spots(field).items():
            for row in rows:
                unit[row] = self.columns[spot].unit
        return Column(sizes, unit, self._places, self._owners, list(self._ratios(field)), _ordinary(field))

    def spots(self, field: Field) -> dict[Spot, list[int]]:
        """Return the columns of a field with the rows of those figures that do not say their unit themselves."""
        if field.id not in self._known_spots:
            self._known_spots[field.id] = self._spots_of(field)
        return self._known_spots[field.id]

    def spot(self, row: int, field: Field) -> Spot:
        """Return the column in which a row's figure stands."""
        file, sheet, _ = self._places[row]
        own = (file, sheet, field.id, self._years[row])
        return own if own in self.columns else (file, sheet, field.id, None)

    def text(self, row: int, spot: Spot) -> str:
        """Return what the cell says."""
        column = self.columns[spot]
        return as_text(column.cells[bisect_left(column.lines, self.lines[row])])

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
        year = (
            f"{self._years[peer]} 年" if self._years[peer] and self._years[peer] != self._years[row] else ""
        )
        file, sheet, line = self._places[peer]
        here = self._places[row][:2] == (file, sheet)
        where = "" if here else f"（{file} 第{line}行）"
        return f"同一企业{year or '同一年'}的{field.header}{where}是 {said(self.value(peer, field), field)}"

    def far_from_ordinary(self, field: Field, rows: Sequence[int]) -> float:
        """Return by how many powers of ten the middle of some rows is from an ordinary enterprise's figure."""
        return Spread.of(self._sizes(field)[list(rows)]).middle - _ordinary(field)

    def _spots_of(self, field: Field) -> dict[Spot, list[int]]:
        found: dict[Spot, list[int]] = {}
        for row in np.flatnonzero(~np.isnan(self._sizes(field))).tolist():
            found.setdefault(self.spot(row, field), []).append(row)
        own = {
            spot: {column.lines[at] for at in column.own_unit}
            for spot, column in self.columns.items()
            if column.own_unit
        }
        return {
            spot: [row for row in rows if self.lines[row] not in own.get(spot, ())]
            for spot, rows in found.items()
            if spot in self.columns
        }

    def _sizes(self, field: Field) -> Sizes:
        if field.id not in self._known_sizes:
            self._known_sizes[field.id] = sizes_of(self.frame, field)
        return self._known_sizes[field.id]

    def _ratios(self, field: Field) -> list[Sizes]:
        """Return the sizes of a field relative to the people, then to the other amounts of the row."""
        money = frozenset(vocabulary().mixed.ordinary)
        others = [*fields_of(self.table, self.frame, _PEOPLE), *fields_of(self.table, self.frame, money)]
        return [self._sizes(field) - self._sizes(other) for other in others if other.id != field.id]

    @cached_property
    def _known_sizes(self) -> dict[str, Sizes]:
        return {}

    @cached_property
    def _known_spots(self) -> dict[str, dict[Spot, list[int]]]:
        return {}

    @cached_property
    def lines(self) -> list[int]:
        """The 1-based row of its list in which each row stands."""
        return [int(line) for line in self.frame["_line"]]

    @cached_property
    def _places(self) -> list[tuple[str, str, int]]:
        return list(zip(self.frame["_file"], self.frame["_sheet"], self.lines, strict=True))

    @cached_property
    def _years(self) -> list[int | None]:
        if "year" not in self.frame:
            return [None] * len(self.frame)
        return [None if pd.isna(year) else int(year) for year in self.frame["year"]]

    @cached_property
    def _owners(self) -> np.ndarray:
        """Return whose each row is: by its code, or its name; -1 where a table's rows are no enterprise's years."""
        codes = [field.id for field in self.table.fields.values() if field.type == "uscc"]
        if not has_figures_by_year(self.table) or len(codes) != 1:
            return np.full(len(self.frame), -1)
        names = [compact(name) if isinstance(name, str) else "" for name in self.frame[self.table.subject]]
        given = self.frame[codes[0]] if codes[0] in self.frame else [None] * len(names)
        known = {name: code for name, code in zip(names, given, strict=True) if isinstance(code, str)}
        owners = [
            code if isinstance(code, str) else known.get(name, name)
            for name, code in zip(names, given, strict=True)
        ]
        numbers, _ = pd.factorize(pd.Series([owner or None for owner in owners], dtype=object))
        return np.asarray(numbers)


def _ordinary(field: Field) -> float:
    """Return the size of an ordinary enterprise's figure, in the field's unit."""
    unit = units()[field.unit or ""]
    return log10(vocabulary().mixed.ordinary[unit.measures]) - log10(unit.size)
