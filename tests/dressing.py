"""The same lines in every format that a list comes in."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document

Lines = Sequence[Sequence[Any]]
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Sheet1">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>{}</Table></Worksheet></Workbook>'
)


def save(folder: Path, lines: Lines, form: str) -> None:
    """Write lines as a list of enterprises, in one of `FORMS`."""
    suffix, data = FORMS[form]
    (folder / f"企业名录.{suffix}").write_bytes(data(lines))


def _xlsx(lines: Lines) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.active.append([None if cell == "" else cell for cell in line])
    book.save(file)
    return file.getvalue()


def _docx(lines: Lines) -> bytes:
    document, file = Document(), io.BytesIO()
    table = document.add_table(len(lines), max(map(len, lines)))
    for row, line in zip(table.rows, lines, strict=True):
        for place, cell in zip(row.cells, line, strict=False):
            place.text = str(cell)
    document.save(file)
    return file.getvalue()


def _ods(lines: Lines) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS.format(_tagged(lines, "table:table-row", _ods_cell)))
    return file.getvalue()


def _ods_cell(cell: Any) -> str:
    if isinstance(cell, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    said = f"<text:p>{escape(cell)}</text:p>" if cell else ""
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'


def _xml(lines: Lines) -> bytes:
    return _XML.format(_tagged(lines, "Row", _xml_cell)).encode()


def _xml_cell(cell: Any) -> str:
    kind = "Number" if isinstance(cell, (int, float)) else "String"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(cell))}</Data></Cell>'


def _html(lines: Lines) -> bytes:
    return f"<table border=1>{_tagged(lines, 'tr', lambda cell: f'<td>{escape(str(cell))}</td>')}</table>".encode()


def _tagged(lines: Lines, tag: str, of_cell: Callable[[Any], str]) -> str:
    return "".join(f"<{tag}>{''.join(map(of_cell, line))}</{tag}>" for line in lines)


def _text(encoding: str, separator: str = ",") -> Callable[[Lines], bytes]:
    def write(lines: Lines) -> bytes:
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=separator).writerows(lines)
        return buffer.getvalue().encode(encoding)

    return write


FORMS: dict[str, tuple[str, Callable[[Lines], bytes]]] = {
    "xlsx": ("xlsx", _xlsx), "ods": ("ods", _ods), "xml": ("xls", _xml), "html": ("xls", _html), "docx": ("docx", _docx),
    "utf-8-sig": ("csv", _text("utf-8-sig")), "utf-8": ("csv", _text("utf-8")), "gb18030": ("csv", _text("gb18030")),
    "utf-16": ("csv", _text("utf-16")), "tabs": ("tsv", _text("gb18030", "\t")), "semicolons": ("txt", _text("utf-8", ";")),
}  # fmt: skip
