"""附表1—5 on the page: stacked blocks with their headers, rows, and how to fill them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clusterkit.forms.values import Rows
from clusterkit.word import Cell, Paragraph, Row, Table, paragraph

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Annex, Block, Column

_SHORT = 8  # rows up to which an annex is kept on one page
_STYLES = {"left": "TableLeft", "center": "TableText", "right": "TableRight"}


def annex_table(annex: Annex, blocks: Sequence[Rows], *, blank: bool) -> Table:
    """Return an annex as a table; a block without rows keeps the empty rows as printed.

    The header repeats on every page only where the table has one block, since Word repeats the first rows.
    """
    rows: list[Row] = []
    for place, block in enumerate(annex.blocks):
        given = blocks[place] if place < len(blocks) else ()
        rows.append(_header(block, repeat=len(annex.blocks) == 1))
        rows += _filled(block, given) if given else _printed(block, blank)
    if annex.footer:
        rows[-1] = replace(rows[-1], with_next=True)
        rows.append(_footer(annex))
    return Table(tuple(rows), together=len(rows) <= _SHORT and not annex.landscape)


def _header(block: Block, *, repeat: bool) -> Row:
    cells = (Cell(column.width, _paragraphs(column.header, "TableHead")) for column in block.columns)
    return Row(tuple(cells), header=repeat)


def _filled(block: Block, rows: Rows) -> list[Row]:
    return [
        Row(tuple(_cell(column, text) for column, text in zip(block.columns, row, strict=True)))
        for row in rows
    ]


def _printed(block: Block, blank: bool) -> list[Row]:
    rows = [[first, *([""] * (len(block.columns) - 1))] for first in block.printed]
    made = [
        Row(tuple(_cell(column, text) for column, text in zip(block.columns, row, strict=True)))
        for row in rows
    ]
    hinted = (_hint(column, cell, blank) for column, cell in zip(block.columns, made[0].cells, strict=True))
    return [Row(tuple(hinted)), *made[1:]]


def _hint(column: Column, cell: Cell, blank: bool) -> Cell:
    if not column.hint:
        return cell
    return Cell(cell.width, (paragraph(column.hint, "TableLeft", hint=not blank),))


def _cell(column: Column, text: str) -> Cell:
    return Cell(column.width, _paragraphs(text, _STYLES[column.align]))


def _paragraphs(text: str, style: str) -> tuple[Paragraph, ...]:
    return tuple(paragraph(line, style) for line in text.split("\n"))


def _footer(annex: Annex) -> Row:
    width = sum(column.width for column in annex.blocks[0].columns)
    return Row((Cell(width, tuple(paragraph(line, "TableLeft") for line in annex.footer)),))
