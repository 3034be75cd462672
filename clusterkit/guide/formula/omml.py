"""Printer: a formula as a native Word equation (OMML), plain or with the figures put in.

Words are upright text (``m:nor``) with a Chinese font of their own: Word's mathematical font has no Chinese.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from clusterkit.guide.formula.mathematics import Mathematics

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SIGNS = {"+": "+", "-": "−", "*": "×"}
_TEXT = (
    "<m:rPr><m:nor/></m:rPr>"
    '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/></w:rPr>'
)
_SYMBOL = (
    '<m:rPr><m:sty m:val="p"/></m:rPr>'
    '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math" w:eastAsia="仿宋"/></w:rPr>'
)


class Omml(Mathematics):
    """Prints the mathematics of a formula; words and names are escaped. `whole` gives the ``m:oMath`` element.

    Examples
    --------
    >>> from clusterkit.guide.formula.parser import parse
    >>> from clusterkit.tables import tables
    >>> printed = Omml(tables()["enterprises"], {}, "企业").whole(parse("count()"), "个", "3")
    >>> printed.startswith("<m:oMath ") and '<m:chr m:val="∑"/>' in printed
    True
    """

    def _number(self, figures: str) -> str:
        return _run(figures, _SYMBOL)

    def _text(self, words: str) -> str:
        return _run(words, _TEXT)

    def _minus(self, part: str) -> str:
        return _sign("−") + part

    def _fraction(self, above: str, below: str) -> str:
        return f"<m:f><m:num>{above}</m:num><m:den>{below}</m:den></m:f>"

    def _joined(self, sign: str, parts: Sequence[str]) -> str:
        return _sign(_SIGNS[sign]).join(parts)

    def _cases(self, cases: Sequence[tuple[str, str]]) -> str:
        rows = "".join(f"<m:mr><m:e>{value}</m:e><m:e>{test}</m:e></m:mr>" for value, test in cases)
        columns = '<m:mcs><m:mc><m:mcPr><m:count m:val="2"/><m:mcJc m:val="left"/></m:mcPr></m:mc></m:mcs>'
        matrix = f"<m:m><m:mPr>{columns}</m:mPr>{rows}</m:m>"
        return f'<m:d><m:dPr><m:begChr m:val="{{"/><m:endChr m:val=""/></m:dPr><m:e>{matrix}</m:e></m:d>'

    def _brackets(self, part: str) -> str:
        return f"<m:d><m:e>{part}</m:e></m:d>"

    def _sum(self, part: str) -> str:
        hidden = "" if self.population else '<m:subHide m:val="1"/>'
        looks = f'<m:chr m:val="∑"/><m:limLoc m:val="subSup"/>{hidden}<m:supHide m:val="1"/>'
        who = f"<m:sub>{self._text(self.population)}</m:sub>" if self.population else "<m:sub/>"
        return f"<m:nary><m:naryPr>{looks}</m:naryPr>{who}<m:sup/><m:e>{part}</m:e></m:nary>"

    def _whole(self, body: str, unit: str, value: str) -> str:
        said = _sign("=") + self._number(value) + self._text(f" {unit}") if value else ""
        return f'<m:oMath xmlns:m="{MATH}" xmlns:w="{WORD}">{body}{said}</m:oMath>'


def _run(text: str, looks: str) -> str:
    return f'<m:r>{looks}<m:t xml:space="preserve">{escape(text)}</m:t></m:r>'


def _sign(sign: str) -> str:
    return _run(sign, _SYMBOL)
