"""A line of mathematics as WordprocessingML: the printed ``m:oMath``, set left, in the size of its surroundings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from clusterkit.word.content import Equation
from clusterkit.word.xml import element, printable

if TYPE_CHECKING:
    from lxml.etree import _Element


def equation_element(equation: Equation) -> _Element:
    """Return the ``w:p`` of an equation.

    Examples
    --------
    >>> from docx.oxml.ns import nsdecls
    >>> made = equation_element(Equation(f"<m:oMath {nsdecls('m', 'w')}><m:r><m:t>1</m:t></m:r></m:oMath>"))
    >>> [part.tag.rpartition("}")[2] for part in made]
    ['pPr', 'oMathPara']
    """
    mathematics: _Element = parse_xml(printable(equation.omml))
    _size(mathematics, round(equation.size * 2))
    line: _Element = OxmlElement("m:oMathPara")
    looks: _Element = OxmlElement("m:oMathParaPr")
    side: _Element = OxmlElement("m:jc")
    side.set(qn("m:val"), "left")
    looks.append(side)
    line.extend((looks, mathematics))
    return element("p", element("pPr", element("pStyle", val=equation.style)), line)


def _size(mathematics: _Element, half_points: int) -> None:
    for looks in mathematics.iter(qn("w:rPr")):
        looks.extend((element("sz", val=half_points), element("szCs", val=half_points)))
