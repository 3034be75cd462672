"""Printer: a formula as typeset mathematics (LaTeX), plain or with the figures put in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.guide.formula.figures import amount
from clusterkit.guide.formula.tree import Arithmetic, Call, Either, Name, Negative, Node, Number
from clusterkit.tables import Table

_SIGNS = {"+": "+", "-": "-", "*": r"\times"}


@dataclass(frozen=True)
class Latex:
    """What mathematics is printed for: the table's headers, the terms' words, whose rows are summed.

    Parameters
    ----------
    totals
        Sums and counts to put in, with the unit of each; without it the symbols are printed.
    """

    table: Table
    term_words: Mapping[str, str]
    population: str = ""
    measure: str = "个"
    totals: Mapping[Node, tuple[Decimal | None, str]] | None = None

    def print(self, node: Node) -> str:
        """Return the LaTeX of a formula (without dollar signs)."""
        match node:
            case Number(value):
                return f"{value:f}"
            case Name(name):
                return _text(self._words(name))
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

    def _words(self, name: str) -> str:
        if name in self.table.fields:
            return self.table.fields[name].header
        return self.term_words.get(name, name)

    def _call(self, call: Call) -> str:
        if self.totals is not None and call in self.totals:
            value, unit = self.totals[call]
            return _text(amount(value, self.measure if call.function == "count" else unit))
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
