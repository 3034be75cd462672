"""The tree of a formula: typed, frozen nodes without behaviour (each printer walks them)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """What all nodes have: the place in the source, which does not count for equality."""

    span: Span = field(default=(0, 0), compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A literal number."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A literal text in single quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A field, a condition, or a dotted name (``scope.districts``, ``choice.patents``, ``level.national``)."""

    id: str


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function of the row (``known(x)``) or an aggregate over the rows that count (``sum``, ``count``)."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negative(Node):
    """``-x``."""

    of: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """``left + right`` and its like; ``sign`` is one of ``+ - * /``."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """``left == right`` and its like; false where either side is not known. ``in`` tests a set."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic(Node):
    """``a and b and c``, ``a or b``."""

    sign: str
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """``not x``."""

    of: Node


@dataclass(frozen=True, slots=True)
class Either(Node):
    """``then if test else other``; a test that is not known is false."""

    then: Node
    test: Node
    other: Node


AGGREGATES = frozenset({"sum", "count"})


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes right below ``node``."""
    match node:
        case Call(_, arguments):
            return arguments
        case Negative(of) | Not(of):
            return (of,)
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Logic(_, parts):
            return parts
        case Either(then, test, other):
            return (then, test, other)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Yield ``node`` and all below it, from the left."""
    yield node
    for child in children(node):
        yield from walk(child)


def needs_brackets(part: Node, sign: str, *, right: bool) -> bool:
    """Tell whether ``part``, standing beside ``sign``, means something else without brackets.

    Examples
    --------
    >>> one = Name("a")
    >>> needs_brackets(Arithmetic("-", one, one), "-", right=True), needs_brackets(Arithmetic("*", one, one), "+", right=True)
    (True, False)
    """
    if isinstance(part, Negative):
        return right
    if not isinstance(part, Arithmetic):
        return False
    if part.sign in "+-":
        return sign in "*/" or (sign == "-" and right)
    return sign == "/" and right


def aggregates(node: Node) -> tuple[Call, ...]:
    """Return the different sums and counts of a formula, in the order they stand."""
    found = (part for part in walk(node) if isinstance(part, Call) and part.function in AGGREGATES)
    return tuple(dict.fromkeys(found))


def names(node: Node) -> tuple[str, ...]:
    """Return the different names in a formula, in the order they stand."""
    return tuple(dict.fromkeys(part.id for part in walk(node) if isinstance(part, Name)))
