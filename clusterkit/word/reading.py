"""Reading Word files without losing text: content controls, tracked changes, text boxes, nested runs.

python-docx reads a cell whose text is in a content control as empty and leaves out tracked insertions.
Both are resolved in the XML first: what a person sees with all changes accepted is what is read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from clusterkit.errors import ClusterkitError

if TYPE_CHECKING:
    from lxml.etree import _Element

_BROKEN = (
    PackageNotFoundError, BadZipFile, zlib.error, etree.LxmlError, NotImplementedError, EOFError, KeyError,
    ValueError, OSError,
)  # fmt: skip
_WRAPPERS = [qn(f"w:{tag}") for tag in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple")]
_GONE = [qn(f"w:{tag}") for tag in ("del", "moveFrom")]
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{tag}") for tag in ("p", "tbl", "tr", "tc"))


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph outside tables: its text and the id of its style."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table: rows of cell texts, a cell that continues the one above as None.

    ``spans`` says of each cell how many columns of the table's grid it takes.
    """

    rows: tuple[tuple[str | None, ...], ...]
    spans: tuple[tuple[int, ...], ...] = field(default=(), compare=False)


def open_document(source: Path | bytes) -> Any:
    """Open a Word file with all wrappers undone and all changes accepted, as a python-docx document.

    Raises
    ------
    ClusterkitError
        If the file is not a readable .docx.
    """
    try:
        document = Document(BytesIO(source) if isinstance(source, bytes) else str(source))
    except _BROKEN as error:
        name = source.name if isinstance(source, Path) else "所给的文件"
        raise ClusterkitError(
            f"{name} 打不开，不是有效的 .docx 文件；请在 Word 或 WPS 中另存为 .docx 后再试。"
        ) from error
    resolve(document.element.body)
    return document


def resolve(root: _Element) -> None:
    """Undo content controls and accept tracked changes below ``root``, in place."""
    for row in list(root.iter(_ROW)):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            _remove(row)
    for dropped in list(root.iter(*_GONE, _FALLBACK)):
        _remove(dropped)
    for control in list(root.iter(qn("w:sdt"))):
        content = control.find(qn("w:sdtContent"))
        if content is not None and control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
            _blank(content)
        _replace(control, list(content) if content is not None else [])
    for wrapper in list(root.iter(*_WRAPPERS)):
        _replace(wrapper, [child for child in wrapper if not child.tag.endswith("Pr")])


def read_blocks(source: Path | bytes) -> list[ReadParagraph | ReadTable]:
    """Return the paragraphs and tables of a Word file in order, with every text a reader sees.

    Raises
    ------
    ClusterkitError
        If the file is not a readable .docx.
    """
    body = open_document(source).element.body
    return [_table(child) if child.tag == _TABLE else _paragraph(child) for child in _blocks(body)]


def _blank(content: _Element) -> None:
    """Empty a control that nobody filled: it shows 单击此处输入文字, which is no content."""
    for text in content.iter(qn("w:t")):
        text.text = ""


def read_text(source: Path | bytes) -> str:
    """Return all text of a Word file: a line a paragraph, a row's cells with tabs between them."""
    lines: list[str] = []
    for block in read_blocks(source):
        rows = ((block.text,),) if isinstance(block, ReadParagraph) else block.rows
        lines += ["\t".join(cell or "" for cell in row) for row in rows]
    return "\n".join(lines)


def element_text(element: _Element) -> str:
    """Return the text of a resolved paragraph or run; a text box within it follows on a line of its own."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag == _PARAGRAPH and node is not element:
            parts.append("\n")
        elif not _is_tab_stop(node):
            parts.append(_CHARACTERS.get(node.tag, ""))
    return "".join(parts)


def cell_text(cell: _Element) -> str:
    """Return the text of a resolved cell, a line a paragraph, tables within it included."""
    return "\n".join(element_text(paragraph) for paragraph in cell.iter(_PARAGRAPH) if _is_own(paragraph))


def _is_own(paragraph: _Element) -> bool:
    return next(paragraph.iterancestors(qn("w:txbxContent")), None) is None


def _is_tab_stop(node: _Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == qn("w:tabs")


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Yield paragraphs and tables in order; a table that only lays out others is looked through."""
    for child in parent:
        if child.tag == _TABLE and _lays_out(child):
            for cell in child.iterfind(f"{_ROW}/{_CELL}"):
                yield from _blocks(cell)
        elif child.tag in (_PARAGRAPH, _TABLE):
            yield child


def _lays_out(table: _Element) -> bool:
    """Return whether a table holds others that have more cells than it has itself."""
    own = len(table.findall(f"{_ROW}/{_CELL}"))
    return sum(1 for _ in table.iter(_CELL)) > 2 * own


def _paragraph(element: _Element) -> ReadParagraph:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return ReadParagraph(element_text(element), "" if style is None else style.get(qn("w:val"), ""))


def _table(element: _Element) -> ReadTable:
    rows = [_row(row) for row in element.findall(_ROW)]
    return ReadTable(
        tuple(tuple(text for text, _ in row) for row in rows),
        tuple(tuple(span for _, span in row) for row in rows),
    )


def _row(element: _Element) -> list[tuple[str | None, int]]:
    """Return the row's cells with their spans; what it is indented by counts as an empty cell."""
    before = _number(element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    cells = [(_cell(cell), _span(cell)) for cell in element.findall(_CELL)]
    return [("", before), *cells] if before else cells


def _span(cell: _Element) -> int:
    return max(1, _number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1))


def _number(element: _Element | None, without: int) -> int:
    said = "" if element is None else element.get(qn("w:val"), "")
    return int(said) if said.isdigit() else without


def _cell(element: _Element) -> str | None:
    merge = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    if merge is not None and merge.get(qn("w:val"), "continue") == "continue":
        return None
    return cell_text(element)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(element: _Element, children: list[_Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    position = parent.index(element)
    parent.remove(element)
    for offset, child in enumerate(children):
        parent.insert(position + offset, child)
