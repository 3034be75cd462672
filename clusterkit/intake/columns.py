"""The columns of a list: those that are taken as fields, those that are not, and the list that they are of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from clusterkit.findings import Finding, Place
from clusterkit.intake.contents import Contents, sample
from clusterkit.intake.header.found import Header
from clusterkit.intake.header.label import Label, part_of_year
from clusterkit.intake.mapping import Source
from clusterkit.intake.readers import Cell
from clusterkit.intake.years import TitleYear, Whens
from clusterkit.tables import Field, Table


@dataclass(frozen=True)
class Column:
    """A column of a list that is taken as a field.

    ``year`` is the year its header names, ``confidence`` how sure the field is, from 0 to 1.
    """

    at: int
    label: Label
    field: Field
    how: str
    year: int | None = None
    confidence: float = 1.0

    @property
    def header(self) -> str:
        """The header as it stands."""
        return self.label.text


@dataclass
class Assigned:
    """The columns of a list: taken, and (by position) why not; ``whens``: of when its figures speak."""

    taken: list[Column]
    left: dict[int, str]
    findings: list[Finding]
    whens: Whens = ()


@dataclass(frozen=True)
class List:
    """The list that columns are assigned for: where it is, its table, header, a person's word, title year."""

    place: Place
    table: Table
    header: Header
    source: Source | None
    title_year: TitleYear
    cells: Callable[[int], Sequence[Cell]]
    contents: Contents
    _samples: dict[int, list[Cell]] = field(default_factory=dict, repr=False)

    @property
    def part(self) -> str:
        """The words by which a title, or else the file's name, says that the list is of a part of a year."""
        named = self.title_year.named is not None
        return self.title_year.part or ("" if named else part_of_year(self.place.file))

    def sample(self, at: int) -> list[Cell]:
        """Return some of the filled cells of a column."""
        if at not in self._samples:
            label = self.header.labels[at]
            self._samples[at] = sample(self.cells(at), label.text if label else "")
        return self._samples[at]
