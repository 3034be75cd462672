"""From totals to the value: the formula over its sums and counts, exactly or in an engine's columns."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.guide import Guide
from clusterkit.guide.formula.quantity import quantity
from clusterkit.guide.formula.tree import Arithmetic, Call, Name, Negative, Node, Number
from clusterkit.guide.formula.types import check
from clusterkit.guide.indicator_model import Indicator


def unit_factor(guide: Guide, indicator_id: str) -> Decimal:
    """Return what the formula's result is multiplied by to be in the indicator's unit, exactly.

    The formula's own unit follows from the units of its fields (万元 ÷ 人), so that no conversion is written
    into any formula.
    """
    indicator = guide.indicators[indicator_id]
    if indicator.tree is None or indicator.formula is None:
        return Decimal(1)
    vocabulary = guide.vocabulary(indicator.rows[0].table)
    return check(indicator.tree, indicator.formula, vocabulary).quantity.factor_to(quantity(indicator.unit))


def exact_value(
    tree: Node, totals: Mapping[Any, Decimal | None], divisors: Mapping[Any, Decimal | None] | None = None
) -> Decimal | None:
    """Return the formula's value over exact totals; None where a total is missing or a divisor is zero.

    Parameters
    ----------
    totals
        Per sum or count of the formula its total, or what one row gives to it.
    divisors
        What stands below a division bar, where that is something else: with a row's amounts above and the totals
        below, the rows' values add up to the whole one.

    Examples
    --------
    >>> from clusterkit.guide.formula.parser import parse
    >>> tree = parse("sum(rd_expense) / sum(revenue)")
    >>> exact_value(tree, {tree.left: Decimal("1"), tree.right: Decimal("8")})
    Decimal('0.125')
    """
    with localcontext() as context:
        context.prec = 50
        return _exact(tree, totals, totals if divisors is None else divisors)


def _exact(
    node: Node, totals: Mapping[Any, Decimal | None], divisors: Mapping[Any, Decimal | None]
) -> Decimal | None:
    match node:
        case Number(value):
            return value
        case Call() | Name():
            return totals.get(node)
        case Negative(of):
            found = _exact(of, totals, divisors)
            return None if found is None else -found
        case Arithmetic(sign, left, right):
            one = _exact(left, totals, divisors)
            other = _exact(right, divisors if sign == "/" else totals, divisors)
            if one is None or other is None or (sign == "/" and not other):
                return None
            return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__, "/": one.__truediv__}[sign](other)
    raise TypeError(node)


def column_value(indicator: Indicator, columns: Mapping[Any, nw.Expr], factor: Decimal) -> nw.Expr:
    """Return the same in an engine's columns (floats)."""
    assert indicator.tree is not None
    found = _column(indicator.tree, columns)
    size = float(factor) if factor >= 1 else float(1 / factor)
    scaled: nw.Expr = found * size if factor >= 1 else found / size
    return scaled


def _column(node: Node, columns: Mapping[Any, nw.Expr]) -> Any:
    match node:
        case Number(value):
            return float(value)
        case Call():
            return columns[node]
        case Negative(of):
            return -_column(of, columns)
        case Arithmetic(sign, left, right):
            one, other = _column(left, columns), _column(right, columns)
            if sign == "/":
                return nw.when(other != 0).then(one / other)
            return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__}[sign](other)
    raise TypeError(node)
