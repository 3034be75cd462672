"""Which rows of a sheet of Excel 97 are hidden or filtered away; calamine does not tell."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import olefile

_SHEET, _END, _LOCKED = 0x85, 0x0A, 0x2F  # records: where a sheet begins, the end of the overview, encryption
# A row's record: its number, columns, height, flags (the bit that hides it is asked, the second byte is 1).
_ROW = re.compile(rb"\x08\x02\x10\x00(..)..{9}(.)\x01..", re.DOTALL)
_HIDDEN = 0x20


def hidden_rows(path: Path, sheet: str) -> frozenset[int]:
    """Return the 1-based hidden rows of a sheet; none where the file does not tell."""
    data = _workbook(path)
    starts = dict(_sheets(data))
    if sheet not in starts:
        return frozenset()
    start = starts[sheet]
    end = min((other for other in starts.values() if other > start), default=len(data))
    rows = _ROW.finditer(data, start, end)
    return frozenset(struct.unpack("<H", row[1])[0] + 1 for row in rows if row[2][0] & _HIDDEN)


def _workbook(path: Path) -> bytes:
    if not olefile.isOleFile(str(path)):
        return b""
    try:
        with olefile.OleFileIO(str(path)) as archive:
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
