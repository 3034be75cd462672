"""Which rows and columns of an ods sheet are hidden or filtered away; calamine does not tell."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from clusterkit.intake.readers.archive import Held, stream
from clusterkit.intake.readers.book import Look

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST = 1_000_000  # rows; what is repeated beyond is the empty rest of the sheet


def look(held: Held, sheet: str) -> Look:
    """Return the hidden rows and columns of a sheet."""
    try:
        with stream(held) as file, zipfile.ZipFile(file) as archive, archive.open("content.xml") as content:
            for _, table in etree.iterparse(content, tag=f"{_TABLE}table"):
                if table.get(f"{_TABLE}name") == sheet:
                    columns = frozenset(number - 1 for number in _hidden(table, "column"))
                    return Look(frozenset(_hidden(table, "row")), columns)
                table.clear()
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return Look()
    return Look()


def _hidden(table: etree._Element, kind: str) -> Iterator[int]:
    """Yield the numbers of the hidden rows or columns, from 1."""
    number = 0
    for one in table.iter(f"{_TABLE}table-{kind}"):
        times = min(int(one.get(f"{_TABLE}number-{kind}s-repeated", "1")), _MOST)
        if one.get(f"{_TABLE}visibility", "visible") != "visible":
            yield from range(number + 1, number + times + 1)
        number += times
