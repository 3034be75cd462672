"""Printer: a formula as words in Chinese, plain or with the figures put in."""

from __future__ import annotations

from clusterkit.guide.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Either,
    Logic,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Text,
)
from clusterkit.guide.formula.wording import Wording

_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
_COMPARED = {"==": "为", "!=": "不为", "<": "小于", "<=": "不晚于", ">": "大于", ">=": "不早于", "in": "属于"}


class Chinese(Wording):
    """Prints the words of a formula."""

    def print(self, node: Node) -> str:
        """Return the words of a formula or of a part of it."""
        match node:
            case Number(value):
                return f"{value:f}"
            case Text(value):
                return f"“{value}”"
            case Name(name):
                return self.words(name)
            case Call():
                return self._call(node)
            case Negative(of):
                return f"−{self.print(of)}"
            case Arithmetic(sign, left, right):
                return f"{self._side(left, sign)}{_SIGNS[sign]}{self._side(right, sign)}"
            case Comparison(sign, left, right):
                return f"{self.print(left)}{_COMPARED[sign]}{self.print(right)}"
            case Logic(sign, parts):
                return ("且" if sign == "and" else "或").join(map(self.print, parts))
            case Not(of):
                return f"并非{self.print(of)}"
            case Either(then, test, other):
                return f"{self.print(other)}（{self.print(test)}时为{self.print(then)}）"
        raise TypeError(node)

    def _call(self, call: Call) -> str:
        if call.function == "count":
            words = f"{self.population}数量"
        elif call.function == "sum":
            words = f"{self.population}{'、'.join(map(self.print, call.arguments))}合计"
        else:
            words = "、".join(map(self.print, call.arguments))
        figure = self.figure(call)
        return words if figure is None else f"{words} {figure}"

    def _side(self, node: Node, sign: str) -> str:
        loose = isinstance(node, Arithmetic) and node.sign in "+-" and sign in "*/"
        return f"（{self.print(node)}）" if loose else self.print(node)
