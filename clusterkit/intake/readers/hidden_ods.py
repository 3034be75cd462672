"""Which rows of an ods sheet are hidden or filtered away; calamine does not tell."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from clusterkit.intake.readers.archive import Held, stream
from clusterkit.intake.readers.book import Look

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST = 1_000_000  # rows; what is repeated beyond is the empty rest of the sheet


def look(held: Held, sheet: str) -> Look:
    """Return the hidden rows of a sheet."""
    return Look(hidden_rows=_hidden_rows(held, sheet))


def _hidden_rows(held: Held, sheet: str) -> frozenset[int]:
    try:
        with stream(held) as file, zipfile.ZipFile(file) as archive, archive.open("content.xml") as content:
            for _, table in etree.iterparse(content, tag=f"{_TABLE}table"):
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
