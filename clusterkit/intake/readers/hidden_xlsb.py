"""Which rows of a sheet of a binary workbook are hidden, and which cells are errors; calamine does not tell."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from clusterkit.intake.readers.archive import MALFORMED, Held, stream
from clusterkit.intake.readers.book import Look

_ROW, _ERROR, _FORMULA_ERROR, _SHEET = (
    0,
    3,
    11,
    156,
)  # records: a row, a cell that is an error, a sheet's name
_FLAGS, _HIDDEN = 11, 0x10  # the byte of a row's record that says that it has no height


def look(held: Held, sheet: str) -> Look:
    """Return the hidden rows of a sheet and its cells that are errors; nothing where the file does not tell."""
    try:
        with stream(held) as file, zipfile.ZipFile(file) as archive:
            return _look(archive.read(_part(archive, sheet)))
    except (*MALFORMED, struct.error, IndexError):  # damaged; the rows are read by another
        return Look()


def _look(data: bytes) -> Look:
    hidden: set[int] = set()
    errors: set[tuple[int, int]] = set()
    row = 0
    for kind, start in _records(data):
        if kind == _ROW:
            row = struct.unpack_from("<I", data, start)[0] + 1
            if data[start + _FLAGS] & _HIDDEN:
                hidden.add(row)
        elif kind in (_ERROR, _FORMULA_ERROR):
            errors.add((row, struct.unpack_from("<I", data, start)[0]))
    return Look(hidden_rows=frozenset(hidden), error_cells=frozenset(errors))


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the archive's member that holds a sheet."""
    relations = {
        item.attrib["Id"]: item.attrib["Target"]
        for item in ElementTree.fromstring(archive.read("xl/_rels/workbook.bin.rels"))
    }
    data = archive.read("xl/workbook.bin")
    for kind, start in _records(data):
        if kind == _SHEET:
            relation, after = _text(data, start + 8)
            if _text(data, after)[0] == sheet:
                return f"xl/{relations[relation].removeprefix('/xl/')}"
    raise ValueError(sheet)


def _records(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the kind of each record and where its content begins."""
    at = 0
    while at < len(data):
        kind, at = data[at], at + 1
        if kind & 0x80:
            kind, at = (kind & 0x7F) | (data[at] << 7), at + 1
        size = shift = 0
        while True:
            byte, at = data[at], at + 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, at
        at += size


def _text(data: bytes, at: int) -> tuple[str, int]:
    """Return the text that begins at a place, and where it ends."""
    end = at + 4 + 2 * struct.unpack_from("<I", data, at)[0]
    return data[at + 4 : end].decode("utf-16-le"), end
