"""Which column is which field: by a person's word, by its header, one column for each field and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from clusterkit.findings import Finding, Level, Place, finding
from clusterkit.intake.contents import Contents
from clusterkit.intake.header.found import Header
from clusterkit.intake.header.label import Label
from clusterkit.intake.header.names import RANK, named
from clusterkit.intake.mapping import Source
from clusterkit.intake.readers import Cell
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact, key, vocabulary
from clusterkit.intake.years import TitleYear, has_figures_by_year, resolve
from clusterkit.tables import Field, Table

_BY_YEAR = {"amount", "number", "boolean", "word"}


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
    """The columns of a list: taken, and (by position) why not."""

    taken: list[Column]
    left: dict[int, str]
    findings: list[Finding]


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


def assign(one: List) -> Assigned:
    """Give each column the field that a person or its header names; what is doubtful is not taken."""
    result = Assigned([], {}, list(_not_there(one)))
    candidates = list(_candidates(one, result))
    by_field: dict[tuple[str, int | None], list[Column]] = defaultdict(list)
    for column in candidates:
        by_field[column.field.id, column.year].append(column)
    for rivals in by_field.values():
        _choose(one, rivals, result)
    return result


def _not_there(one: List) -> Iterator[Finding]:
    """Say which columns a person's mapping names that the list does not have."""
    for header in one.source.columns if one.source else ():
        if _column_named(one.header, header) is None:
            there = "、".join(label.text for label in one.header.labels if label)
            yield finding("mapping_column_missing", replace(one.place, column=header), there=there)


def _column_named(header: Header, text: str) -> int | None:
    said = compact(text)
    labels = enumerate(header.labels)
    exact = [at for at, label in labels if label is not None and label.text == said]
    alike = [
        at for at, label in enumerate(header.labels) if label is not None and key(label.text) == key(text)
    ]
    return next(iter(exact or alike), None)


def _candidates(one: List, result: Assigned) -> Iterator[Column]:
    settled = {}
    for header, field in one.source.columns.items() if one.source else ():
        if (at := _column_named(one.header, header)) is not None:
            settled[at] = field
    whens = [
        (hit.field, label.when)
        for label in one.header.labels
        if label is not None and (hit := named(one.table.id, label))
    ]
    for at, label in enumerate(one.header.labels):
        if label is None:
            continue
        if at in settled:
            if settled[at]:
                yield _column(one, at, label, settled[at], "mapping", whens)
            else:
                result.left[at] = "mapping"
            continue
        hit = named(one.table.id, label)
        if _holds_units(one, at, label):
            result.left[at] = "unit"
        elif hit is None:
            result.left[at] = "unknown"
        elif hit.asked:
            result.left[at] = f"{'changed' if hit.word else 'asked'}:{hit.field}"
        elif reason := _doubt(one, label, one.table.fields[hit.field], whens):
            result.left[at] = f"{reason}:{hit.field}"
        else:
            yield _column(one, at, label, hit.field, hit.how, whens)


def _holds_units(one: List, at: int, label: Label) -> bool:
    """Return whether a column says the unit of its neighbour."""
    if not set(map(key, vocabulary().header.unit)).intersection(label.names):
        return False
    said = {str(cell).strip() for cell in one.cells(at)} - {"", label.text}  # the header may be printed again
    return bool(said) and all(read_unit(text) for text in said)


def _doubt(one: List, label: Label, field: Field, whens: Sequence[tuple[str, str]]) -> str:
    """Return why a column that bears the right name is still not taken."""
    if field.type not in {"amount", "number"}:
        return ""
    if any(word in label.text for word in vocabulary().header.other):
        return "other"
    if label.changed:
        return "changed"
    if not has_figures_by_year(one.table):
        return ""
    if label.when in {"part", "last_same_period"}:
        return "period"
    if label.when and resolve(label, one.title_year, field.id, whens) is None and label.year is None:
        return "relative"
    return ""


def _column(
    one: List, at: int, label: Label, field_id: str, how: str, whens: Sequence[tuple[str, str]]
) -> Column:
    field = one.table.fields[field_id]
    by_year = has_figures_by_year(one.table) and field.type in _BY_YEAR
    year = resolve(label, one.title_year, field_id, whens) if by_year else None
    return Column(at, label, field, how, year)


def _choose(one: List, rivals: list[Column], result: Assigned) -> None:
    """Take the best column of a field: a person's word, then the canonical header, then a variant."""
    best = max(RANK.get(column.how, 0) for column in rivals)
    first, *others = [column for column in rivals if RANK.get(column.how, 0) == best]
    second = [column for column in rivals if RANK.get(column.how, 0) < best]
    if any(list(one.cells(other.at)) != list(one.cells(first.at)) for other in others):
        names = "、".join(f"“{column.header}”" for column in (first, *others))
        level: Level | None = None if first.field.type in {"amount", "number"} else "warning"
        result.left |= {column.at: f"rival:{first.field.id}" for column in rivals}
        place = replace(one.place, column=first.header)
        result.findings.append(
            finding(
                "column_ambiguous",
                place,
                level=level,
                columns=names,
                field=first.field.header,
                id=first.field.id,
            )
        )
        return
    result.taken.append(first)
    result.left |= {column.at: f"second:{first.field.id}" for column in (*others, *second)}
    for column in second:
        place = replace(one.place, column=column.header)
        result.findings.append(finding("column_second", place, field=first.field.header, taken=first.header))


_CODES = {
    "asked": "column_asked",
    "changed": "column_changed",
    "period": "column_period",
    "relative": "column_relative",
}


def asked_columns(one: List, result: Assigned) -> Iterator[Finding]:
    """Say which columns only look like a field: an error where nothing else gave the field."""
    have = {column.field.id for column in result.taken}
    for at, why in sorted(result.left.items()):
        reason, _, field_id = why.partition(":")
        label = one.header.labels[at]
        if reason not in _CODES or label is None:
            continue
        field = one.table.fields[field_id]
        yield finding(
            _CODES[reason],
            replace(one.place, column=label.text),
            level="info" if field_id in have else None,
            field=field.header,
            id=field_id,
            word=label.changed or label.altered[0],
        )
