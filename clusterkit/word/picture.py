"""A picture as DrawingML: in a line of its own, with its alternative text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from clusterkit.word.content import Picture
from clusterkit.word.xml import element, printable

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMU = 36000  # English Metric Units a millimetre


def picture_element(picture: Picture, part: Any) -> _Element:
    """Return the ``w:p`` that holds a picture; ``part`` is the document's, which keeps the file."""
    inline = part.new_pic_inline(BytesIO(picture.data), width=round(picture.width * _EMU), height=None)
    for side in "TBLR":  # LibreOffice takes an eighth of an inch where nothing is said, and moves the picture
        inline.set(f"dist{side}", "0")
    properties = inline.find(qn("wp:docPr"))
    properties.set("descr", printable(picture.alternative))
    style = element("pPr", element("pStyle", val="Picture"))
    return element("p", style, element("r", element("drawing", inline)))
