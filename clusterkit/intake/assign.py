"""Which column is which field: by a person's word, by its header, one column for each field and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clusterkit.findings import Finding, finding
from clusterkit.intake.columns import Assigned, Column, List
from clusterkit.intake.header.found import Header
from clusterkit.intake.header.label import Label, says_its_year
from clusterkit.intake.header.names import named
from clusterkit.intake.header.unnamed import with_letter
from clusterkit.intake.rival_columns import choose
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact, key, vocabulary
from clusterkit.intake.years import Whens, has_figures_by_year, resolve
from clusterkit.tables import Field

_BY_YEAR = {"boolean", "word"}  # besides figures


def assign(one: List) -> Assigned:
    """Give each column the field that a person or its header names; what is doubtful is not taken."""
    result = Assigned([], {}, list(_not_there(one)))
    candidates = list(_with_base_year(one, list(_candidates(one, result))))
    by_field: dict[tuple[str, int | None], list[Column]] = defaultdict(list)
    for column in candidates:
        by_field[column.field.id, column.year].append(column)
    for rivals in by_field.values():
        choose(one, rivals, result)
    return result


def _with_base_year(one: List, columns: Sequence[Column]) -> Iterator[Column]:
    """Say of figures without a year that they are of the list's own, where the same field has figures of others."""
    by_year = {
        column.field.id for column in columns if column.year is not None and column.field.holds_figures
    }
    rows_say = any(column.field.id == "year" for column in columns)
    for column in columns:
        bare = column.year is None and column.field.id in by_year and not rows_say
        yield replace(column, year=one.title_year.base) if bare else column


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
    return next(iter(exact or alike), None) if exact or alike else _column_lettered(header, said)


def _column_lettered(header: Header, said: str) -> int | None:
    """Return the column that a person names by its header and its letter: one of several of the same header."""
    labels = enumerate(header.labels)
    return next((at for at, label in labels if label and compact(with_letter(label.text, at)) == said), None)


def _candidates(one: List, result: Assigned) -> Iterator[Column]:
    settled = {}
    for header, field_id in one.source.columns.items() if one.source else ():
        if (at := _column_named(one.header, header)) is not None:
            settled[at] = field_id
    result.whens = whens = list(_whens(one, settled))
    for at, label in enumerate(one.header.labels):
        if label is None:
            continue
        if at in settled:
            if not settled[at]:
                result.left[at] = "mapping"
            elif _is_of_no_year(one, label, one.table.fields[settled[at]], whens):
                result.left[at] = f"relative:{settled[at]}"
            else:
                yield _column(one, at, label, settled[at], "mapping", whens)
            continue
        hit = named(one.table.id, label)
        if _holds_units(one, at, label):
            result.left[at] = "unit"
        elif hit is None:
            unused = not vocabulary().unused_headers.isdisjoint(label.names)
            result.left[at] = "unused" if unused else "unknown"
        elif hit.asked:
            result.left[at] = f"{'changed' if hit.word else 'asked'}:{hit.field}"
        elif reason := _doubt(one, label, one.table.fields[hit.field], whens):
            result.left[at] = f"{reason}:{hit.field}"
        else:
            yield _column(one, at, label, hit.field, hit.how, whens)


def _whens(one: List, settled: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Yield of which field each column of figures is that names no year, and of when it speaks."""
    for at, label in enumerate(one.header.labels):
        if label is None or label.year is not None:
            continue
        hit = named(one.table.id, label)
        field = settled.get(at, hit.field if hit and not hit.asked else "")
        if field and one.table.fields[field].holds_figures:
            yield field, label.when


def _holds_units(one: List, at: int, label: Label) -> bool:
    """Return whether a column says the unit of its neighbour."""
    if not set(map(key, vocabulary().header.unit)).intersection(label.names):
        return False
    said = {str(cell).strip() for cell in one.cells(at)} - {"", label.text}  # the header may be printed again
    return bool(said) and all(read_unit(text) for text in said)


def _doubt(one: List, label: Label, field: Field, whens: Whens) -> str:
    """Return why a column that bears the right name is still not taken."""
    if not field.holds_figures:
        return ""
    if any(word in label.text for word in vocabulary().header.other):
        return "other"
    if label.changed:
        return "changed"
    if not has_figures_by_year(one.table):
        return ""
    if label.when in {"part", "last_same_period"} or (one.part and not says_its_year(label)):
        return "period"
    return "relative" if _is_of_no_year(one, label, field, whens) else ""


def _is_of_no_year(one: List, label: Label, field: Field, whens: Whens) -> bool:
    """Return whether a column of figures speaks of a year that cannot be told: 本年 beside 上年, without a title."""
    if not field.holds_figures or not has_figures_by_year(one.table) or label.when in {"", "part"}:
        return False
    return resolve(label, one.title_year, field.id, whens) is None


def _column(one: List, at: int, label: Label, field_id: str, how: str, whens: Whens) -> Column:
    field = one.table.fields[field_id]
    by_year = has_figures_by_year(one.table) and (field.holds_figures or field.type in _BY_YEAR)
    year = resolve(label, one.title_year, field_id, whens) if by_year else None
    return Column(at, label, field, how, year)
