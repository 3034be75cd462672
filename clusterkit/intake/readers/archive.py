"""An xlsx file as the archive it is: its parts, and which of them holds a sheet."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import IO, TypeAlias
from xml.etree import ElementTree

Held: TypeAlias = Path | bytes  # a file, or what it holds once it is decrypted
# what a damaged archive or part raises; NotImplementedError: a way of packing that no one uses
MALFORMED = (
    KeyError, ValueError, OSError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error, ElementTree.ParseError,
)  # fmt: skip


def stream(held: Held) -> IO[bytes]:
    """Open a file, or the bytes that stand for it, for reading."""
    return BytesIO(held) if isinstance(held, bytes) else held.open("rb")


def members(held: Held) -> frozenset[str]:
    """Return the names of an archive's members; none of what is no archive."""
    try:
        with stream(held) as file, zipfile.ZipFile(file) as archive:
            return frozenset(archive.NameToInfo)
    except MALFORMED:
        return frozenset()


class opened:
    """Open the file as an xlsx archive; None where it is none."""

    def __init__(self, held: Held) -> None:
        file = BytesIO(held) if isinstance(held, bytes) else held
        self._archive = zipfile.ZipFile(file) if zipfile.is_zipfile(file) else None

    def __enter__(self) -> zipfile.ZipFile | None:
        if self._archive and "xl/workbook.xml" in self._archive.NameToInfo:
            return self._archive
        return None

    def __exit__(self, *_: object) -> None:
        if self._archive:
            self._archive.close()


def part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the archive's member that holds ``sheet``."""
    relations = {
        item.attrib["Id"]: item.attrib["Target"]
        for item in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for item in ElementTree.fromstring(archive.read("xl/workbook.xml")).findall(".//{*}sheet"):
        if item.attrib["name"] == sheet:
            relation = next(value for key, value in item.attrib.items() if key.endswith("}id"))
            target = relations[relation].lstrip("/")
            return target if target.startswith("xl/") else f"xl/{target}"
    raise ValueError(sheet)


def sheet_xml(path: Held, sheet: str) -> bytes:
    """Return the XML of a sheet; nothing where the file is no xlsx, or not built as one should be."""
    try:
        with opened(path) as archive:
            return b"" if archive is None else archive.read(part_of(archive, sheet))
    except MALFORMED:
        return b""
