"""What the intake gives: typed tables, what was noticed, and what was recognised where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from clusterkit.findings import Finding, Place
from clusterkit.intake.readers.book import Cell


@dataclass(frozen=True)
class ColumnReading:
    """How one column of a list was understood.

    Parameters
    ----------
    at
        0-based column.
    header
        The header as it stands.
    field
        The field it was taken as; empty where it was not taken.
    how
        By what: ``mapping`` (a person's word), ``header`` (the canonical header), ``variant``, ``shortened``,
        ``part``, ``near`` (a slip of the pen), ``content`` (its values), ``constant``; for a column not taken
        ``asked``, ``second`` or ``unknown``.
    unit, unit_how
        The unit of its figures and by what it is known: ``mapping``, ``header``, ``note``, ``column``,
        ``cells``, ``nature``; empty where it is not.
    year
        The year that its figures belong to, where the header says it.
    confidence
        How sure the field is, from 0 to 1.
    """

    at: int
    header: str
    field: str = ""
    how: str = "unknown"
    unit: str = ""
    unit_how: str = ""
    year: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class UnknownWord:
    """A word that no list knows, in one column of one list, with the 1-based rows it stands in.

    It is not ``open`` where all these rows could do without it: a district that their address names.
    """

    table: str
    field: str
    word: str
    place: Place
    lines: tuple[int, ...]
    open: bool = True


@dataclass(frozen=True)
class SourceReading:
    """How one sheet of one file was understood; ``year`` is the one that its name or the text ``title`` names."""

    file: str
    sheet: str
    table: str = ""
    by: str = ""
    header_row: int = 0
    columns: tuple[ColumnReading, ...] = ()
    rows: int = 0
    kind: str = ""
    priority: int = 0
    words: tuple[UnknownWord, ...] = ()
    year: int | None = None
    title: str = ""

    @property
    def recognised(self) -> bool:
        """Whether the sheet was taken as a table."""
        return bool(self.table)


@dataclass(frozen=True)
class FigureColumn:
    """A column of amounts as it was read: to look up later what a cell says.

    Parameters
    ----------
    field, year
        The field, and the year that the header names.
    unit, unit_how
        The unit of the cells that name none, and by what it is known.
    lines, cells
        The 1-based rows of the list, and their cells.
    own_unit
        The positions of cells that say their unit themselves, or of which a person said it.
    """

    field: str
    year: int | None
    header: str
    unit: str
    unit_how: str
    lines: Sequence[int]
    cells: Sequence[Cell]
    own_unit: frozenset[int] = frozenset()


@dataclass
class ReadSheet:
    """What one sheet gave: how it was understood, findings, and its rows (None: not taken)."""

    reading: SourceReading
    findings: list[Finding] = field(default_factory=list)
    frame: pd.DataFrame | None = None
    amounts: tuple[FigureColumn, ...] = ()


@dataclass
class Received:
    """All lists of a folder, read and typed.

    Parameters
    ----------
    tables
        A frame per table that some list gave, by table id.
    findings
        What was noticed in reading.
    sources
        How every file and sheet was understood.
    """

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    sources: list[SourceReading] = field(default_factory=list)

    @property
    def words(self) -> list[UnknownWord]:
        """The words that no list knows, list by list."""
        return [word for source in self.sources for word in source.words]

    def given(self) -> dict[str, frozenset[str]]:
        """Return the kinds of which some list was given (an empty one too), for tables that hold several kinds."""
        given: dict[str, set[str]] = {}
        for source in self.sources:
            if source.kind:
                given.setdefault(source.table, set()).add(source.kind)
        for name, frame in self.tables.items():
            if "kind" in frame:
                given.setdefault(name, set()).update(frame["kind"].dropna().astype(str))
        return {name: frozenset(kinds) for name, kinds in given.items()}
