"""Printer: a formula as typeset mathematics that browsers show by themselves (MathML Core)."""

from __future__ import annotations

from functools import cached_property
from html import escape

from clusterkit.guide.formula.chinese import Chinese
from clusterkit.guide.formula.tree import (
    Arithmetic,
    Call,
    Either,
    Name,
    Negative,
    Node,
    Number,
    needs_brackets,
)
from clusterkit.guide.formula.wording import Wording

_SIGNS = {"+": "+", "-": "−", "*": "×"}
_NAMESPACE = "http://www.w3.org/1998/Math/MathML"


class MathML(Wording):
    """Prints the mathematics of a formula; words and names are escaped."""

    def print(self, node: Node) -> str:
        """Return the MathML of a formula or of a part of it (without the ``math`` element)."""
        match node:
            case Number(value):
                return _number(f"{value:f}")
            case Name(name):
                return _text(self.words(name))
            case Call("sum" | "count"):
                return self._call(node)
            case Negative(of):
                return _row(_sign("−"), self._side(of, "-", right=True))
            case Arithmetic("/", left, right):
                # a fraction's parts are as large as what stands beside it, so that Chinese words stay readable
                return f"<mfrac>{_full(self.print(left))}{_full(self.print(right))}</mfrac>"
            case Arithmetic(sign, left, right):
                one, other = (self._side(part, sign, right=part is right) for part in (left, right))
                return _row(one, _sign(_SIGNS[sign]), other)
            case Either(then, test, other):
                cases = _case(self.print(then), self.print(test)) + _case(self.print(other), _text("其他"))
                return _row(_sign("{"), f"<mtable>{cases}</mtable>")
            case _:  # what has no mathematics of its own is said in words
                return _text(self._words.print(node))

    def whole(self, tree: Node, unit: str, value: str = "") -> str:
        """Return the ``math`` element of the formula with its unit and, if given, the printed value.

        Examples
        --------
        >>> from clusterkit.guide.formula.parser import parse
        >>> from clusterkit.tables import tables
        >>> printed = MathML(tables()["enterprises"], {}, "企业").whole(parse("count()"), "个", "3")
        >>> "<mo>=</mo><mn>3</mn>" in printed and "<mtext>企业</mtext>" in printed
        True
        """
        percent = unit == "%"
        hundred = (_sign("×"), _number("100%")) if percent else ()
        body = [self._side(tree, "*", right=False) if percent else self.print(tree), *hundred]
        if value:
            body += [_sign("="), _number(value), '<mspace width="0.2em"/>', _text(unit)]
        return f'<math xmlns="{_NAMESPACE}" display="block">{_row(*body)}</math>'

    def _call(self, call: Call) -> str:
        if (figure := self.figure(call)) is not None:
            return _text(figure)
        sigma = '<mo largeop="true" movablelimits="false">∑</mo>'
        sigma = f"<munder>{sigma}{_text(self.population)}</munder>" if self.population else sigma
        if call.function == "count":
            return _row(sigma, _number("1"))
        parts = [self.print(part) for part in call.arguments]
        added = [parts[0], *(piece for part in parts[1:] for piece in (_sign("+"), part))]
        loose = call.arguments[1:] or isinstance(call.arguments[0], Arithmetic)
        return _row(sigma, _brackets(*added) if loose else parts[0])

    @cached_property
    def _words(self) -> Chinese:
        return Chinese(self.table, self.term_words, self.population, self.measure, self.totals)

    def _side(self, node: Node, sign: str, *, right: bool) -> str:
        inner = self.print(node)
        return _brackets(inner) if needs_brackets(node, sign, right=right) else inner


def _row(*parts: str) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def _full(part: str) -> str:
    return f'<mrow displaystyle="true" scriptlevel="0">{part}</mrow>'


def _brackets(*parts: str) -> str:
    return _row(_sign("("), *parts, _sign(")"))


def _case(value: str, test: str) -> str:
    return f"<mtr><mtd>{value}</mtd><mtd>{test}</mtd></mtr>"


def _sign(sign: str) -> str:
    return f"<mo>{sign}</mo>"


def _number(value: str) -> str:
    return f"<mn>{escape(value)}</mn>"


def _text(words: str) -> str:
    return f"<mtext>{escape(words)}</mtext>"
