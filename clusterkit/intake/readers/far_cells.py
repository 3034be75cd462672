"""Sheets with a stray cell far off: their range is too large to hold, so only what lies together is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from clusterkit.intake.readers.archive import Held, opened, part_of, stream
from clusterkit.intake.readers.book import Rows

MOST_CELLS = 20_000_000  # a range larger than this is not held in memory
_MANY_ROWS = 100_000  # a range of more rows is held only where no emptiness parts them
_ROW_GAP, _COLUMN_GAP = 5_000, 200  # what lies behind an emptiness this wide is far off
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_ROW = re.compile(rb'<(?:\w+:)?row (?:[^>]*? )?r="(\d+)"')
_FILLED = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*>(?=<(?:\w+:)?(?:v|f|is)\b)')


@dataclass(frozen=True)
class NearRows:
    """The rows that lie together, and the farthest cell that was left out."""

    rows: Rows
    left: str


def near_rows(path: Held, sheet: str) -> NearRows | None:
    """Return what lies together in a sheet whose range is too large; None for an ordinary sheet."""
    filled = _filled(path, sheet)
    if not filled:
        return None
    last_row, last_column = max(row for row, _ in filled), max(column for _, column in filled)
    rows = _near({row for row, _ in filled}, _ROW_GAP)
    if last_row * last_column <= MOST_CELLS and (last_row <= _MANY_ROWS or rows == last_row):
        return None
    columns = _near({column for row, column in filled if row <= rows}, _COLUMN_GAP)
    with stream(path) as file:
        book = load_workbook(file, read_only=True, data_only=True)
        cells = book[sheet].iter_rows(max_row=rows, max_col=columns, values_only=True)
        near: list[list[Any]] = [["" if cell is None else cell for cell in row] for row in cells]
        book.close()
    row, column = max(cell for cell in filled if cell[0] > rows or cell[1] > columns)
    return NearRows(near, f"{get_column_letter(column)}{row}")


def _filled(path: Held, sheet: str) -> list[tuple[int, int]]:
    """Return the filled cells, but only where the sheet says that its range is large, or says nothing of worth."""
    try:
        with opened(path) as archive:
            if archive is None:
                return []
            part = part_of(archive, sheet)
            with archive.open(part) as stream:
                found = _DIMENSION.search(stream.read(8192))
            if found and int(found[4]) > 1 and _column(found[3]) * int(found[4]) <= MOST_CELLS:
                if int(found[4]) <= _MANY_ROWS:
                    return []  # some programs leave the range out, or write A1 whatever it is
                numbers = [int(number) for number in _ROW.findall(archive.read(part))]
                if _near(numbers, _ROW_GAP) == max(numbers, default=0):
                    return []
            return [(int(row), _column(letters)) for letters, row in _FILLED.findall(archive.read(part))]
    except (
        KeyError,
        ValueError,
        ElementTree.ParseError,
    ):  # not built as it should be, yet calamine may read it
        return []


def _column(letters: bytes) -> int:
    return column_index_from_string(letters.decode())


def _near(positions: Iterable[int], gap: int) -> int:
    """Return the last position before the first gap.

    Examples
    --------
    >>> _near([1, 2, 40, 9000], 5000)
    40
    """
    last = 0
    for position in sorted(positions):
        if position - last > gap:
            break
        last = position
    return last
