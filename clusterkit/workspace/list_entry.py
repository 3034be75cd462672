"""What was recognised of a list, as a ``[[source]]`` of ``mapping.toml``; what is not certain stays a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import tomlkit
from tomlkit.items import Table

from clusterkit.intake.mapping import Source
from clusterkit.intake.received import SourceReading
from clusterkit.questions.keep import ListSpot
from clusterkit.questions.list_lines import LIST_YEAR
from clusterkit.questions.written import new_source
from clusterkit.workspace.recognised import ShownList
from clusterkit.workspace.recognised_column import ASKED, CERTAIN, ShownColumn

_SURE_UNITS = {"header", "note"}  # by which the unit is known for a whole column
_WORD_ROWS = 6


@dataclass(frozen=True)
class Entry:
    """A list's entry in ``mapping.toml``.

    Parameters
    ----------
    columns, units, constants
        What is certain.
    notes
        What a person should look at, as lines of TOML to take the comment mark off.
    """

    spot: ListSpot
    with_sheet: bool
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_source(self) -> Source:
        """Return what the entry says to the intake."""
        return Source(
            file=self.spot.file, sheet=self.spot.sheet if self.with_sheet and self.spot.sheet else None,
            table=self.spot.table, header_row=self.header_row, columns=dict(self.columns), units=dict(self.units),
            constants=dict(self.constants),
        )  # fmt: skip

    def as_toml(self) -> Table:
        """Return the entry as it is written: a line for each fact, so that each can be changed alone."""
        entry = new_source(self.spot, sheet=self.with_sheet)
        if self.header_row:
            entry["header_row"] = self.header_row
        for part in ("constants", "columns", "units"):
            for name, value in getattr(self, part).items():
                entry.add(tomlkit.key([part, name]), tomlkit.item(value))
        for note in self.notes:
            entry.add(tomlkit.comment(note))
        return entry

    def simpler(self) -> Iterator[Entry]:
        """Yield the entry, then ever simpler ones: a header of two rows, say, cannot be named by its row."""
        yield self
        yield replace(self, header_row=None)
        yield replace(self, header_row=None, units={})
        yield replace(self, header_row=None, units={}, columns={})
        yield replace(self, header_row=None, units={}, columns={}, constants={})


def entry_of(one: ShownList, *, with_sheet: bool) -> Entry:
    """Return the entry of a list that was recognised."""
    source = one.source
    columns = {column.header: column.field for column in one.taken if column.sure == CERTAIN}
    by_column = any(column.field == "kind" for column in one.taken)
    kind = {"kind": source.kind} if source.kind and not by_column else {}
    notes = (*_column_notes(one), *_year_notes(one), *_unit_notes(one), *_word_notes(one))
    return Entry(spot_of(source), with_sheet, source.header_row or None, columns, _units(one), kind, notes)


def spot_of(source: SourceReading) -> ListSpot:
    """Return a list as ``mapping.toml`` names it."""
    return ListSpot(source.file, source.sheet, source.table)


def _units(one: ShownList) -> dict[str, str]:
    """Return the units that are certain and the same in all columns of the field."""
    known: dict[str, set[str]] = {}
    for column in one.source.columns:
        if column.field and column.unit_how:
            sure = column.unit if column.unit_how in _SURE_UNITS else ""
            known.setdefault(column.field, set()).add(sure)
    return {name: unit for name, units in known.items() if len(units) == 1 for unit in units if unit}


def _column_notes(one: ShownList) -> Iterator[str]:
    asked = {question.keep.path[1] for question in one.questions if question.keep.path[0] == "columns"}
    of_year = {column.header for column in one.source.columns if column.how.startswith("relative:")}
    for column in one.columns:
        if column.taken and column.sure != CERTAIN and column.how not in _KNOWN_BY_UNIT:
            yield _line(("columns", column.header), column.field, f"{column.how}，请核对")
        elif column.header in of_year:
            continue  # which year it is of is said of the whole list
        elif not column.taken and column.field and (column.sure == ASKED or column.header in asked):
            yield _line(("columns", column.header), column.field, f"{column.how}，请确认；不读写成空引号")


def _year_notes(one: ShownList) -> Iterator[str]:
    for question in one.questions:
        if question.keep.path == LIST_YEAR:
            likely = next(
                (option.label for option in question.options if option.value == question.suggested), ""
            )
            name = tomlkit.key(list(LIST_YEAR)).as_string()
            yield f"{name} = {question.suggested}   # {question.question}较可能：{likely}"


_KNOWN_BY_UNIT = {"标准表头", "同义表头"}  # certain as columns: what is doubtful is the unit


def _unit_notes(one: ShownList) -> Iterator[str]:
    asked = {question.keep.path[-1]: question for question in one.questions if "units" in question.keep.path}
    for column in _once(one.taken):
        if question := asked.get(column.field):
            said = "；".join(part for part in (question.evidence, "请提供方确认") if part)
            yield _line(("units", column.field), question.suggested or "", said)
        elif column.unit and column.unit_how.startswith("没有写"):
            yield _line(("units", column.field), column.unit, f"{column.unit_how}读")


def _once(columns: tuple[ShownColumn, ...]) -> Iterator[ShownColumn]:
    yield from {column.field: column for column in columns}.values()


def _word_notes(one: ShownList) -> Iterator[str]:
    for word in one.source.words:
        if word.open:
            rows = "、".join(map(str, word.lines[:_WORD_ROWS])) + (
                "……" if len(word.lines) > _WORD_ROWS else ""
            )
            said = f"不认得的词，{len(word.lines)} 行（第{rows}行）；写明意思"
            yield _line(("values", word.field, word.word), "", said)


def _line(keys: tuple[str, ...], value: str, said: str) -> str:
    name = tomlkit.key(list(keys)).as_string()
    return f"{name} = {tomlkit.string(value).as_string()}   # {' '.join(said.split())}"
