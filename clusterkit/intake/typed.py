"""A whole column of cells typed for its field: values, what is wrong with which rows, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from clusterkit.guide import Guide
from clusterkit.intake.cells.codes import good_codes, read_uscc
from clusterkit.intake.cells.dates import read_date, read_until, read_year
from clusterkit.intake.cells.digits import short_codes
from clusterkit.intake.cells.industry import read_industry
from clusterkit.intake.cells.numbers import read_plain
from clusterkit.intake.cells.reading import Reading
from clusterkit.intake.cells.text import names_column, text_column
from clusterkit.intake.cells.words import boolean_reader, district_reader, meant, word_reader
from clusterkit.intake.readers import Cell
from clusterkit.tables import Field, contents

Reader = Callable[[Cell], Reading]
_MOST = 6  # different values of one fault that are told one by one


@dataclass
class Fault:
    """One thing wrong with a column: the code of the finding, the rows (by position), what to say."""

    code: str
    positions: list[int]
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Typed:
    """A typed column; positions are places in the list of rows, from 0.

    ``words`` are the words that no list knows, each with its positions.
    """

    values: list[Any]
    faults: list[Fault] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)
    until: dict[int, date] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)


def type_column(cells: Sequence[Cell], one: Field, guide: Guide, meanings: dict[str, str]) -> Typed:
    """Type the cells of a column that holds no figures.

    Parameters
    ----------
    cells
        The cells as read.
    one
        The field they are of.
    guide
        The guide whose lists read words, places and codes.
    meanings
        What a person settled: word (compact, lower case) → meaning.
    """
    if meanings:
        cells = [meant(cell, meanings) for cell in cells]
    if one.type == "text":
        lengths = contents()[one.content].lengths if one.content else ()
        return Typed(text_column(cells), [Fault("zeros_lost", *lost) for lost in short_codes(cells, lengths)])
    if one.type == "names":
        return Typed(names_column(cells))
    if one.type == "uscc":
        return _codes(cells)
    typed = _by_distinct(cells, reader_of(one, guide))
    _name_wrong_meanings(typed, meanings, one, guide)
    return typed


def reader_of(one: Field, guide: Guide) -> Reader:
    """Return what reads a cell of a field that holds neither texts nor figures."""
    if one.type == "word":
        return word_reader(guide, one.words or one.id)
    makers: dict[str, Callable[[], Reader]] = {
        "uscc": lambda: read_uscc,
        "boolean": lambda: boolean_reader(guide),
        "district": lambda: district_reader(guide),
        "industry": lambda: read_industry,
        "number": lambda: read_plain,
        "year": lambda: read_year,
        "date": lambda: read_date,
        "until": lambda: read_until,
    }
    return makers[one.type]()


def _by_distinct(cells: Sequence[Cell], read: Reader) -> Typed:
    """Read every distinct cell once; ``True``, 1 and 1.0 mean the same in all such columns."""
    known = {cell: read(cell) for cell in set(cells)}
    values = {cell: reading.value for cell, reading in known.items()}
    typed = Typed(list(map(values.__getitem__, cells)))
    special = {cell for cell, reading in known.items() if reading.fault or reading.note or reading.until}
    if special:
        _note_special(typed, [(at, known[cell]) for at, cell in enumerate(cells) if cell in special])
    return typed


def _note_special(typed: Typed, readings: Iterable[tuple[int, Reading]]) -> None:
    faults: dict[tuple[str, str], Fault] = {}
    for at, reading in readings:
        if reading.fault:
            known = (reading.fault, str(reading.values.get("value")))
            faults.setdefault(known, Fault(reading.fault, [], reading.values)).positions.append(at)
        if reading.unknown:
            typed.unknown.append(at)
            typed.words.setdefault(str(reading.values.get("value", "")), []).append(at)
        if reading.note:
            typed.notes[at] = reading.note
        if reading.until:
            typed.until[at] = reading.until
    typed.faults = list(_folded(faults.values()))


def _folded(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Make one fault of many of a kind, so that a column that is not understood does not drown the rest."""
    kinds: dict[str, list[Fault]] = {}
    for fault in faults:
        kinds.setdefault(fault.code, []).append(fault)
    for code, alike in kinds.items():
        if len(alike) <= _MOST:
            yield from alike
            continue
        shown = "、".join(str(fault.values.get("value")) for fault in alike[:_MOST])
        value = f"{shown}等 {len(alike)} 种"
        yield Fault(
            code, sorted(at for fault in alike for at in fault.positions), {**alike[0].values, "value": value}
        )


def _codes(cells: Sequence[Cell]) -> Typed:
    """Check all codes at once; those that are not right as they stand are read one by one."""
    right = good_codes([cell if cell.__class__ is str else "" for cell in cells])
    typed = Typed([cell if good else None for cell, good in zip(cells, right, strict=True)])
    rest = [(at, cells[at]) for at in (~right).nonzero()[0].tolist() if cells[at] != ""]
    known = {cell: read_uscc(cell) for _, cell in rest}
    for at, cell in rest:
        typed.values[at] = known[cell].value
    _note_special(typed, [(at, known[cell]) for at, cell in rest])
    return typed


def _name_wrong_meanings(typed: Typed, meanings: dict[str, str], one: Field, guide: Guide) -> None:
    for fault in typed.faults:
        said = [f"“{word}”" for word, meaning in meanings.items() if meaning == fault.values.get("value")]
        if said and fault.code in {"word_unknown", "district_unknown"}:
            words = guide.words[one.words].words if one.words else {"是": (), "否": ()}
            known = guide.places.known() if one.type == "district" else tuple(words)
            fault.code = "mapping_value_unknown"
            fault.values |= {"field": one.header, "what": "、".join(said), "known": "、".join(known)}
