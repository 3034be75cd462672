"""Printer: a formula as a live Excel formula over the evidence sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from clusterkit.guide.formula.tree import Arithmetic, Call, Negative, Node, Number, needs_brackets


def excel(tree: Node, ranges: Mapping[Any, Sequence[tuple[str, str]]], factor: Decimal = Decimal(1)) -> str:
    """Return the formula as Excel reads it, with the leading ``=``.

    Parameters
    ----------
    tree
        The indicator's formula.
    ranges
        For each sum or count of it, per evidence sheet: the range of amounts (empty for a count) and the range
        of flags (1 where the row counts).
    factor
        What the result is multiplied by to be in the indicator's unit.

    Examples
    --------
    >>> from clusterkit.guide.formula.parser import parse
    >>> tree = parse("sum(rd_expense) / sum(revenue)")
    >>> excel(tree, {tree.left: [("企业!B2:B9", "企业!A2:A9")], tree.right: [("企业!C2:C9", "企业!A2:A9")]}, Decimal(100))
    '=SUMIFS(企业!B2:B9,企业!A2:A9,1)/SUMIFS(企业!C2:C9,企业!A2:A9,1)*100'
    """
    body = _print(tree, ranges)
    if factor == 1:
        return f"={body}"
    body = f"({body})" if needs_brackets(tree, "*", right=False) else body
    return f"={body}*{factor:f}" if factor > 1 else f"={body}/{1 / factor:f}"


def _print(node: Node, ranges: Mapping[Any, Sequence[tuple[str, str]]]) -> str:
    match node:
        case Number(value):
            return f"{value:f}"
        case Negative(of):
            return f"-{_side(of, '-', ranges, right=True)}"
        case Call(function, _):
            return _joined([_sum(function, *pair) for pair in ranges[node]])
        case Arithmetic(sign, left, right):
            return f"{_side(left, sign, ranges, right=False)}{sign}{_side(right, sign, ranges, right=True)}"
    raise TypeError(node)


def _sum(function: str, amounts: str, flags: str) -> str:
    return f"SUM({flags})" if function == "count" else f"SUMIFS({amounts},{flags},1)"


def _joined(sums: list[str]) -> str:
    return sums[0] if len(sums) == 1 else f"({'+'.join(sums)})"


def _side(node: Node, sign: str, ranges: Mapping[Any, Sequence[tuple[str, str]]], *, right: bool) -> str:
    body = _print(node, ranges)
    return f"({body})" if needs_brackets(node, sign, right=right) else body
