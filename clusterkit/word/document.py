"""A whole Word file from blocks: our template, the blocks, the pages, and a zip that never varies."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml.ns import qn

from clusterkit.word.content import Block, Equation, Margins, Paragraph, Picture, Table, Turn
from clusterkit.word.equation import equation_element
from clusterkit.word.grid import table_element
from clusterkit.word.page import mark_pages, number_pages, section_element
from clusterkit.word.paragraphs import paragraph_element, set_section
from clusterkit.word.picture import picture_element

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST = "[Content_Types].xml"
_MOMENT = (1980, 1, 1, 0, 0, 0)


def write_document(
    blocks: Iterable[Block], *, title: str, watermark: str | None = None, margins: Margins | None = None
) -> bytes:
    """Return a Word file that holds ``blocks``, the same bytes for the same blocks.

    Parameters
    ----------
    blocks
        Paragraphs, tables and turns of the page, in their order.
    title
        The document's title in its properties.
    watermark
        Words to print across every page, None for none.
    margins
        Of all pages; None for those of official papers.

    Examples
    --------
    >>> from clusterkit.word.content import paragraph
    >>> write_document([paragraph("你好")], title="例")[:2]
    b'PK'
    """
    document = Document(BytesIO(_template()))
    document.core_properties.title = title
    _fill_body(document, list(blocks), margins)
    number_pages(document.sections[0])
    if watermark:
        mark_pages(document.sections[0], watermark)
    return pack(document)


def pack(document: Any) -> bytes:
    """Return a python-docx document as bytes with fixed times and order of its parts."""
    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream) as archive:
        return zip_parts({name: archive.read(name) for name in archive.namelist()})


def zip_parts(parts: dict[str, bytes]) -> bytes:
    """Return parts by name as a zip whose bytes depend on nothing else."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def _template() -> bytes:
    return zip_parts(dict(_parts(files("clusterkit.word") / "template", "")))


def _parts(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _parts(item, f"{prefix}{item.name}/")
        else:
            yield f"{prefix}{item.name}", item.read_bytes()


def _fill_body(document: Any, blocks: list[Block], margins: Margins | None) -> None:
    body: _Element = document.element.body
    last = body.find(qn("w:sectPr"))
    assert last is not None
    landscape = False
    for block in blocks:
        if isinstance(block, Turn):
            _end_section(last, section_element(landscape, margins))
            landscape = block.landscape
        else:
            last.addprevious(_block_element(block, document.part))
    _end_with_paragraph(last)
    body.replace(last, section_element(landscape, margins))


def _block_element(block: Paragraph | Equation | Table | Picture, part: Any) -> _Element:
    if isinstance(block, Equation):
        return equation_element(block)
    if isinstance(block, Picture):
        return picture_element(block, part)
    return table_element(block) if isinstance(block, Table) else paragraph_element(block)


def _end_section(last: _Element, section: _Element) -> None:
    _end_with_paragraph(last)
    previous = last.getprevious()
    if previous is not None:
        set_section(previous, section)


def _end_with_paragraph(last: _Element) -> None:
    """Word wants a paragraph after a table that ends a section or the text: one hardly to be seen."""
    previous = last.getprevious()
    if previous is not None and previous.tag == qn("w:tbl"):
        last.addprevious(paragraph_element(Paragraph(style="Gap")))
