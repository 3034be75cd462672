"""Which rows of an ods sheet are hidden or filtered away; calamine does not tell."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST = 1_000_000  # rows; what is repeated beyond is the empty rest of the sheet


def hidden_rows(path: Path, sheet: str) -> frozenset[int]:
    """Return the 1-based hidden rows of a sheet."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
            for _, table in etree.iterparse(stream, tag=f"{_TABLE}table"):
                if table.get(f"{_TABLE}name") == sheet:
                    return frozenset(_hidden(table))
                table.clear()
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return frozenset()
    return frozenset()


def _hidden(table: etree._Element) -> Iterator[int]:
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        times = min(int(row.get(f"{_TABLE}number-rows-repeated", "1")), _MOST)
        if row.get(f"{_TABLE}visibility", "visible") != "visible":
            yield from range(number + 1, number + times + 1)
        number += times
