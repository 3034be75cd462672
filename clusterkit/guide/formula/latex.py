"""Printer: a formula as typeset mathematics (LaTeX), plain or with the figures put in."""

from __future__ import annotations

from clusterkit.guide.formula.tree import Arithmetic, Call, Either, Name, Negative, Node, Number
from clusterkit.guide.formula.wording import Wording

_SIGNS = {"+": "+", "-": "-", "*": r"\times"}


class Latex(Wording):
    """Prints the mathematics of a formula."""

    def print(self, node: Node) -> str:
        """Return the LaTeX of a formula (without dollar signs)."""
        match node:
            case Number(value):
                return f"{value:f}"
            case Name(name):
                return _text(self.words(name))
            case Call():
                return self._call(node)
            case Negative(of):
                return f"-{self.print(of)}"
            case Arithmetic("/", left, right):
                return rf"\frac{{{self.print(left)}}}{{{self.print(right)}}}"
            case Arithmetic(sign, left, right):
                return f"{self._side(left, sign)} {_SIGNS[sign]} {self._side(right, sign)}"
            case Either(then, test, other):
                cases = rf"{self.print(then)} & {self.print(test)} \\ {self.print(other)} & {_text('其他')}"
                return rf"\begin{{cases}}{cases}\end{{cases}}"
        raise TypeError(node)

    def whole(self, tree: Node, unit: str, value: str = "") -> str:
        """Return the formula with its unit and, if given, the printed value: ``… = 4.88\\%``."""
        body = self.print(tree) + (r" \times 100\%" if unit == "%" else "")
        said = unit.replace("%", r"\%")
        return f"{body} = {value}\\,{_text(said) if unit != '%' else said}" if value else body

    def _call(self, call: Call) -> str:
        if (figure := self.figure(call)) is not None:
            return _text(figure)
        who = rf"_{{{_text(self.population)}}}" if self.population else ""
        if call.function == "count":
            return rf"\sum{who} 1"
        parts = " + ".join(map(self.print, call.arguments))
        return rf"\sum{who} " + (rf"\left({parts}\right)" if call.arguments[1:] else parts)

    def _side(self, node: Node, sign: str) -> str:
        loose = isinstance(node, Arithmetic) and node.sign in "+-" and sign == "*"
        return rf"\left({self.print(node)}\right)" if loose else self.print(node)


def _text(words: str) -> str:
    return rf"\text{{{words.replace('%', chr(92) + '%').replace('_', chr(92) + '_').replace('&', chr(92) + '&')}}}"
