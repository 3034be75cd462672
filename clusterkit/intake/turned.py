"""Tables whose headers stand beside their values: an enterprise a column, or one enterprise's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clusterkit.intake.header.found import Header, find_header, header_at
from clusterkit.intake.header.label import read_label
from clusterkit.intake.header.names import is_known, named
from clusterkit.intake.header.table import find_table
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.readers.book import Rows
from clusterkit.intake.readers.numbered import ORGANISATION
from clusterkit.intake.vocabulary import compact

_MOST = 400  # rows or columns of a sheet whose header may stand down its side
_FORM_ROWS, _FORM_COLUMNS = 60, 12
_FEWEST = 3  # different headers that make it one


def turned(sheet: Sheet, header: Header | None) -> Sheet | None:
    """Return the sheet with rows and columns changed, where its header stands down the side."""
    rows = sheet.rows
    width = max(map(len, rows), default=0)
    if width < 2 or max(len(rows), width) > _MOST:
        return None
    columns: Rows = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
    found = find_header(columns[:3])
    if found is None or found.different < max(_FEWEST, 1 + (header.different if header else 0)):
        return None
    if not _lists_organisations(columns, found.row - found.height + 1):
        return None
    merged = [((left, top), (right, bottom)) for (top, left), (bottom, right) in sheet.merged()]
    return replace(sheet, name=f"{sheet.name} 行列互换".strip(), load=lambda: columns, merged=lambda: merged)


def as_form(sheet: Sheet) -> Sheet | None:
    """Return a form that one enterprise filled in (header, value, header, value …) as a list of one row."""
    if not 1 < len(sheet.rows) <= _FORM_ROWS or max(map(len, sheet.rows)) > _FORM_COLUMNS:
        return None
    pairs = [list(_pairs(row)) for row in sheet.rows]
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
        yield str(cell), value
        at += 1 if value == "" else 2


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if str(cell).strip()]


def _is_header(cell: Cell) -> bool:
    return isinstance(cell, str) and is_known(read_label(cell))
