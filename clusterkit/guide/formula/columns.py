"""Printer: a row expression as a Narwhals expression, the same on every engine.

What does not depend on the row (a choice, the scope, a column that is absent) is worked out at once, so that
engines see only what is left. A comparison with something not known is false on every engine (``a != b`` is
the contrary of ``a == b``, and so true).
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.guide.formula.keys import code_key, edition_key, edition_year, text_key
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

_SIGNS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """What a row expression is printed for.

    Parameters
    ----------
    available
        The columns that the frame has, with the kind of each (``text``, ``boolean`` …); others are not known.
    parameters
        Values of the dotted names (``scope.on``, ``choice.patents``, ``level.national``).
    terms
        Named expressions.
    """

    available: Mapping[str, str]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    terms: Mapping[str, Node] = field(default_factory=dict)

    def print(self, node: Node) -> Any:
        """Return a Narwhals expression, or a plain value where the row does not matter (None: not known)."""
        match node:
            case Number(value):
                return int(value) if value == value.to_integral_value() else float(value)
            case Text(value):
                return value
            case Name(name):
                return self._name(name)
            case Negative(of):
                return _lift(operator.neg, self.print(of))
            case Arithmetic(sign, left, right):
                return _lift(_SIGNS[sign], self.print(left), self.print(right))
            case Comparison(sign, left, right):
                return _compare(sign, self.print(left), self.print(right))
            case Logic(sign, parts):
                return _logic(sign, [self.condition(part) for part in parts])
            case Not(of):
                return _negate(self.condition(of))
            case Either(then, test, other):
                return self._either(then, test, other)
            case Call(function, arguments):
                return _FUNCTIONS[function](*(self.print(argument) for argument in arguments))
        raise TypeError(node)

    def condition(self, node: Node) -> Any:
        """Return a condition that is true or false, never unknown."""
        found = self.print(node)
        if found is None:
            return False
        may_be_unknown = isinstance(node, (Name, Either)) and isinstance(found, nw.Expr)
        return found.fill_null(False) if may_be_unknown else found

    def amount(self, call: Call) -> Any:
        """Return what a row gives to a sum (the parts that are there) or a count (1)."""
        if call.function == "count":
            return 1
        parts = [part for part in map(self.print, call.arguments) if part is not None]
        if not parts:
            return None
        if len(parts) == 1:
            return parts[0]
        return nw.when(_any(~part.is_null() for part in parts)).then(nw.sum_horizontal(*parts))

    def _name(self, name: str) -> Any:
        if name in self.available:
            return nw.col(name)
        if name in self.terms:
            return self.print(self.terms[name])
        return self.parameters.get(name)

    def _either(self, then: Node, test: Node, other: Node) -> Any:
        holds = self.condition(test)
        if isinstance(holds, bool):
            return self.print(then if holds else other)
        one, two = self.print(then), self.print(other)
        if one is None and two is None:
            return None
        return nw.when(holds).then(_literal(one)).otherwise(_literal(two))


def _literal(value: Any) -> Any:
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def _lift(function: Any, *values: Any) -> Any:
    return None if any(value is None for value in values) else function(*values)


def _compare(sign: str, left: Any, right: Any) -> Any:
    if sign == "!=":
        return _negate(_compare("==", left, right))
    if left is None or right is None:
        return False
    if sign == "in":
        return _within(left, list(right))
    found = _SIGNS[sign](left, right)
    return found.fill_null(False) if isinstance(found, nw.Expr) else found


def _within(text: Any, words: list[str]) -> Any:
    if not words or not isinstance(text, nw.Expr):
        return bool(words) and text in words
    return text.is_in(words).fill_null(False)


def _negate(value: Any) -> Any:
    return ~value if isinstance(value, nw.Expr) else not value


def _logic(sign: str, parts: list[Any]) -> Any:
    decisive = sign == "or"
    if any(part is decisive for part in parts):
        return decisive
    left = [part for part in parts if isinstance(part, nw.Expr)]
    if not left:
        return not decisive
    return (
        (nw.any_horizontal if decisive else nw.all_horizontal)(*left, ignore_nulls=False)
        if left[1:]
        else left[0]
    )


def _any(parts: Any) -> Any:
    return nw.any_horizontal(*parts, ignore_nulls=False)


def _known(value: Any) -> Any:
    return ~value.is_null() if isinstance(value, nw.Expr) else value is not None


def _first(*values: Any) -> Any:
    left = [value for value in values if value is not None]
    return (nw.coalesce(*map(_literal, left)) if left[1:] else left[0]) if left else None


def _larger(*values: Any) -> Any:
    left = [value for value in values if value is not None]
    return (nw.max_horizontal(*map(_literal, left)) if left[1:] else left[0]) if left else None


def _starts_with(text: Any, prefixes: Any) -> Any:
    if text is None or prefixes is None:
        return False
    wanted = (prefixes,) if isinstance(prefixes, str) else tuple(prefixes)
    if not isinstance(text, nw.Expr):
        return text.startswith(wanted)
    found = [
        _one_length(text, size, [word for word in wanted if len(word) == size])
        for size in sorted({*map(len, wanted)})
    ]
    return _logic("or", found) if found else False


def _one_length(text: nw.Expr, size: int, prefixes: list[str]) -> nw.Expr:
    if len(prefixes) == 1:
        return text.str.starts_with(prefixes[0]).fill_null(False)
    return text.str.slice(0, size).is_in(prefixes).fill_null(False)


def _length(text: Any) -> Any:
    return text.str.len_chars() if isinstance(text, nw.Expr) else None if text is None else len(text)


def _year_of(day: Any) -> Any:
    return day.year if isinstance(day, date) else _lift(lambda column: column.dt.year(), day)


_FUNCTIONS = {
    "known": _known, "first": _first, "larger": _larger, "starts_with": _starts_with, "length": _length,
    "key": text_key, "code_key": code_key, "edition_key": edition_key, "edition_year": edition_year, "year_of": _year_of,
}  # fmt: skip
