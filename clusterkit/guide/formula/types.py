"""Check that a formula fits: names exist, sides compare, amounts add up, and what the whole measures."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from clusterkit.guide.formula.quantity import COUNT, PURE, Quantity, quantity
from clusterkit.guide.formula.tokenizer import FormulaError
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
from clusterkit.tables import Table

Kind = Literal["number", "text", "date", "boolean", "set"]
_CHINESE = {"number": "数", "text": "文字", "date": "日期", "boolean": "是否", "set": "词表"}
_FIELD_KINDS: dict[str, Kind] = {
    "amount": "number", "number": "number", "year": "number", "boolean": "boolean", "date": "date", "until": "date",
}  # fmt: skip

#: What matching and the engine add to a row, beside its fields.
ROW_NAMES: dict[str, Kind] = {
    "included": "boolean", "excluded": "boolean", "branch": "boolean", "ambiguous": "boolean",
    "owner": "text", "owner_in_scope": "boolean", "institution_here": "boolean", "also_enterprise": "boolean",
    "_id": "text", "person_key": "text",
}  # fmt: skip
SCOPE_NAMES: dict[str, Kind] = {
    "scope.reference_year": "number", "scope.on": "date", "scope.on_year": "number",
    "scope.industries": "set", "scope.all_industries": "boolean",
    "scope.districts": "set", "scope.all_districts": "boolean",
}  # fmt: skip
#: function → kinds of its arguments (None: any; the last repeats), kind of the result (None: of the argument)
FUNCTIONS: dict[str, tuple[tuple[Kind | None, ...], Kind | None]] = {
    "known": ((None,), "boolean"),
    "first": ((None, None), None),
    "larger": (("number", "number"), "number"),
    "starts_with": (("text", None), "boolean"),
    "length": (("text",), "number"),
    "key": (("text",), "text"),
    "code_key": (("text",), "text"),
    "edition_key": (("text",), "text"),
    "edition_year": (("text",), "number"),
    "year_of": (("date",), "number"),
}


@dataclass(frozen=True)
class Type:
    """The kind of a value and, for numbers, what it measures."""

    kind: Kind
    quantity: Quantity = PURE


@dataclass(frozen=True)
class Vocabulary:
    """The names a formula over one table may use, with their types; terms are checked as their trees."""

    table: Table
    terms: Mapping[str, Node] = field(default_factory=dict)
    word_sets: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()

    def type_of(self, name: str) -> Type | None:
        """Return the type of a name, or None if there is no such name (terms are resolved by the checker)."""
        if name in self.table.fields:
            entry = self.table.fields[name]
            unit = entry.unit if entry.type == "amount" else None
            return Type(_FIELD_KINDS.get(entry.type, "text"), quantity(unit) if unit else Quantity())
        kind = ROW_NAMES.get(name) or SCOPE_NAMES.get(name)
        if kind:
            return Type(kind)
        prefix, _, rest = name.partition(".")
        if name in self.word_sets:
            return Type("set")
        if prefix == "choice" and rest in self.choices:
            return Type("text")
        if prefix == "unknown" and rest in self.table.fields:
            return Type("boolean")
        return None

    def nearest(self, name: str) -> str:
        """Return “，是否应为…” with the nearest name there is, or nothing."""
        known = [*self.table.fields, *self.terms, *ROW_NAMES, *SCOPE_NAMES, *self.word_sets]
        near = difflib.get_close_matches(name, known + [f"choice.{key}" for key in self.choices], 1)
        return f"，是否应为“{near[0]}”" if near else ""


def check(tree: Node, source: str, vocabulary: Vocabulary) -> Type:
    """Return the type of a formula.

    Raises
    ------
    FormulaError
        Where a name is unknown or the parts do not fit; the place is marked.
    """
    return _Checker(source, vocabulary).type(tree)


class _Checker:
    def __init__(self, source: str, vocabulary: Vocabulary) -> None:
        self.source, self.vocabulary = source, vocabulary

    def fault(self, message: str, node: Node) -> FormulaError:
        return FormulaError(message, self.source, node.span)

    def type(self, node: Node) -> Type:
        match node:
            case Number():
                return Type("number")
            case Text():
                return Type("text")
            case Name(name):
                return self.name(node, name)
            case Call(function, arguments):
                return self.call(node, function, arguments)
            case Negative(of):
                return self.want(of, "number")
            case Arithmetic(sign, left, right):
                return self.arithmetic(node, sign, self.want(left, "number"), self.want(right, "number"))
            case Comparison(sign, left, right):
                return self.comparison(node, sign, self.type(left), self.type(right))
            case Logic(_, parts):
                return [self.want(part, "boolean") for part in parts][-1]
            case Not(of):
                return self.want(of, "boolean")
            case Either(then, test, other):
                self.want(test, "boolean")
                return self.same(node, self.type(then), self.type(other))
        raise self.fault("此处不能用", node)

    def name(self, node: Node, name: str) -> Type:
        if (found := self.vocabulary.type_of(name)) is not None:
            return found
        if name in self.vocabulary.terms:
            return self.type(self.vocabulary.terms[name])
        table = self.vocabulary.table.name
        raise self.fault(f"“{table}”中没有“{name}”{self.vocabulary.nearest(name)}", node)

    def want(self, node: Node, kind: Kind) -> Type:
        found = self.type(node)
        if found.kind != kind:
            raise self.fault(f"此处应为{_CHINESE[kind]}，而不是{_CHINESE[found.kind]}", node)
        return found

    def same(self, node: Node, one: Type, other: Type) -> Type:
        if one.kind != other.kind or one.quantity != other.quantity:
            raise self.fault(f"两边不是同一种量（{_say(one)}、{_say(other)}）", node)
        return one

    def arithmetic(self, node: Node, sign: str, left: Type, right: Type) -> Type:
        if sign in "+-":
            return self.same(node, left, right)
        return Type("number", left.quantity.times(right.quantity, 1 if sign == "*" else -1))

    def comparison(self, node: Node, sign: str, left: Type, right: Type) -> Type:
        if sign == "in":
            if (left.kind, right.kind) != ("text", "set"):
                raise self.fault("in 的左边应为文字，右边应为词表", node)
        elif left.kind != right.kind:
            raise self.fault(f"{_CHINESE[left.kind]}与{_CHINESE[right.kind]}不能比较", node)
        return Type("boolean")

    def call(self, node: Node, function: str, arguments: tuple[Node, ...]) -> Type:
        if function == "count":
            return Type("number", COUNT)
        if function == "sum":
            kinds = [self.want(argument, "number") for argument in arguments]
            for other in kinds[1:]:
                self.same(node, kinds[0], other)
            return kinds[0]
        if function not in FUNCTIONS:
            near = difflib.get_close_matches(function, [*FUNCTIONS, "sum", "count"], 1)
            raise self.fault(f"没有函数“{function}”" + (f"，是否应为“{near[0]}”" if near else ""), node)
        return self.plain_call(node, function, arguments)

    def plain_call(self, node: Node, function: str, arguments: tuple[Node, ...]) -> Type:
        wanted, result = FUNCTIONS[function]
        if len(arguments) < len(wanted):
            raise self.fault(f"{function} 需要 {len(wanted)} 个参数", node)
        found = [self.type(argument) for argument in arguments]
        for argument, kind, have in zip(arguments, wanted, found, strict=False):
            if kind and have.kind != kind:
                raise self.fault(f"{function} 此处应为{_CHINESE[kind]}", argument)
        return Type(result) if result else found[0]


def _say(found: Type) -> str:
    return f"{_CHINESE[found.kind]} {found.quantity}" if found.kind == "number" else _CHINESE[found.kind]
