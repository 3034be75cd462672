"""One writer per format: each takes blocks and gives a function that writes a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

from making.docx_writer import write_docx
from making.layout import Block, Grid, Text
from making.office import convert, lock

Write = Callable[[Path], None]
_THIN = Border(*(Side(style="thin") for _ in range(4)))


def xlsx(*blocks: Block, sheet: str = "Sheet1", then: Callable[[Any], None] | None = None) -> Write:
    """A workbook of one sheet: texts are rows merged over the table; ``then`` gets the workbook."""

    def write(path: Path) -> None:
        book = openpyxl.Workbook()
        page = book.active
        page.title = sheet
        lay(page, blocks)
        if then:
            then(book)
        book.save(path)

    return write


def lay(page: Any, blocks: Sequence[Block], first: int = 1) -> int:
    """Lay blocks on a sheet from row ``first``; return the next free row."""
    width = max((len(row) for block in blocks if isinstance(block, Grid) for row in block.rows), default=1)
    row = first
    for block in blocks:
        if isinstance(block, Text):
            cell = page.cell(row, 1, block.text or None)
            cell.font = Font(
                name="宋体", bold=block.look == "title", size=16 if block.look == "title" else 11
            )
            if block.text and width > 1:
                page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
            row += 1
        elif isinstance(block, Grid):
            row = _grid(page, block, row)
    return row


def _grid(page: Any, grid: Grid, first: int) -> int:
    for at, cells in enumerate(grid.rows):
        for column, value in enumerate(cells, 1):
            cell = page.cell(first + at, column, None if value == "" else value)
            cell.border, cell.alignment = _THIN, Alignment(wrap_text=True, vertical="center")
            cell.font = Font(name="宋体", bold=at < grid.header)
    for (top, left), (bottom, right) in grid.merged:
        page.merge_cells(
            start_row=first + top, end_row=first + bottom, start_column=left + 1, end_column=right + 1
        )
    for column, wide in enumerate(grid.widths, 1):
        page.column_dimensions[openpyxl.utils.get_column_letter(column)].width = wide / 2
    return first + len(grid.rows)


def docx(*blocks: Block) -> Write:
    """A Word document."""
    return lambda path: write_docx(path, blocks)


def through(write: Write, suffix: str) -> Write:
    """What LibreOffice makes of the file that ``write`` writes (its suffix given)."""

    def converted(path: Path) -> None:
        with TemporaryDirectory() as folder:
            source = Path(folder) / f"source.{suffix}"
            write(source)
            convert(source, path)

    return converted


def pdf(*blocks: Block) -> Write:
    """A PDF printed from Word."""
    return through(docx(*blocks), "docx")


def xls(*blocks: Block, **options: Any) -> Write:
    """A workbook of Excel 97."""
    return through(xlsx(*blocks, **options), "xlsx")


def locked_xls(*blocks: Block, password: str = "VelvetSweatshop") -> Write:
    """A workbook of Excel 97 that is encrypted."""

    def write(path: Path) -> None:
        with TemporaryDirectory() as folder:
            xlsx(*blocks)(Path(folder) / "source.xlsx")
            lock(Path(folder) / "source.xlsx", path, password)

    return write


def text(
    rows: Sequence[Sequence[Any]], encoding: str = "utf-8", separator: str = ",", before: str = ""
) -> Write:
    """A text table."""
    buffer = io.StringIO()
    buffer.write(before)
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return raw(buffer.getvalue().encode(encoding))


def raw(data: bytes) -> Write:
    """Bytes as they are."""
    return lambda path: path.write_bytes(data) and None


def page(*blocks: Block, head: str = "", encoding: str = "utf-8", around: str = "{}") -> Write:
    """A web page."""
    body = "\n".join(_tag(block) for block in blocks)
    whole = f"<html><head>{head}</head><body>{around.format(body)}</body></html>"
    return raw(whole.encode(encoding))


def _tag(block: Block) -> str:
    if isinstance(block, Text):
        return f"<p align=center>{escape(block.text)}</p>"
    if not isinstance(block, Grid):
        return "<hr>"
    spans = {top: (bottom[0] - top[0] + 1, bottom[1] - top[1] + 1) for top, bottom in block.merged}
    covered = {
        (row, column)
        for (top, left), (bottom, right) in block.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    lines = []
    for row, cells in enumerate(block.rows):
        said = ""
        for column, value in enumerate(cells):
            if (row, column) in covered:
                continue
            down, across = spans.get((row, column), (1, 1))
            span = (f" rowspan={down}" if down > 1 else "") + (f" colspan={across}" if across > 1 else "")
            shown = escape(str(value)).replace("\n", "<br>") or "&nbsp;"
            said += f"\n    <td{span}>{shown}</td>"
        lines.append(f"  <tr>{said}\n  </tr>")
    return "<table border=1 cellspacing=0>\n" + "\n".join(lines) + "\n</table>"
