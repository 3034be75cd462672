"""Paragraphs and runs as WordprocessingML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from clusterkit.word.content import Paragraph, Run
from clusterkit.word.xml import element, printable

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph_element(paragraph: Paragraph) -> _Element:
    """Return the ``w:p`` of a paragraph."""
    style = element("pPr", element("pStyle", val=paragraph.style))
    return element("p", style, *(run_element(run) for run in paragraph.runs if run.text))


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


def field_elements(instruction: str) -> list[_Element]:
    """Return the runs of a field (``PAGE``) that Word fills in."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    shown = element("t")
    shown.text = "1"
    return [
        element("r", element("fldChar", fldCharType="begin")),
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
