"""Word documents as offices write them: 附件 mark, title in the middle, a ruled table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from making.layout import Block, Grid, Text

_ALIGNED = {"title": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_FONTS = {"title": ("方正小标宋简体", 18), "mark": ("仿宋_GB2312", 15)}


def write_docx(path: Path, blocks: Sequence[Block]) -> None:
    """Write blocks as a docx file."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    for block in blocks:
        if isinstance(block, Text):
            _paragraph(document, block)
        elif isinstance(block, Grid):
            _table(document, block)
        else:
            document.add_page_break()
    _slim(document)
    document.save(str(path))


def _slim(document: Any) -> None:
    """Leave out the template's picture and the styles that no one uses."""
    for key, relation in list(document.part.package.rels.items()):
        if "thumbnail" in relation.reltype:
            del document.part.package.rels[key]
    for style in list(document.styles.element):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in {
            "TableNormal",
            "TableGrid",
        }:
            document.styles.element.remove(style)


def _paragraph(document: Any, block: Text) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = _ALIGNED.get(block.look)
    _run(paragraph, block.text, *_FONTS.get(block.look, ("仿宋_GB2312", 12)))


def _run(paragraph: Any, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), font
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _table(document: Any, grid: Grid) -> None:
    width = max(map(len, grid.rows))
    table = document.add_table(len(grid.rows), width)
    table.style, table.autofit = "Table Grid", False
    for row, cells in zip(table.rows, grid.rows, strict=True):
        places = row.cells
        for column, value in enumerate(cells):
            paragraph = places[column].paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if len(str(value)) < 30 else None
            places[column].vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            _run(paragraph, str(value), "仿宋_GB2312", 10.5)
            if grid.widths:
                places[column].width = Mm(grid.widths[column])
        _row_properties(row, grid)
    for column, wide in enumerate(grid.widths):
        table.columns[column].width = Mm(wide)
    for (top, left), (bottom, right) in grid.merged:
        text = str(grid.rows[top][left])
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        assert merged.text == text


def _row_properties(row: Any, grid: Grid) -> None:
    properties = row._tr.get_or_add_trPr()
    if not grid.cut:
        properties.append(OxmlElement("w:cantSplit"))
    if row._index < grid.header and grid.repeat:
        properties.append(OxmlElement("w:tblHeader"))
