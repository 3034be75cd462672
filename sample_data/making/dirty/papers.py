"""Word documents as offices write them: 附件 mark, title in the middle, a ruled table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from clusterkit.word.document import pack
from making.dirty.layout import Block, Grid, Text

_ALIGNED = {"title": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_FONTS = {"title": ("方正小标宋简体", 18), "mark": ("黑体", 15)}
_BODY = ("仿宋_GB2312", 12)
_CELL = ("仿宋_GB2312", 10.5)
_STYLES = {"TableNormal", "TableGrid"}


def write_paper(path: Path, blocks: Sequence[Block], then: Callable[[Any], None] | None = None) -> None:
    """Write blocks as a docx file, the same bytes every time; ``then`` gets the document before it is saved."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    for block in blocks:
        if isinstance(block, Text):
            _paragraph(document, block)
        elif isinstance(block, Grid):
            _table(document, block)
        else:
            document.add_page_break()
    if then:
        then(document)
    _slim(document)
    path.write_bytes(pack(document))


def _slim(document: Any) -> None:
    """Leave out the template's picture and the styles that no one uses."""
    for key, relation in list(document.part.package.rels.items()):
        if "thumbnail" in relation.reltype:
            del document.part.package.rels[key]
    for style in list(document.styles.element):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _STYLES:
            document.styles.element.remove(style)


def _paragraph(document: Any, block: Text) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = _ALIGNED.get(block.look)
    paragraph.paragraph_format.space_after = Pt(4)
    _run(paragraph, block.text, *_FONTS.get(block.look, _BODY))


def _run(paragraph: Any, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), font
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _table(document: Any, grid: Grid) -> None:
    table = document.add_table(len(grid.rows), max(map(len, grid.rows)))
    table.style, table.autofit = "Table Grid", False
    for number, (row, cells) in enumerate(zip(table.rows, grid.rows, strict=True)):
        places = row.cells
        for column, value in enumerate(cells):
            _cell(places[column], "" if value is None else str(value))
            if grid.widths:
                places[column].width = Mm(grid.widths[column])
        _row_properties(row, number < grid.header and grid.repeat)
    for column, wide in enumerate(grid.widths):
        table.columns[column].width = Mm(wide)
    for first, last in grid.merged:
        merged = table.cell(*first).merge(table.cell(*last))
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)


def _cell(cell: Any, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if len(text) < 24 else None
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    _run(paragraph, text, *_CELL)


def _row_properties(row: Any, again: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if again:
        properties.append(OxmlElement("w:tblHeader"))
