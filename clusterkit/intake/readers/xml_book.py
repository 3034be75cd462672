"""Workbooks in Excel's XML of 2003, which government systems export as ``.xls``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from clusterkit.findings import Place, finding
from clusterkit.intake.readers.book import Book, Cell, Look, Merged, Rows, Sheet, UnreadableFile

MARK = b"urn:schemas-microsoft-com:office:spreadsheet"
_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST = 1_000_000  # an index beyond is a slip


def open_xml_book(path: Path, file: str) -> Book:
    """Open an XML workbook."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    root = etree.parse(str(path), parser).getroot()
    if root is None:
        raise UnreadableFile(finding("file_unreadable", Place(file), reason="不是有效的表格文件"))
    return Book(file, [_sheet(node) for node in root.iter(f"{_NAMESPACE}Worksheet")])


def _sheet(node: etree._Element) -> Sheet:
    options = node.find("{urn:schemas-microsoft-com:office:excel}WorksheetOptions")
    visible = None if options is None else options.findtext("{*}Visible")
    hidden = frozenset(row for row, one in _rows(node) if one.get(f"{_NAMESPACE}Hidden") == "1")
    return Sheet(
        node.get(f"{_NAMESPACE}Name", ""),
        load=partial(_read, node),
        hidden=bool(visible and visible.startswith("Sheet")),
        merged=partial(_merged, node),
        look=lambda _columns: Look(hidden_rows=hidden),
    )


def _rows(node: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the rows with their 1-based numbers; ``ss:Index`` leaves rows out."""
    number = 0
    for row in node.iterfind(f"{_NAMESPACE}Table/{_NAMESPACE}Row"):
        number = _index(row, number + 1)
        yield number, row


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = -1
    for cell in row.iterfind(f"{_NAMESPACE}Cell"):
        column = _index(cell, column + 2) - 1
        yield column, cell
        column += _number(cell, "MergeAcross")


def _read(node: etree._Element) -> Rows:
    rows: Rows = []
    for number, row in _rows(node):
        rows += [[] for _ in range(number - len(rows))]
        for column, cell in _cells(row):
            rows[-1] += [""] * (column - len(rows[-1])) + [_value(cell)]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _value(cell: etree._Element) -> Cell:
    data = cell.find(f"{_NAMESPACE}Data")
    if data is None:
        return ""
    text = "".join(str(part) for part in data.itertext())
    kind = data.get(f"{_NAMESPACE}Type")
    return float(text) if kind == "Number" and _is_number(text) else "" if kind == "Error" else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _merged(node: etree._Element) -> Merged:
    found = []
    for number, row in _rows(node):
        for column, cell in _cells(row):
            down, across = _number(cell, "MergeDown"), _number(cell, "MergeAcross")
            if down or across:
                found.append(((number - 1, column), (number - 1 + down, column + across)))
    return found


def _index(node: etree._Element, without: int) -> int:
    said = node.get(f"{_NAMESPACE}Index", "")
    return min(int(said), _MOST) if said.isdigit() and int(said) >= without else without


def _number(node: etree._Element, name: str) -> int:
    said = node.get(f"{_NAMESPACE}{name}", "")
    return int(said) if said.isdigit() else 0
