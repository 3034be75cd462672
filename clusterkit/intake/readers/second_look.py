"""A second look into an xlsx file for what calamine does not tell: formats, hidden rows, errors.

It reads the sheet's XML as bytes with a few patterns; openpyxl, which would build every cell, takes
ten times as long. Files of other formats are not looked into.
"""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

from openpyxl.utils import column_index_from_string, get_column_letter

from clusterkit.intake.readers.archive import MALFORMED, Held, opened
from clusterkit.intake.readers.book import Look

_MOST_COLUMNS = 1_000
_ROW = re.compile(rb"<(?:\w+:)?row [^>]*>")
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_COLUMN = re.compile(rb"<(?:\w+:)?col [^>]*>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_ERROR = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*?\bt="e"')
_UNSAVED = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*>'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v ?/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


def second_look(path: Held, xml: bytes, columns: tuple[int, ...] = ()) -> Look:
    """Return what is hidden in a sheet, and which cells of ``columns`` (0-based) are percentages.

    Parameters
    ----------
    path
        The file, for its styles.
    xml
        The sheet's XML, as ``archive.sheet_xml`` returns it.
    columns
        The columns whose number formats matter.
    """
    if not xml:
        return Look()
    try:
        with opened(path) as archive:
            percent = _percent_styles(archive) if archive is not None and columns else frozenset()
    except MALFORMED:  # a sheet is told that much less of
        percent = frozenset()
    return Look(
        _hidden_rows(xml),
        _hidden_columns(xml),
        _percent_cells(xml, columns, percent),
        _cells(_ERROR, xml) if b't="e"' in xml else frozenset(),
        _cells(_UNSAVED, xml) if b"</f>" in xml else frozenset(),
    )


def _cells(pattern: re.Pattern[bytes], xml: bytes) -> frozenset[tuple[int, int]]:
    found = pattern.findall(xml)
    return frozenset((int(row), column_index_from_string(letters.decode()) - 1) for letters, row in found)


def _hidden_rows(xml: bytes) -> frozenset[int]:
    if b"hidden=" not in xml:
        return frozenset()
    tags = (tag for tag in _ROW.findall(xml) if _HIDDEN.search(tag))
    return frozenset(int(number[1]) for tag in tags if (number := _ROW_NUMBER.search(tag)))


def _hidden_columns(xml: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for tag in _COLUMN.findall(xml[: xml.find(b"<sheetData")]):
        if _HIDDEN.search(tag):
            first, last = (int(re.search(rb'\b%s="(\d+)"' % key, tag)[1]) for key in (b"min", b"max"))  # type: ignore[index]
            hidden.update(range(first - 1, min(last, _MOST_COLUMNS)))
    return frozenset(hidden)


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Return the indices of the cell styles that show a number as a percentage."""
    if "xl/styles.xml" not in archive.NameToInfo:
        return frozenset()
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    percent = {9, 10}
    percent |= {
        int(item.attrib["numFmtId"])
        for item in styles.findall(".//{*}numFmt")
        if "%" in item.attrib["formatCode"]
    }
    formats = styles.find("{*}cellXfs")
    cells = [] if formats is None else list(formats)
    return frozenset(at for at, item in enumerate(cells) if int(item.attrib.get("numFmtId", 0)) in percent)


def _percent_cells(
    xml: bytes, columns: tuple[int, ...], styles: frozenset[int]
) -> frozenset[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for column in columns if styles else ():
        cell = re.compile(
            rb'<(?:\w+:)?c r="%s(\d+)"[^>]*?\bs="(\d+)"' % get_column_letter(column + 1).encode()
        )
        found |= {(int(row), column) for row, style in cell.findall(xml) if int(style) in styles}
    return frozenset(found)
