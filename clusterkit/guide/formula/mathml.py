"""Printer: a formula as typeset mathematics that browsers show by themselves (MathML Core)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from clusterkit.guide.formula.mathematics import Mathematics

_SIGNS = {"+": "+", "-": "−", "*": "×"}
_NAMESPACE = "http://www.w3.org/1998/Math/MathML"


class MathML(Mathematics):
    """Prints the mathematics of a formula; words and names are escaped. `whole` gives the ``math`` element.

    Examples
    --------
    >>> from clusterkit.guide.formula.parser import parse
    >>> from clusterkit.tables import tables
    >>> printed = MathML(tables()["enterprises"], {}, "企业").whole(parse("count()"), "个", "3")
    >>> "<mo>=</mo><mn>3</mn>" in printed and "<mtext>企业</mtext>" in printed
    True
    """

    def _number(self, figures: str) -> str:
        return f"<mn>{escape(figures)}</mn>"

    def _text(self, words: str) -> str:
        return f"<mtext>{escape(words)}</mtext>"

    def _minus(self, part: str) -> str:
        return _row(_sign("−"), part)

    def _fraction(self, above: str, below: str) -> str:
        # a fraction's parts are as large as what stands beside it, so that Chinese words stay readable
        return f"<mfrac>{_full(above)}{_full(below)}</mfrac>"

    def _joined(self, sign: str, parts: Sequence[str]) -> str:
        return _row(_sign(_SIGNS[sign]).join(parts))

    def _cases(self, cases: Sequence[tuple[str, str]]) -> str:
        rows = "".join(f"<mtr><mtd>{value}</mtd><mtd>{test}</mtd></mtr>" for value, test in cases)
        return _row(_sign("{"), f"<mtable>{rows}</mtable>")

    def _brackets(self, part: str) -> str:
        return _row(_sign("("), part, _sign(")"))

    def _sum(self, part: str) -> str:
        sigma = '<mo largeop="true" movablelimits="false">∑</mo>'
        over = f"<munder>{sigma}{self._text(self.population)}</munder>" if self.population else sigma
        return _row(over, part)

    def _whole(self, body: str, unit: str, value: str) -> str:
        said = [_sign("="), self._number(value), '<mspace width="0.2em"/>', self._text(unit)] if value else []
        return f'<math xmlns="{_NAMESPACE}" display="block">{_row(body, *said)}</math>'


def _row(*parts: str) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def _full(part: str) -> str:
    return f'<mrow displaystyle="true" scriptlevel="0">{part}</mrow>'


def _sign(sign: str) -> str:
    return f"<mo>{sign}</mo>"
