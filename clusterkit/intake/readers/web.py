"""Web pages (saved as ``.html`` or, by government systems, as ``.xls``): each table is a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree, html

from clusterkit.findings import Place, finding
from clusterkit.intake.readers.book import Book, Sheet, Spot, UnreadableFile
from clusterkit.intake.readers.encoding import decode
from clusterkit.intake.readers.notes import continues, near_notes
from clusterkit.intake.readers.spread import flowed, table_sheet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.I)
_SPACE = re.compile(r"[^\S\xa0\u3000]+")  # what a browser shows as one space
_BLOCKS = {"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "table", "center"}
_SILENT = {"script", "style", "head", "noscript", "select", "template"}


def open_web_page(path: Path, file: str) -> Book:
    """Open the tables of a web page; tables that only lay out others are looked through."""
    text = _DECLARATION.sub("", decode(_page(path.read_bytes())).text.replace("\x00", ""))
    try:
        sheets = list(_sheets(html.document_fromstring(text)))
    except etree.ParserError:  # nothing but remarks
        sheets = []
    if not sheets:
        raise UnreadableFile(finding("document_without_tables", Place(file)))
    return Book(file, sheets)


def is_archive(start: bytes) -> bool:
    """Return whether a file is a page with all that belongs to it, as mail is packed (.mht, “单个文件网页”)."""
    return b"mime-version:" in start[:1024].lower()


def _page(data: bytes) -> bytes:
    """Return the page itself; of a packed one its largest part that is a page."""
    if not is_archive(data):
        return data
    parts = message_from_bytes(data, policy=policy.compat32).walk()
    pages = [part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html"]
    return max((page for page in pages if isinstance(page, bytes)), key=len, default=b"")


def _sheets(root: HtmlElement) -> Iterator[Sheet]:
    above: list[str] = []
    number = 0
    for part in _parts(root):
        if isinstance(part, str):
            above.append(part)
            continue
        number += 1
        lines = "".join(above).split("\n")
        spot = Spot(number, follows=number > 1 and continues(lines))
        yield table_sheet(flowed(_rows(part)), spot, near_notes(lines))
        above = []


def _parts(node: HtmlElement) -> Iterator[str | HtmlElement]:
    """Yield texts with the line breaks that a browser shows, and innermost tables, in their order."""
    yield _flat(node.text)
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _SILENT or _hidden(child):
            pass
        elif child.tag == "table" and child.find(".//table") is None:
            yield child
        else:
            turn = "\n" if child.tag in _BLOCKS else ""
            yield turn
            yield from _parts(child)
            yield turn
        yield _flat(child.tail)


def _rows(table: HtmlElement) -> Iterator[list[tuple[str, int, int]]]:
    for row in table.iter("tr"):
        if _hidden(row):
            continue
        cells = (cell for cell in row if cell.tag in ("td", "th") and not _hidden(cell))
        yield [(_text(cell), _span(cell, "rowspan"), _span(cell, "colspan")) for cell in cells]


def _text(cell: HtmlElement) -> str:
    lines = "".join(part for part in _parts(cell) if isinstance(part, str)).split("\n")
    return "\n".join(said for line in lines if (said := _SPACE.sub(" ", line).strip(" \xa0")))


def _span(cell: HtmlElement, name: str) -> int:
    said = (cell.get(name) or "").strip()
    return int(said) if said.isdigit() else 1


def _hidden(node: HtmlElement) -> bool:
    return bool(_HIDDEN.search(node.get("style") or ""))


def _flat(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")
