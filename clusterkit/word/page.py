"""The page: size and margins (GB/T 9704), the number at its foot, a watermark behind the text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml

from clusterkit.word.content import Margins, Run
from clusterkit.word.paragraphs import field_elements, run_element
from clusterkit.word.xml import element, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGE = (210, 297)
_MARGINS = Margins(top=37, right=26, bottom=35, left=28, footer=25)
_LYING_MARGINS = Margins(top=28, right=35, bottom=26, left=37, footer=16)
_HEADER, _MARK = (
    15,
    8,
)  # from the edge, and what the line that holds a watermark takes: text never gives way to it


def section_element(landscape: bool, margins: Margins | None = None) -> _Element:
    """Return the ``w:sectPr`` of a standing or a lying A4 page; without ``margins`` those of official papers."""
    width, height = map(twips, reversed(_PAGE) if landscape else _PAGE)
    size: dict[str, str | int] = {"w": width, "h": height}
    if landscape:
        size["orient"] = "landscape"
    margins = margins or (_LYING_MARGINS if landscape else _MARGINS)
    lengths = {name: twips(length) for name, length in margins._asdict().items()}
    footer = lengths.pop("footer")
    return element(
        "sectPr",
        element("type", val="nextPage"),
        element("pgSz", **size),
        element("pgMar", **lengths, header=twips(min(_HEADER, margins.top - _MARK)), footer=footer, gutter=0),
    )


def number_pages(section: Any) -> None:
    """Print “— 1 —” at the foot of the pages of a python-docx section and those that follow it."""
    paragraph = section.footer.paragraphs[0]._p
    paragraph.clear()
    paragraph.append(element("pPr", element("pStyle", val="Footer")))
    paragraph.extend([run_element(Run("— ")), *field_elements("PAGE"), run_element(Run(" —"))])


def mark_pages(section: Any, words: str) -> None:
    """Print ``words`` large and grey across the pages, as Word's own watermarks are made."""
    paragraph = section.header.paragraphs[0]._p
    paragraph.clear()
    paragraph.append(element("pPr", element("pStyle", val="Header")))
    paragraph.append(element("r", parse_xml(_WATERMARK.format(words=escape(words)))))


_WATERMARK = """\
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>\
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>\
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>\
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>\
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>\
<v:shape id="watermark" type="#_x0000_t136" alt="{words}" stroked="f" fillcolor="#c0c0c0"
 style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:133pt;rotation:315;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;\
mso-position-vertical-relative:margin"><v:fill opacity=".4"/>\
<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="{words}"/></v:shape></w:pict>"""
