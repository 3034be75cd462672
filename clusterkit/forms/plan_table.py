"""The tables of a plan: a header that repeats on every page, cells aligned by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clusterkit.forms.values import Rows
from clusterkit.word import Cell, Paragraph, Row, Table, paragraph

Columns = tuple[tuple[str, float, str], ...]  # header, millimetres, alignment
_STYLES = {"left": "TableLeft", "center": "TableText", "right": "TableRight"}
_SHORT = 8  # rows up to which a table is kept on one page


def plan_table(columns: Columns, rows: Rows, *, noted: bool = False) -> Table:
    """Return a table; ``noted`` where a note follows it."""
    made = [_header(columns), *(_row(columns, row) for row in rows)]
    return Table(tuple(made), together=len(made) <= _SHORT, noted=noted)


def year_table(columns: Columns, rows: Mapping[str, Rows], *, noted: bool = False) -> Table:
    """Return a table in which a line of its own stands above the rows of each year."""
    made = [_header(columns)]
    width = sum(width for _, width, _ in columns)
    for year, listed in rows.items():
        made.append(Row((Cell(width, (paragraph(year, "TableHead"),)),), with_next=True))
        made += [_row(columns, row) for row in listed]
    return Table(tuple(made), noted=noted)


def _header(columns: Columns) -> Row:
    return Row(
        tuple(Cell(width, _paragraphs(header, "TableHead")) for header, width, _ in columns), header=True
    )


def _row(columns: Columns, row: Sequence[str]) -> Row:
    return Row(
        tuple(
            Cell(width, _paragraphs(str(text), _STYLES[align]))
            for (_, width, align), text in zip(columns, row, strict=True)
        )
    )


def _paragraphs(text: str, style: str) -> tuple[Paragraph, ...]:
    return tuple(paragraph(line, style) for line in text.split("\n"))
