"""Check that a formula fits: names exist, sides compare, amounts add up, and what the whole measures."""

from __future__ import annotations

import difflib

from clusterkit.guide.formula.quantity import COUNT
from clusterkit.guide.formula.tokenizer import FormulaError
from clusterkit.guide.formula.tree import (
    AGGREGATES,
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
    aggregates,
    children,
)
from clusterkit.guide.formula.vocabulary import Kind, Type, Vocabulary

_CHINESE = {"number": "数", "text": "文字", "date": "日期", "boolean": "是否", "set": "词表"}
#: function → kinds of its arguments (None: any), kind of the result (None: of the argument)
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
_ALIKE = frozenset({"first", "larger"})  # take two arguments or more, all of one kind and quantity


def check(tree: Node, source: str, vocabulary: Vocabulary) -> Type:
    """Return the type of a formula.

    Raises
    ------
    FormulaError
        Where a name is unknown or the parts do not fit; the place is marked.
    """
    checker = _Checker(source, vocabulary)
    if aggregates(tree):
        checker.of_totals(tree)
    return checker.type(tree)


class _Checker:
    def __init__(self, source: str, vocabulary: Vocabulary) -> None:
        self.source, self.vocabulary = source, vocabulary
        self.within: list[str] = []  # the terms that are being looked into

    def fault(self, message: str, node: Node) -> FormulaError:
        return FormulaError(message, self.source, node.span)

    def of_totals(self, node: Node) -> None:
        """Refuse what an indicator's formula may not have outside its sums and counts."""
        match node:
            case Number() | Call("sum" | "count"):
                return
            case Negative() | Arithmetic():
                for part in children(node):
                    self.of_totals(part)
            case _:
                raise self.fault("指标公式只能用 sum(…)、count() 和数字作加减乘除", node)

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
            return self.term(node, name, self.vocabulary.terms[name])
        table = self.vocabulary.table.name
        raise self.fault(f"“{table}”中没有“{name}”{self.vocabulary.nearest(name)}", node)

    def term(self, node: Node, name: str, tree: Node) -> Type:
        """Look into a term; a fault in it is marked where the term stands, since its source is another."""
        if name in self.within:
            raise self.fault(f"“{name}”用到了自己", node)
        if aggregates(tree):
            raise self.fault(f"“{name}”里有 sum 或 count，只有指标的公式才能用", node)
        self.within.append(name)
        try:
            return self.type(tree)
        except FormulaError as error:
            raise self.fault(f"用到的“{name}”在此不成立：{error.reason}", node) from None
        finally:
            self.within.pop()

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
        elif left.quantity.powers and right.quantity.powers and left.quantity != right.quantity:
            raise self.fault(f"{_say(left)}与{_say(right)}不能比较", node)
        return Type("boolean")

    def call(self, node: Node, function: str, arguments: tuple[Node, ...]) -> Type:
        if function == "count":
            return self.count(arguments)
        if function == "sum":
            return self.sum(node, arguments)
        if function not in FUNCTIONS:
            near = difflib.get_close_matches(function, [*FUNCTIONS, *sorted(AGGREGATES)], 1)
            raise self.fault(f"没有函数“{function}”" + (f"，是否应为“{near[0]}”" if near else ""), node)
        return self.plain_call(node, function, arguments)

    def count(self, arguments: tuple[Node, ...]) -> Type:
        if arguments:
            raise self.fault("count() 的括号里不写东西", arguments[0])
        return Type("number", COUNT)

    def sum(self, node: Node, arguments: tuple[Node, ...]) -> Type:
        if not arguments:
            raise self.fault("sum 至少需要 1 个参数", node)
        if inner := next(filter(aggregates, arguments), None):
            raise self.fault("sum 里不能再有 sum 或 count", inner)
        return self.alike(node, [self.want(argument, "number") for argument in arguments])

    def alike(self, node: Node, found: list[Type]) -> Type:
        for other in found[1:]:
            self.same(node, found[0], other)
        return found[0]

    def plain_call(self, node: Node, function: str, arguments: tuple[Node, ...]) -> Type:
        wanted, result = FUNCTIONS[function]
        if len(arguments) < len(wanted) or (len(arguments) > len(wanted) and function not in _ALIKE):
            raise self.fault(f"{function} 需要 {len(wanted)} 个参数", node)
        found = [self.type(argument) for argument in arguments]
        for argument, kind, have in zip(arguments, wanted, found, strict=False):
            if kind and have.kind != kind:
                raise self.fault(f"{function} 此处应为{_CHINESE[kind]}", argument)
        if function in _ALIKE:
            return self.alike(node, found)
        if function == "starts_with" and found[1].kind not in ("text", "set"):
            raise self.fault("starts_with 的第二个参数应为文字或词表", arguments[1])
        return Type(result) if result else found[0]


def _say(found: Type) -> str:
    return f"{_CHINESE[found.kind]} {found.quantity}" if found.kind == "number" else _CHINESE[found.kind]
