"""Word documents: each table is a sheet, the paragraphs above it are its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from clusterkit.errors import ClusterkitError
from clusterkit.findings import Place, finding
from clusterkit.intake.readers.book import Book, Sheet, Spot, UnreadableFile
from clusterkit.intake.readers.notes import continues, near_notes
from clusterkit.intake.readers.numbered import numbered_names
from clusterkit.intake.readers.spread import Spanning, table_sheet
from clusterkit.word import ReadParagraph, ReadTable, read_blocks


def open_document(path: Path, file: str) -> Book:
    """Open a docx file; content controls are unwrapped, tracked changes are accepted."""
    try:
        blocks = read_blocks(path)
    except ClusterkitError as error:
        raise UnreadableFile(
            finding("file_unreadable", Place(file), reason="不是有效的 docx 文件")
        ) from error
    sheets = list(_sheets(blocks))
    lines = [line for block in blocks if isinstance(block, ReadParagraph) for line in block.text.splitlines()]
    book = Book(file, sheets) if sheets else numbered_names(lines, file)
    if book is None:
        raise UnreadableFile(finding("document_without_tables", Place(file)))
    return book


def _sheets(blocks: list[ReadParagraph | ReadTable]) -> Iterator[Sheet]:
    lines: list[str] = []
    number = 0
    for block in blocks:
        if isinstance(block, ReadParagraph):
            lines += block.text.splitlines()
            continue
        number += 1
        spot = Spot(number, follows=number > 1 and continues(lines))
        yield table_sheet(_cells(block), spot, near_notes(lines))
        lines = []


def _cells(table: ReadTable) -> Iterator[Spanning]:
    """Yield the cells; one that is continued below grows by those rows."""
    open_cells: dict[int, Spanning] = {}
    for at, (texts, spans) in enumerate(zip(table.rows, table.spans, strict=True)):
        column = 0
        going_on: dict[int, Spanning] = {}
        for text, span in zip(texts, spans, strict=True):
            above = open_cells.get(column)
            if text is None and above is not None:
                going_on[column] = replace(above, rows=above.rows + 1)
            else:
                going_on[column] = Spanning(text or "", at, column, 1, span)
            column += span
        yield from (cell for key, cell in open_cells.items() if not _grows(cell, going_on.get(key)))
        open_cells = going_on
    yield from open_cells.values()


def _grows(cell: Spanning, below: Spanning | None) -> bool:
    return below is not None and (below.row, below.column) == (cell.row, cell.column)
