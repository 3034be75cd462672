"""Printer: a formula as typeset mathematics (LaTeX), plain or with the figures put in."""

from __future__ import annotations

from functools import cached_property

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
            case Call("sum" | "count"):
                return self._call(node)
            case Negative(of):
                return f"-{self._side(of, '-', right=True)}"
            case Arithmetic("/", left, right):
                return rf"\frac{{{self.print(left)}}}{{{self.print(right)}}}"
            case Arithmetic(sign, left, right):
                one, other = (self._side(part, sign, right=part is right) for part in (left, right))
                return f"{one} {_SIGNS[sign]} {other}"
            case Either(then, test, other):
                cases = rf"{self.print(then)} & {self.print(test)} \\ {self.print(other)} & {_text('其他')}"
                return rf"\begin{{cases}}{cases}\end{{cases}}"
            case _:  # what has no mathematics of its own is said in words
                return _text(self._words.print(node))

    def whole(self, tree: Node, unit: str, value: str = "") -> str:
        """Return the formula with its unit and, if given, the printed value: ``… = 4.88\\%``."""
        percent = unit == "%"
        body = self._side(tree, "*", right=False) + r" \times 100\%" if percent else self.print(tree)
        said = r"\%" if percent else _text(unit)
        return rf"{body} = {value}\,{said}" if value else body

    def _call(self, call: Call) -> str:
        if (figure := self.figure(call)) is not None:
            return _text(figure)
        who = rf"_{{{_text(self.population)}}}" if self.population else ""
        if call.function == "count":
            return rf"\sum{who} 1"
        parts = " + ".join(map(self.print, call.arguments))
        loose = call.arguments[1:] or isinstance(call.arguments[0], Arithmetic)
        return rf"\sum{who} " + (rf"\left({parts}\right)" if loose else parts)

    @cached_property
    def _words(self) -> Chinese:
        return Chinese(self.table, self.term_words, self.population, self.measure, self.totals)

    def _side(self, node: Node, sign: str, *, right: bool) -> str:
        return self._bracketed(node, needs_brackets(node, sign, right=right))

    def _bracketed(self, node: Node, loose: bool) -> str:
        return rf"\left({self.print(node)}\right)" if loose else self.print(node)


_ESCAPED = str.maketrans({char: f"\\{char}" for char in "%_&#$"})


def _text(words: str) -> str:
    return rf"\text{{{words.translate(_ESCAPED)}}}"
