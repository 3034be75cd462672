"""附表N.xlsx: an annex as a workbook that a person edits, a sheet a block, all cells text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import openpyxl
import xlsxwriter

from clusterkit.findings import Finding, Place, finding
from clusterkit.forms.cell_text import month, plain_number
from clusterkit.forms.values import Rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from clusterkit.guide.form_model import Annex, Block

_MOMENT = datetime(2025, 1, 1)
_WIDTH = 0.55  # Excel's characters a millimetre


def annex_path(annex: Annex, folder: Path) -> Path:
    """Return where an annex's workbook lies in the workspace's ``tables/``."""
    return folder / f"附表{annex.number}.xlsx"


def write_annex_xlsx(annex: Annex, blocks: Sequence[Rows], path: Path) -> None:
    """Write an annex's rows into ``path``: a sheet a block, the printed headers in row 1."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"title": annex.name, "author": "clusterkit", "created": _MOMENT})
        for name, block, rows in zip(sheet_names(annex), annex.blocks, blocks, strict=True):
            _write_sheet(book, name, block, rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stream.getvalue())


def sheet_names(annex: Annex) -> list[str]:
    """Return the sheet names: 附表1, or 附表2（1）, 附表2（2） where the blocks are several."""
    if len(annex.blocks) == 1:
        return [f"附表{annex.number}"]
    return [f"附表{annex.number}（{place}）" for place in range(1, len(annex.blocks) + 1)]


def read_annex_xlsx(annex: Annex, path: Path) -> tuple[list[Rows], list[Finding]]:
    """Read an annex's rows back; what cannot be read is a finding and gives no rows."""
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (BadZipFile, KeyError, OSError, ValueError):
        return [[] for _ in annex.blocks], [finding("annex_file_unreadable", Place(path.name))]
    blocks: list[Rows] = []
    findings: list[Finding] = []
    for place, (name, block) in enumerate(zip(sheet_names(annex), annex.blocks, strict=True)):
        sheet = book[name] if name in book.sheetnames else _by_place(book, place)
        rows, found = _read_sheet(block, sheet, Place(path.name, name))
        blocks.append(rows)
        findings += found
    return blocks, findings


def _by_place(book: openpyxl.Workbook, place: int) -> Worksheet | None:
    return book.worksheets[place] if place < len(book.worksheets) else None


def _read_sheet(block: Block, sheet: Worksheet | None, place: Place) -> tuple[Rows, list[Finding]]:
    lines = list(sheet.iter_rows(values_only=True)) if sheet is not None else []
    found = [_plain(header) for header in lines[0]] if lines else []
    headers = [_plain(header) for header in block.headers]
    missing = [header for header in headers if header not in found]
    if missing:
        return [], [finding("annex_header_missing", place, headers="、".join(missing))]
    columns = [found.index(header) for header in headers]
    rows = [[_text(line[column]) for column in columns] for line in lines[1:]]
    return [row for row in rows if any(_content(block, row))], []


def _content(block: Block, row: Sequence[str]) -> Iterable[str]:
    """Yield the cells of a row that say something: a running number alone does not."""
    return (text for column, text in zip(block.columns, row, strict=True) if column.shown_as != "number")


def _plain(text: object) -> str:
    return re.sub(r"\s+", "", str(text or ""))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return plain_number(value)
    return month(value) if isinstance(value, date) else str(value).strip()


def _write_sheet(book: xlsxwriter.Workbook, name: str, block: Block, rows: Rows) -> None:
    looks = {"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "vcenter", "border": 1}
    head = book.add_format({**looks, "bold": True, "align": "center", "bg_color": "#DDEBF7"})
    cell = book.add_format({**looks, "num_format": "@"})
    sheet = book.add_worksheet(name)
    for place, column in enumerate(block.columns):
        sheet.set_column(place, place, max(8, column.width * _WIDTH), cell)
        sheet.write_string(0, place, block.headers[place], head)
    for line, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(line, place, text, cell)
    sheet.freeze_panes(1, 0)
