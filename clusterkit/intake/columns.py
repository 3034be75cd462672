"""Which column is which field: by a person's word, by its header, one column for each field and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clusterkit.findings import Finding, Level, Place, finding
from clusterkit.intake.contents import Contents, sample
from clusterkit.intake.header.found import Header
from clusterkit.intake.header.label import Label
from clusterkit.intake.header.names import RANK, named
from clusterkit.intake.header.unnamed import with_letter
from clusterkit.intake.mapping import Source
from clusterkit.intake.readers import Cell
from clusterkit.intake.rivals import compared
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact, key, vocabulary
from clusterkit.intake.years import TitleYear, Whens, has_figures_by_year, resolve
from clusterkit.tables import Field, Table

_FIGURES = {"amount", "number"}
_BY_YEAR = {*_FIGURES, "boolean", "word"}


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

    def sample(self, at: int) -> list[Cell]:
        """Return some of the filled cells of a column."""
        if at not in self._samples:
            label = self.header.labels[at]
            self._samples[at] = sample(self.cells(at), label.text if label else "")
        return self._samples[at]


def assign(one: List) -> Assigned:
    """Give each column the field that a person or its header names; what is doubtful is not taken."""
    result = Assigned([], {}, list(_not_there(one)))
    candidates = list(_with_base_year(one, list(_candidates(one, result))))
    by_field: dict[tuple[str, int | None], list[Column]] = defaultdict(list)
    for column in candidates:
        by_field[column.field.id, column.year].append(column)
    for rivals in by_field.values():
        _choose(one, rivals, result)
    return result


def _with_base_year(one: List, columns: Sequence[Column]) -> Iterator[Column]:
    """Say of figures without a year that they are of the list's own, where the same field has figures of others."""
    by_year = {
        column.field.id for column in columns if column.year is not None and column.field.type in _FIGURES
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
        if field and one.table.fields[field].type in _FIGURES:
            yield field, label.when


def _holds_units(one: List, at: int, label: Label) -> bool:
    """Return whether a column says the unit of its neighbour."""
    if not set(map(key, vocabulary().header.unit)).intersection(label.names):
        return False
    said = {str(cell).strip() for cell in one.cells(at)} - {"", label.text}  # the header may be printed again
    return bool(said) and all(read_unit(text) for text in said)


def _doubt(one: List, label: Label, field: Field, whens: Whens) -> str:
    """Return why a column that bears the right name is still not taken."""
    if field.type not in _FIGURES:
        return ""
    if any(word in label.text for word in vocabulary().header.other):
        return "other"
    if label.changed:
        return "changed"
    if not has_figures_by_year(one.table):
        return ""
    if label.when in {"part", "last_same_period"}:
        return "period"
    return "relative" if _is_of_no_year(one, label, field, whens) else ""


def _is_of_no_year(one: List, label: Label, field: Field, whens: Whens) -> bool:
    """Return whether a column of figures speaks of a year that cannot be told: 本年 beside 上年, without a title."""
    if field.type not in _FIGURES or not has_figures_by_year(one.table) or label.when in {"", "part"}:
        return False
    return resolve(label, one.title_year, field.id, whens) is None


def _column(one: List, at: int, label: Label, field_id: str, how: str, whens: Whens) -> Column:
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
        result.left |= {column.at: f"rival:{first.field.id}" for column in rivals}
        result.findings.append(_rivalry(one, [first, *others]))
        return
    result.taken.append(first)
    result.left |= {column.at: f"second:{first.field.id}" for column in (*others, *second)}
    for column in second:
        place = replace(one.place, column=column.header)
        result.findings.append(finding("column_second", place, field=first.field.header, taken=first.header))


def _rivalry(one: List, rivals: Sequence[Column]) -> Finding:
    """Ask which of several columns is the field."""
    field = rivals[0].field
    texts = [column.header for column in rivals]
    headers = [
        text if texts.count(text) == 1 else with_letter(text, column.at)
        for text, column in zip(texts, rivals, strict=True)
    ]
    seen = compared(headers, [one.cells(column.at) for column in rivals])
    level: Level | None = None if field.type in _FIGURES else "warning"
    return finding(
        "column_ambiguous", replace(one.place, column=rivals[0].header), level=level, field=field.header, id=field.id,
        columns="、".join(f"“{header}”" for header in headers), names=tuple(headers), table=one.table.id,
        likely=seen.likely, evidence=seen.evidence, line=_line(seen.likely or headers[0], headers, field),
    )  # fmt: skip


def _line(taken: str, headers: Sequence[str], field: Field) -> str:
    """Return what ``mapping.toml`` may say about columns that claim one field."""
    ordered = sorted(headers, key=lambda header: header != taken)
    said = (f'"{header}" = "{field.id if header == taken else ""}"' for header in ordered)
    return f"columns = {{ {', '.join(said)} }}"
