"""Elements of WordprocessingML, made in one call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TWIPS = 1440 / 25.4  # per millimetre


def element(tag: str, *children: _Element, **attributes: str | int) -> _Element:
    """Make ``w:tag`` with its ``w:`` attributes and children.

    Examples
    --------
    >>> element("jc", val="center").get(qn("w:val"))
    'center'
    """
    made: _Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, as Word keeps it."""
    return round(millimetres * TWIPS)


def printable(text: str) -> str:
    """Return ``text`` without the control characters that XML forbids, line ends unified."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
