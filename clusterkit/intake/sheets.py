"""What is known of one sheet of a list: recognised, its columns taken, its rows typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from clusterkit.findings import Finding, Place
from clusterkit.guide import Guide
from clusterkit.intake.cells.amounts import Rate
from clusterkit.intake.columns import Assigned
from clusterkit.intake.figures import Figures
from clusterkit.intake.header.found import Header
from clusterkit.intake.headings import Headings
from clusterkit.intake.mapping import Mapping, Source
from clusterkit.intake.readers import Cell, Look, Sheet
from clusterkit.intake.rows import Body
from clusterkit.tables import Table


@dataclass(frozen=True)
class Settings:
    """What a whole folder of lists is read with."""

    guide: Guide
    mapping: Mapping
    reference_year: int
    rate: Rate | None = None


@dataclass(frozen=True)
class Recognised:
    """A sheet whose table and header are known."""

    sheet: Sheet
    place: Place
    table: Table
    header: Header
    source: Source | None
    assigned: Assigned
    body: Body
    settings: Settings
    headings: Headings = field(default_factory=dict)

    @cached_property
    def look(self) -> Look:
        """The second look at the sheet: what is hidden, which ratios are shown as percentages."""
        return self.sheet.look(tuple(column.at for column in self.assigned.taken if column.field.unit == "%"))


@dataclass
class Cells:
    """The typed columns of a list, row by row in step, and what was noticed.

    ``figures`` and ``words`` are by (field, year of the header); ``unknown`` names, by row, the fields
    whose word no list knows, ``assumed`` those whose blank reads as a person said; ``notes`` are the row's notes.
    """

    lines: list[int]
    columns: dict[tuple[str, int | None], list[Any]] = field(default_factory=dict)
    unknown: dict[int, list[str]] = field(default_factory=dict)
    assumed: dict[int, list[str]] = field(default_factory=dict)
    notes: dict[int, list[str]] = field(default_factory=dict)
    until: dict[int, date] = field(default_factory=dict)
    figures: dict[int, Figures] = field(default_factory=dict)
    words: dict[tuple[str, str], dict[str, list[int]]] = field(default_factory=dict)
    rows_of: dict[str, list[int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def column_cells(one: Recognised, at: int) -> Sequence[Cell]:
    """Return the cells of a 0-based column, of the list's rows."""
    indices, column = one.body.indices, one.sheet.column(at)
    if indices and len(indices) == indices[-1] - indices[0] + 1:
        return column[indices[0] : indices[-1] + 1]
    return [column[index] for index in indices]
