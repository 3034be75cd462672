"""What the printers of mathematics share: the walk over a formula, and when brackets are needed.

A printer says only how its target writes a piece: a number, words, a fraction, a sum.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
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

PERCENT = "%"
OTHERWISE = "其他"


class Mathematics(Wording, ABC):
    """Prints the mathematics of a formula in one target's pieces."""

    def print(self, node: Node) -> str:
        """Return the mathematics of a formula or of a part of it."""
        match node:
            case Number(value):
                return self._number(f"{value:f}")
            case Name(name):
                return self._text(self.words(name))
            case Call("sum" | "count"):
                return self._call(node)
            case Negative(of):
                return self._minus(self._side(of, "-", right=True))
            case Arithmetic("/", left, right):
                return self._fraction(self.print(left), self.print(right))
            case Arithmetic(sign, left, right):
                return self._joined(
                    sign, [self._side(part, sign, right=part is right) for part in (left, right)]
                )
            case Either(then, test, other):
                return self._cases(
                    [(self.print(then), self.print(test)), (self.print(other), self._text(OTHERWISE))]
                )
            case _:  # what has no mathematics of its own is said in words
                return self._text(self._words.print(node))

    def whole(self, tree: Node, unit: str, value: str = "") -> str:
        """Return the formula with its unit and, if given, the printed value."""
        if unit != PERCENT:
            return self._whole(self.print(tree), unit, value)
        hundred = self._number(f"100{PERCENT}")
        return self._whole(self._joined("*", [self._side(tree, "*", right=False), hundred]), unit, value)

    def _call(self, call: Call) -> str:
        if (figure := self.figure(call)) is not None:
            return self._text(figure)
        if call.function == "count":
            return self._sum(self._number("1"))
        parts = [self.print(part) for part in call.arguments]
        added = self._joined("+", parts) if parts[1:] else parts[0]
        loose = parts[1:] or isinstance(call.arguments[0], Arithmetic)
        return self._sum(self._brackets(added) if loose else added)

    def _side(self, node: Node, sign: str, *, right: bool) -> str:
        inner = self.print(node)
        return self._brackets(inner) if needs_brackets(node, sign, right=right) else inner

    @cached_property
    def _words(self) -> Chinese:
        return Chinese(self.table, self.term_words, self.population, self.measure, self.totals)

    @abstractmethod
    def _number(self, figures: str) -> str: ...

    @abstractmethod
    def _text(self, words: str) -> str: ...

    @abstractmethod
    def _minus(self, part: str) -> str: ...

    @abstractmethod
    def _fraction(self, above: str, below: str) -> str: ...

    @abstractmethod
    def _joined(self, sign: str, parts: Sequence[str]) -> str:
        """Return parts with one of ``+ - *`` between them."""

    @abstractmethod
    def _cases(self, cases: Sequence[tuple[str, str]]) -> str:
        """Return values, each with when it holds, behind a brace."""

    @abstractmethod
    def _brackets(self, part: str) -> str: ...

    @abstractmethod
    def _sum(self, part: str) -> str:
        """Return the sum of a part over the population."""

    @abstractmethod
    def _whole(self, body: str, unit: str, value: str) -> str:
        """Return the formula as it stands in a text, behind it the value if one is given."""
