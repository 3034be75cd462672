"""Which figures a row lacks: those that its own way through the formula reads, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.tree import Either, Name, Node, children


def lacking(node: Node, row: Mapping[str, Any], terms: Mapping[str, Node]) -> tuple[str, ...]:
    """Return the names that ``node`` reads in this row and that are blank there, in the order they stand.

    Examples
    --------
    >>> from clusterkit.guide.formula.parser import parse
    >>> tree = parse("main_business_revenue if starts_with(industry_code, '65') else output_value")
    >>> lacking(tree, {"industry_code": "6510", "output_value": 5.0}, {})
    ('main_business_revenue',)
    >>> lacking(tree, {"industry_code": "3973"}, {})
    ('output_value',)
    """
    known = {name: None if _blank(value) else value for name, value in row.items()}
    plain = Columns({}, known, terms)  # without any column, everything is worked out at once
    return tuple(dict.fromkeys(name for name in _read(node, plain) if known.get(name) is None))


def _read(node: Node, plain: Columns) -> Iterator[str]:
    match node:
        case Name(name) if name in plain.terms:
            yield from _read(plain.terms[name], plain)
        case Name(name):
            yield name
        case Either(then, test, other):
            yield from _read(then if plain.condition(test) else other, plain)
        case _:
            for part in children(node):
                yield from _read(part, plain)


def _blank(value: Any) -> bool:
    return value is None or (not isinstance(value, str) and bool(pd.isna(value)))
