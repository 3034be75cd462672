"""Paragraphs and runs as WordprocessingML."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from docx.oxml.ns import qn

from clusterkit.word.content import Paragraph, Run
from clusterkit.word.xml import element, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph_element(paragraph: Paragraph) -> _Element:
    """Return the ``w:p`` of a paragraph."""
    style = element("pPr", element("pStyle", val=paragraph.style))
    made = chain.from_iterable(map(_run_elements, paragraph.runs))
    return element("p", style, *(_marked(paragraph.anchor, made) if paragraph.anchor else made))


def _marked(anchor: str, runs: Iterable[_Element]) -> list[_Element]:
    """Put the bookmark around what a paragraph says; its number follows from its name."""
    number = crc32(anchor.encode()) & 0x7FFFFFFF
    start = element("bookmarkStart", id=number, name=anchor)
    return [start, *runs, element("bookmarkEnd", id=number)]


def _run_elements(run: Run) -> list[_Element]:
    if run.page_of:
        return field_elements(f"PAGEREF {run.page_of} \\h", run.text, stale=True)
    if not run.text:
        return []
    made = run_element(run)
    return [element("hyperlink", made, anchor=run.to, history=1)] if run.to else [made]


def run_element(run: Run) -> _Element:
    """Return the ``w:r`` of a run.

    Quotation marks, dashes and dots belong to both scripts; the hint gives them the Chinese font.
    """
    looks = element("rPr")
    if run.hint:
        looks.append(element("rStyle", val="Hint"))
    if not run.text.isascii():
        looks.append(element("rFonts", hint="eastAsia"))
    if run.bold:
        looks.extend((element("b"), element("bCs")))
    return element("r", *([looks] if len(looks) else []), *_text_elements(printable(run.text)))


def field_elements(instruction: str, text: str = "1", *, stale: bool = False) -> list[_Element]:
    """Return the runs of a field (``PAGE``) that Word fills in; ``stale`` has it do so when it opens the file."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    shown = element("t")
    shown.text = text
    return [
        element("r", element("fldChar", fldCharType="begin", **({"dirty": "true"} if stale else {}))),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", shown),
        element("r", element("fldChar", fldCharType="end")),
    ]


def set_section(paragraph: _Element, section: _Element) -> None:
    """End a section with ``paragraph``."""
    properties = paragraph.find(qn("w:pPr"))
    assert properties is not None
    properties.append(section)


def _text_elements(text: str) -> list[_Element]:
    return [_text_element(part) for part in re.split(r"([\n\t])", text) if part]


def _text_element(part: str) -> _Element:
    if part in "\n\t":
        return element("br" if part == "\n" else "tab")
    made = element("t")
    made.text = part
    made.set(_XML_SPACE, "preserve")
    return made
