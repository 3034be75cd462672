"""Sheets that hold more than one table, beside or below each other, or one that is no list as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clusterkit.intake.by_district import districts_in_columns
from clusterkit.intake.header.found import Header, find_header, header_at, texts
from clusterkit.intake.header.table import find_hint
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.readers.book import Merged, Rows
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
        return list(_columns(sheet, header))
    bands = enumerate(pairwise([*starts, len(rows)]), 1)
    return [_band(sheet, number, start, end) for number, (start, end) in bands]


def _named(sheet: Sheet, what: str) -> str:
    return f"{sheet.name} {what}".strip()


def _band(sheet: Sheet, number: int, start: int, end: int) -> Sheet:
    """Return the part of a sheet between two rows; the rows above it are blank."""
    width = max(map(len, sheet.rows), default=0)
    blank: Rows = [[""] * width for _ in range(start)]
    rows = blank + sheet.rows[start:end]
    merged = [span for span in sheet.merged() if start <= span[0][0] and span[1][0] < end]
    name = sheet.name if number == 1 else _named(sheet, f"第{number}张表")
    return _part(sheet, name, rows, merged)


def _part(sheet: Sheet, name: str, rows: Rows, merged: Merged) -> Sheet:
    return replace(sheet, name=name, load=lambda: rows, merged=lambda: merged)


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
    doubtful = ((at, row) for at, row in enumerate(rows[first:], first) if "" in row[:2] or len(row) < 2)
    sparse = [at for at, row in doubtful if _is_sparse(row)]
    wanted = {*sparse, *[at + 1 for at in sparse if at + 1 < len(rows)][:_MOST_LOOKED]}
    yield from ((at, rows[at]) for at in sorted(wanted))


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


def _columns(sheet: Sheet, header: Header) -> Iterator[Sheet]:
    """Yield the columns of a list that is printed in two or three columns, one after another."""
    filled = [at for at, label in enumerate(header.labels) if label is not None]
    said = texts(header.labels)
    times = next(
        (
            k
            for k in (2, 3, 4)
            if len(said) >= 2 * k and len(said) % k == 0 and said == said[: len(said) // k] * k
        ),
        1,
    )
    if times == 1:
        yield sheet
        return
    width = len(said) // times
    for number in range(times):
        start = 0 if number == 0 else filled[number * width]
        end = filled[(number + 1) * width] if number + 1 < times else len(header.labels)
        yield _block(sheet, header, number + 1, start, end)


def _block(sheet: Sheet, header: Header, number: int, start: int, end: int) -> Sheet:
    """Return the part of a sheet between two columns, with the whole of what stands above the header."""
    top = header.row - header.height
    rows: Rows = sheet.rows[:top] + [
        [cell if start <= at < end else "" for at, cell in enumerate(row)] for row in sheet.rows[top:]
    ]
    merged = [span for span in sheet.merged() if start <= span[0][1] and span[1][1] < end]
    name = sheet.name if number == 1 else _named(sheet, f"第{number}栏")
    return _part(sheet, name, rows, merged)
