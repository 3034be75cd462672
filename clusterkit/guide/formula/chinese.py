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
    needs_brackets,
)
from clusterkit.guide.formula.wording import Wording

_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
_COMPARED = {"==": "为", "!=": "不为", "<": "小于", "<=": "不晚于", ">": "大于", ">=": "不早于", "in": "属于"}
_FUNCTIONS = {
    "known": "填写了{0}", "first": "{0}（未填时为{1}）", "larger": "{0}、{1}中较大者", "starts_with": "{0}以{1}开头",
    "length": "{0}的字数", "year_of": "{0}的年份", "edition_year": "{0}里的年份",
}  # fmt: skip


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
                return f"−{self._side(of, '-', right=True)}"
            case Arithmetic(sign, left, right):
                one, other = (self._side(part, sign, right=part is right) for part in (left, right))
                return f"{one}{_SIGNS[sign]}{other}"
            case Comparison(sign, left, right):
                return f"{self.print(left)}{_COMPARED[sign]}{self.print(right)}"
            case Logic(sign, parts):
                words = [self._bracketed(part, isinstance(part, Logic)) for part in parts]
                return ("且" if sign == "and" else "或").join(words)
            case Not(of):
                return f"并非{self._bracketed(of, isinstance(of, Logic))}"
            case Either(then, test, other):
                return f"{self.print(other)}（{self.print(test)}时为{self.print(then)}）"
        raise TypeError(node)

    def _call(self, call: Call) -> str:
        parts = [self._bracketed(part, isinstance(part, Arithmetic)) for part in call.arguments]
        if call.function == "count":
            words = f"{self.population}数量"
        elif call.function == "sum":
            words = f"{self.population}{'、'.join(parts)}合计"
        else:
            words = _FUNCTIONS.get(call.function, "{0}").format(*parts)
        figure = self.figure(call)
        return words if figure is None else f"{words} {figure}"

    def _side(self, node: Node, sign: str, *, right: bool) -> str:
        return self._bracketed(node, needs_brackets(node, sign, right=right))

    def _bracketed(self, node: Node, loose: bool) -> str:
        return f"（{self.print(node)}）" if loose else self.print(node)
