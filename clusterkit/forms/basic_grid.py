"""一、集群基本信息: the grid of labels and settings as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from clusterkit.word import Cell, Paragraph, Row, Run, Table, paragraph

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Grid, GridCell


_WIDE = 60  # millimetres from which a cell's text begins at its left


def basic_table(grid: Grid, texts: Mapping[str, str], *, blank: bool) -> Table:
    """Return the grid with the texts of its settings; a placeholder gives way to a text."""
    rows = [Row(tuple(_cell(cell, texts.get(cell.setting, ""), blank) for cell in row)) for row in grid.rows]
    return Table(tuple(rows))


def _cell(cell: GridCell, text: str, blank: bool) -> Cell:
    if cell.above:
        return Cell(cell.width, above=True)
    return Cell(cell.width, (_content(cell, text.strip(), blank),))


def _content(cell: GridCell, text: str, blank: bool) -> Paragraph:
    if cell.label and not cell.setting:
        return paragraph(cell.label, "TableHead")
    if cell.label:  # the label stands in the value's cell: E-mail：
        return Paragraph((Run(cell.label), Run(text)), "TableLeft")
    shown = text or cell.placeholder
    return paragraph(shown, _style(cell), hint=not text and not blank)


def _style(cell: GridCell) -> str:
    return "TableLeft" if cell.width > _WIDE else "TableText"
