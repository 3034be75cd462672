"""What is built from printed conditions and amounts, some of which may be plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals.stable.v2 as nw


def all_of(conditions: Iterable[Any]) -> nw.Expr:
    """Return the conjunction of conditions, some of which may be plain true or false."""
    left = [condition for condition in conditions if condition is not True]
    if any(condition is False for condition in left):
        return nw.lit(False)
    if not left:
        return nw.lit(True)
    return nw.all_horizontal(*left, ignore_nulls=False) if left[1:] else left[0]


def literal(value: Any) -> nw.Expr:
    """Return an expression for a printed value that may be plain (nothing known is a missing number)."""
    return (
        value if isinstance(value, nw.Expr) else nw.lit(None if value is None else float(value), nw.Float64)
    )


def ends_with(column: nw.Expr, words: Iterable[str]) -> nw.Expr:
    """Return whether a text ends with one of the words (an unknown one does not)."""
    ends = [column.str.ends_with(word).fill_null(False) for word in words]
    return nw.any_horizontal(*ends, ignore_nulls=False) if ends else nw.lit(False)
