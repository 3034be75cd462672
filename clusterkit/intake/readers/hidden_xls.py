"""Which rows of a sheet of Excel 97 are hidden or filtered away; calamine does not tell."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import olefile

from clusterkit.intake.readers.archive import Held, stream
from clusterkit.intake.readers.book import Look

_SHEET, _END, _LOCKED = 0x85, 0x0A, 0x2F  # records: where a sheet begins, the end of the overview, encryption
# A row's record: its number, columns, height, flags (the bit that hides it is asked, the second byte is 1).
_ROW = re.compile(rb"\x08\x02\x10\x00(..)..{9}(.)\x01..", re.DOTALL)
_HIDDEN = 0x20
# A cell that is an error: as it stands, or as the result of a formula.
_ERROR = re.compile(
    rb"\x05\x02\x08\x00(..)(..)...\x01|\x06\x00..(..)(..)..\x02\x00.\x00\x00\x00\xff\xff", re.DOTALL
)


def look(held: Held, sheet: str) -> Look:
    """Return the hidden rows of a sheet and its cells that are errors; nothing where the file does not tell."""
    data = _workbook(held)
    starts = dict(_sheets(data))
    if sheet not in starts:
        return Look()
    start = starts[sheet]
    end = min((other for other in starts.values() if other > start), default=len(data))
    rows = _ROW.finditer(data, start, end)
    hidden = frozenset(_number(row[1]) + 1 for row in rows if row[2][0] & _HIDDEN)
    errors = _ERROR.finditer(data, start, end)
    cells = ((one[1], one[2]) if one[1] is not None else (one[3], one[4]) for one in errors)
    return Look(
        hidden_rows=hidden,
        error_cells=frozenset((_number(row) + 1, _number(column)) for row, column in cells),
    )


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _workbook(held: Held) -> bytes:
    try:
        with stream(held) as file, olefile.OleFileIO(file) as archive:
            return bytes(archive.openstream("Workbook").read()) if archive.exists("Workbook") else b""
    except (OSError, IndexError):  # damaged; the rows are read by another
        return b""


def _sheets(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield the sheets with where they begin; none of an encrypted workbook."""
    at = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        if kind in (_END, _LOCKED):
            return
        if kind == _SHEET and length > 8:
            begin, _, _, count, wide = struct.unpack_from("<IBBBB", data, at + 4)
            name = data[at + 12 : at + 12 + count * (1 + (wide & 1))]
            yield name.decode("utf-16-le" if wide & 1 else "latin-1", "replace"), begin
        at += 4 + length
