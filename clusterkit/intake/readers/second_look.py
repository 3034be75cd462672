"""A second look into an xlsx file for what calamine does not tell: formats, hidden rows, far-off cells.

It reads the sheet's XML as bytes with a few patterns; openpyxl, which would build every cell, takes
ten times as long. Files of other formats are not looked into.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from clusterkit.intake.readers.book import Look, Rows

_MOST_CELLS = 20_000_000  # a range larger than this is not held densely in memory
_MOST_COLUMNS = 1_000
_ROW = re.compile(rb"<(?:\w+:)?row [^>]*>")
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_COLUMN = re.compile(rb"<(?:\w+:)?col [^>]*>")
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FILLED = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*>(?=<(?:\w+:)?(?:v|f|is)\b)')
_ERROR = re.compile(rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*?\bt="e"')
_UNSAVED = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*>'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v ?/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


def sheet_xml(path: Path, sheet: str) -> bytes:
    """Return the XML of a sheet; nothing where the file is no xlsx."""
    with _archive(path) as archive:
        return b"" if archive is None else archive.read(_part(archive, sheet))


def second_look(path: Path, xml: bytes, columns: tuple[int, ...] = ()) -> Look:
    """Return what is hidden in a sheet, and which cells of ``columns`` (0-based) are percentages.

    Parameters
    ----------
    path
        The file, for its styles.
    xml
        The sheet's XML, as ``sheet_xml`` returns it.
    columns
        The columns whose number formats matter.
    """
    if not xml:
        return Look()
    with _archive(path) as archive:
        percent = _percent_styles(archive) if archive is not None and columns else frozenset()
    return Look(
        _hidden_rows(xml),
        _hidden_columns(xml),
        _percent_cells(xml, columns, percent),
        _cells(_ERROR, xml) if b't="e"' in xml else frozenset(),
        _cells(_UNSAVED, xml) if b"</f>" in xml else frozenset(),
    )


def far_rows(path: Path, sheet: str) -> Rows | None:
    """Return the rows of a sheet with a cell so far off that its range is too large; else None."""
    with _archive(path) as archive:
        if archive is None:
            return None
        part = _part(archive, sheet)
        with archive.open(part) as stream:
            found = _DIMENSION.search(stream.read(8192))
        if not found or _size(found[3], found[4]) <= _MOST_CELLS:
            return None
        if _extent(archive.read(part)) <= _MOST_CELLS:
            return None
    return _sparse(path, sheet)


class _archive:
    """Open the file as an xlsx archive; None where it is none."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path) if zipfile.is_zipfile(path) else None

    def __enter__(self) -> zipfile.ZipFile | None:
        if self._archive and "xl/workbook.xml" in self._archive.NameToInfo:
            return self._archive
        return None

    def __exit__(self, *_: object) -> None:
        if self._archive:
            self._archive.close()


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
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


def _size(letters: bytes, row: bytes) -> int:
    return column_index_from_string(letters.decode()) * int(row)


def _extent(xml: bytes) -> int:
    """Return the size of the range from A1 to the farthest filled row and column."""
    cells = _FILLED.findall(xml)
    rows = max((int(row) for _, row in cells), default=0)
    columns = max(
        (column_index_from_string(letters.decode()) for letters in {one for one, _ in cells}), default=0
    )
    return rows * columns


def _sparse(path: Path, sheet: str) -> Rows:
    """Read row by row, empty rows as one shared list, columns beyond reason left out."""
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        rows: Rows = []
        for row in book[sheet].iter_rows(max_col=_MOST_COLUMNS):
            missing = next((cell.row for cell in row if cell.row), len(rows) + 1) - len(rows) - 1
            rows.extend([] for _ in range(missing))
            values: list[Any] = ["" if cell.value is None else cell.value for cell in row]
            while values and values[-1] == "":
                values.pop()
            rows.append(values)
    finally:
        book.close()
    while rows and not rows[-1]:
        rows.pop()
    return rows


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
