"""Sheets that hold more than one table, beside or below each other, or one that is no list as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from clusterkit.intake.beside import lists_beside, named_part, part_of
from clusterkit.intake.by_district import districts_in_columns
from clusterkit.intake.header.found import Header, find_header, header_at, texts
from clusterkit.intake.header.label import read_label
from clusterkit.intake.header.names import is_known
from clusterkit.intake.header.table import find_hint
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.readers.book import Rows
from clusterkit.intake.turned import as_form, turned
from clusterkit.intake.vocabulary import compact

_PART = re.compile(r" ?(?:第\d+张表|第\d+栏|行列互换|填表)$")
_NUMBER = re.compile(r"[-+]?[\d,.]+%?")
_MOST_LOOKED = 2_000  # rows after a gap that are looked at


def whole_name(name: str) -> str:
    """Return the sheet's name that a part's name was made of.

    Examples
    --------
    >>> whole_name("Sheet1 第2张表"), whole_name("第2栏"), whole_name("Sheet1")
    ('Sheet1', '', 'Sheet1')
    """
    return _PART.sub("", name)


def parts(sheet: Sheet) -> list[Sheet]:
    """Return the tables of a sheet, each a sheet with the same row numbers; mostly the sheet alone."""
    rows = sheet.rows
    if places := districts_in_columns(sheet):
        return places
    header = find_header(rows)
    if other := as_form(sheet) or turned(sheet, header):
        return [other]
    if header is None or header.known < 2:
        return [sheet]
    starts = [0, *_starts(sheet, rows, header)]
    if len(starts) == 1:
        return list(lists_beside(sheet, header))
    bands = enumerate(pairwise([*starts, len(rows)]), 1)
    return [_band(sheet, number, start, end) for number, (start, end) in bands]


def _band(sheet: Sheet, number: int, start: int, end: int) -> Sheet:
    """Return the part of a sheet between two rows; the rows above it are blank."""
    width = max(map(len, sheet.rows), default=0)
    blank: Rows = [[""] * width for _ in range(start)]
    rows = blank + sheet.rows[start:end]
    merged = [span for span in sheet.merged() if start <= span[0][0] and span[1][0] < end]
    name = sheet.name if number == 1 else named_part(sheet, f"第{number}张表")
    return part_of(sheet, name, rows, merged)


def _starts(sheet: Sheet, rows: Rows, header: Header) -> Iterator[int]:
    """Yield the rows (0-based) where another table begins, its title lines first."""
    known, above = texts(header.labels), {compact(text) for text in _words(rows[: header.row])}
    first = texts(header_at(rows, header.row - header.height + 1).labels)  # of a header of two rows
    gap: int | None = None
    for at, row in _looked_at(sheet, rows, header.row):
        if _is_sparse(row):
            gap = at if gap is None else gap
            continue
        start = at if gap is None else gap
        lines = _words(rows[start:at])
        gap = None
        found = _header_here(rows, at)
        if found is None:
            continue
        again = texts(found.labels) in (known, first)
        told = any(find_hint([line]) for line in lines if compact(line) not in above)
        if told or not again:
            yield start
            known, above = texts(found.labels), {compact(line) for line in lines}


def _looked_at(sheet: Sheet, rows: Rows, first: int) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield the sparse rows below the header and those that follow one; in a document every row."""
    if sheet.spot is not None:
        yield from enumerate(rows[first:], first)
        return
    # a row whose first two cells are filled is not sparse: most rows need no counting
    again = _like_header(rows, first)
    doubtful = ((at, row) for at, row in enumerate(rows[first:], first) if "" in row[:2] or len(row) < 2)
    sparse = [at for at, row in doubtful if _is_sparse(row)]
    wanted = {*again, *sparse, *[at + 1 for at in sparse if at + 1 < len(rows)][:_MOST_LOOKED]}
    yield from ((at, rows[at]) for at in sorted(wanted))


def _like_header(rows: Rows, first: int) -> list[int]:
    """Return the rows below the header, which ends above ``first``, that have one of its texts where it begins."""
    said = rows[first - 1] if first else []
    at = next(
        (at for at, cell in enumerate(said) if isinstance(cell, str) and is_known(read_label(cell))), None
    )
    if at is None:
        return []
    known = {cell for cell in said if isinstance(cell, str) and cell}
    return [row for row in range(first, len(rows)) if at < len(rows[row]) and rows[row][at] in known]


def _is_sparse(row: Sequence[Cell]) -> bool:
    return row.count("") >= len(row) - 1


def _words(rows: Iterable[Sequence[Cell]]) -> list[str]:
    return [cell.strip() for row in rows for cell in row if isinstance(cell, str) and cell.strip()]


def _header_here(rows: Rows, at: int) -> Header | None:
    """Return the header in a row, if most of its cells are headers and none is a figure."""
    cells = [cell for cell in rows[at] if cell != ""]
    if any(not isinstance(cell, str) or _NUMBER.fullmatch(cell.strip()) for cell in cells):
        return None
    header = header_at(rows, at + 1)
    return header if header.known >= 2 and header.known * 2 >= len(cells) else None
