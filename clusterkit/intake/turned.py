"""Tables whose headers stand beside their values: an enterprise a column, or one enterprise's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from clusterkit.intake.header.found import Header, find_header, header_at
from clusterkit.intake.header.label import read_label, speaks_of_time
from clusterkit.intake.header.names import is_known, named
from clusterkit.intake.header.table import find_table
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.readers.book import Rows
from clusterkit.intake.readers.numbered import ORGANISATION
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact, key, vocabulary
from clusterkit.tables import tables

_MOST = 400  # rows or columns of a sheet whose header may stand down its side
_FORM_ROWS, _FORM_COLUMNS = 60, 12
_FEWEST = 3  # different headers that make it one


def turned(sheet: Sheet, header: Header | None) -> Sheet | None:
    """Return the sheet with rows and columns changed, where its header stands down the side."""
    top = next((at for at, row in enumerate(sheet.rows) if len(_filled(row)) > 1), 0)
    rows = sheet.rows[top:]
    width = max(map(len, rows), default=0)
    if width < 2 or max(len(rows), width) > _MOST:
        return None
    columns: Rows = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
    _put_units(columns)
    found = find_header(columns[:3])
    if found is None or found.different < max(_FEWEST, 1 + (header.different if header else 0)):
        return None
    named_there = _lists_organisations(columns, found.row - found.height + 1)
    if not named_there and not _name_columns(columns, found):
        return None
    merged = [
        ((left, first - top), (right, last - top))
        for (first, left), (last, right) in sheet.merged()
        if first >= top
    ]
    notes = tuple(str(cell).strip() for row in sheet.rows[:top] for cell in _filled(row))
    name = f"{sheet.name} 行列互换".strip()
    return replace(
        sheet, name=name, load=lambda: columns, merged=lambda: merged, notes=(*sheet.notes, *notes)
    )


def _put_units(columns: Rows) -> None:
    """Put the units of the column beside the headers, where one says nothing else, into the headers themselves."""
    for header, beside in pairwise(columns[:3]):
        said = [(at, str(cell)) for at, cell in enumerate(beside) if str(cell).strip()]
        if said and key(said[0][1]) in _unit_words() and all(read_unit(text) for _, text in said[1:]):
            for at, unit in said[1:]:
                header[at] = f"{header[at]}（{unit}）"
            beside[:] = [""] * len(beside)
            return


def _name_columns(rows: Rows, header: Header) -> bool:
    """Put headers above the column of names that has none, and the years beside it; return whether there is one.

    So stand enterprises above two years each: a name stands above its first year alone.
    """
    fields = tables()["enterprises"].fields
    body, found = rows[header.row :], False
    for at, label in enumerate(header.labels):
        said = [compact(str(row[at])) for row in body if str(row[at]).strip()]
        if label is not None and named("enterprises", label) is not None:
            continue
        if said and all(map(ORGANISATION.fullmatch, said)):
            rows[header.row - 1][at], found = fields["name"].header, True
            for above, below in pairwise(body):
                below[at] = below[at] if str(below[at]).strip() else above[at]
        elif said and len(said) == len(body) and all(map(speaks_of_time, said)):
            rows[header.row - 1][at] = fields["year"].header
    return found


def as_form(sheet: Sheet) -> Sheet | None:
    """Return a form that one enterprise filled in (header, value, header, value …) as a list of one row."""
    if not 1 < len(sheet.rows) <= _FORM_ROWS or max(map(len, sheet.rows)) > _FORM_COLUMNS:
        return None
    pairs = list(_pairs_by_row(sheet.rows))
    valued = sum(value != "" for row in pairs for _, value in row)
    several, some = (sum(len(row) > least for row in pairs) for least in (1, 0))
    if several * 2 < some or valued < _FEWEST or valued * 2 < sum(map(len, pairs)):
        return None
    found = dict(pair for row in pairs for pair in row)
    rows: Rows = [[*found], [*found.values()]]
    if not _lists_organisations(rows, 1):
        return None
    notes = tuple(str(cell).strip() for row in sheet.rows if len(_filled(row)) == 1 for cell in _filled(row))
    name = f"{sheet.name} 填表".strip()
    return replace(sheet, name=name, load=lambda: rows, merged=list, notes=(*sheet.notes, *notes))


def _lists_organisations(rows: Rows, row: int) -> bool:
    """Return whether a header in ``row`` names a subject, and what stands below it are names of organisations.

    An explanation of a form's fields has the same headers down its side, but no such names.
    """
    header = header_at(rows, row)
    for table in find_table(header, None).choices:
        for at, label in enumerate(header.labels):
            hit = named(table.id, label) if label is not None else None
            if hit is not None and hit.field == table.subject:
                said = [compact(str(line[at])) for line in rows[row:] if str(line[at]).strip()]
                return sum(bool(ORGANISATION.fullmatch(name)) for name in said) * 2 > len(said)
    return False


def _pairs_by_row(rows: Rows) -> Iterator[list[tuple[str, Cell]]]:
    """Yield the pairs of each row; below years side by side each value belongs to its year."""
    years: dict[int, str] = {}
    unit_at: int | None = None
    for row in rows:
        heads = {
            at: str(cell) for at, cell in enumerate(row) if isinstance(cell, str) and speaks_of_time(cell)
        }
        filled = _filled(row)
        if len(heads) > 1 and all(
            cell in heads.values() or key(str(cell)) in _unit_words() for cell in filled[1:]
        ):
            years = heads
            unit_at = next((at for at, cell in enumerate(row) if key(str(cell)) in _unit_words()), None)
            yield []
        elif (
            filled and years and _is_header(filled[0]) and any(row[at] != "" for at in years if at < len(row))
        ):
            unit = (
                f"（{row[unit_at]}）" if unit_at is not None and unit_at < len(row) and row[unit_at] else ""
            )
            yield [(f"{year}{filled[0]}{unit}", row[at]) for at, year in years.items() if at < len(row)]
        else:
            yield list(_pairs(row))


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(map(key, vocabulary().header.unit))


def _pairs(row: Sequence[Cell]) -> Iterator[tuple[str, Cell]]:
    """Yield the headers of a row with the values to their right; a header without one has an empty value."""
    filled = _filled(row)
    at = 0
    while at < len(filled):
        cell = filled[at]
        if not _is_header(cell):
            at += 1
            continue
        value = filled[at + 1] if at + 1 < len(filled) and not _is_header(filled[at + 1]) else ""
        several = at + 2 < len(filled) and all(
            isinstance(one, (int, float)) for one in filled[at + 1 : at + 3]
        )
        yield str(cell), "" if several else value  # of several figures it cannot be told which
        at += 1 if value == "" else 2


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if str(cell).strip()]


def _is_header(cell: Cell) -> bool:
    return isinstance(cell, str) and is_known(read_label(cell))
