"""Mathematics as a line of text, for a program that leaves out what it cannot set."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from clusterkit.word.content import Run
from clusterkit.word.paragraphs import run_element

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIMPLE = 1  # an element of so many runs needs no brackets above or below a line


def with_linear_mathematics(document: bytes) -> bytes:
    """Return a Word file whose equations are lines of text; the file itself where it has none, or is damaged."""
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return document
    opened = docx.Document(io.BytesIO(document))
    lines = list(opened.element.body.iter(qn("m:oMathPara")))
    if not lines:
        return document
    for line in lines:
        line.getparent().replace(line, run_element(Run(linear(line))))
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def linear(mathematics: _Element) -> str:
    """Return an equation as a person would type it.

    Examples
    --------
    >>> from docx.oxml import parse_xml
    >>> from docx.oxml.ns import nsdecls
    >>> run = "<m:r><m:t>{}</m:t></m:r>".format
    >>> half = f"<m:f><m:num>{run('甲')}{run('+')}{run('乙')}</m:num><m:den>{run('2')}</m:den></m:f>"
    >>> linear(parse_xml(f"<m:oMath {nsdecls('m')}>{half}{run('×')}{run('3')}</m:oMath>"))
    '(甲+乙)÷2×3'
    """
    return "".join(_text(part) for part in mathematics)


def _text(part: _Element) -> str:
    match part.tag.rpartition("}")[2]:
        case "r":
            return "".join(text.text or "" for text in part.iter(qn("m:t")))
        case "f":
            return f"{_bracketed(part, 'num')}÷{_bracketed(part, 'den')}"
        case "d":
            return _delimited(part)
        case "nary":
            who = linear(_child(part, "sub"))
            return (
                f"{_sign(part, 'naryPr', 'chr', '∑')}{f'[{who}]' if who else ''}{linear(_child(part, 'e'))}"
            )
        case "m":
            return "；".join("，".join(linear(cell) for cell in row) for row in part.iter(qn("m:mr")))
        case "oMath" | "e":
            return linear(part)
        case _:
            return ""


def _child(part: _Element, name: str) -> _Element:
    found = part.find(qn(f"m:{name}"))
    assert found is not None, name
    return found


def _bracketed(part: _Element, name: str) -> str:
    inside = _child(part, name)
    return linear(inside) if len(inside) == _SIMPLE else f"({linear(inside)})"


def _delimited(part: _Element) -> str:
    begin, end = (_sign(part, "dPr", name, sign) for name, sign in (("begChr", "("), ("endChr", ")")))
    return f"{begin}{''.join(linear(one) for one in part.iterchildren(qn('m:e')))}{end}"


def _sign(part: _Element, properties: str, name: str, usual: str) -> str:
    looks = part.find(f"{qn(f'm:{properties}')}/{qn(f'm:{name}')}")
    return usual if looks is None else str(looks.get(qn("m:val"), usual))
