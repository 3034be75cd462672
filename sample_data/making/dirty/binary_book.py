"""A binary workbook (.xlsb) of one sheet, its cells texts and numbers: the least that [MS-XLSB] asks for."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clusterkit.word.document import zip_parts

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
)
_RELATION = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/{{}}" Target="{{}}"/></Relationships>'
)


def write_binary_book(path: Path, name: str, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows as the only sheet of a binary workbook, the same bytes every time."""
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELATION.format("officeDocument", "xl/workbook.bin").encode(),
        "xl/workbook.bin": _workbook(name),
        "xl/_rels/workbook.bin.rels": _RELATION.format("worksheet", "worksheets/sheet1.bin").encode(),
        "xl/worksheets/sheet1.bin": _sheet(rows),
    }
    path.write_bytes(zip_parts(parts))


def _workbook(name: str) -> bytes:
    bundle = _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name))
    return _record(131) + _record(143) + bundle + _record(144) + _record(132)


def _sheet(rows: Sequence[Sequence[Any]]) -> bytes:
    width = max(map(len, rows))
    dimension = struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)
    body = b"".join(_row(at, cells) for at, cells in enumerate(rows))
    return _record(129) + _record(148, dimension) + _record(145) + body + _record(146) + _record(130)


def _row(at: int, cells: Sequence[Any]) -> bytes:
    head = _record(0, struct.pack("<IIHHBI", at, 0, 300, 0, 0, 0))
    return head + b"".join(_cell(at, cell) for at, cell in enumerate(cells) if cell not in (None, ""))


def _cell(column: int, value: Any) -> bytes:
    head = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return _record(6, head + _wide(value))
    return _record(5, head + struct.pack("<d", value))


def _record(kind: int, data: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(data)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return number + size + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
