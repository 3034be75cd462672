"""Between what an indicator lies while rows lack a figure, where that can be said honestly.

A ratio of two sums can: a row that gives one of the two is put in with the ratio of the low and of the high end of the
other rows (5th and 95th percentile). A sum of unknown figures has no bound, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from clusterkit.compute import Result
from clusterkit.compute.contribution import COUNTED, MISSING
from clusterkit.compute.totals import exact_value
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.tree import Arithmetic

_FEWEST = 20  # rows of which a 5th percentile means something
_ENDS = (5, 95)
HOW = "按其余企业的第 5 至第 95 百分位比值补入缺的一项"


def bounds(result: Result) -> tuple[Decimal, Decimal] | None:
    """Return between what the indicator lies, in its unit; None where nothing honest can be said."""
    calls, tree = result.indicator.aggregates, result.indicator.tree
    ratio = isinstance(tree, Arithmetic) and tree.sign == "/" and (tree.left, tree.right) == tuple(calls)
    if not ratio or tree is None or len(result.contributions) != 1 or result.exact is None:
        return None
    [given] = result.contributions
    counted, lacking = given.amounts[given.status == COUNTED], given.amounts[given.status == MISSING]
    whole = counted[(counted > 0).all(axis=1)]
    if len(whole) < _FEWEST or not len(lacking) or np.isnan(lacking).all(axis=1).any():
        return None
    values = [
        _value(result, tree, _filled(lacking, float(end)))
        for end in np.percentile(whole[:, 0] / whole[:, 1], _ENDS)
    ]
    known = [value for value in values if value is not None]
    return (min(*known, result.exact), max(*known, result.exact)) if len(known) == len(_ENDS) else None


def _filled(lacking: Any, ratio: float) -> Any:
    upper, lower = lacking[:, 0], lacking[:, 1]
    return np.array(
        [np.where(np.isnan(upper), lower * ratio, upper), np.where(np.isnan(lower), upper / ratio, lower)]
    )


def _value(result: Result, tree: Any, added: Any) -> Decimal | None:
    sums: Sequence[Decimal] = [Decimal(repr(float(part.sum()))) for part in added]
    totals = {
        call: None if (total := result.totals[call][0]) is None else total + more
        for call, more in zip(result.indicator.aggregates, sums, strict=True)
    }
    found = exact_value(tree, totals)
    return None if found is None else found * result.factor


def said(result: Result) -> str:
    """Return for example 缺4家：研发强度 4.71–5.02%, or how many rows lack a figure where there are no bounds."""
    found = bounds(result)
    lacks = f"缺 {result.rows_missing} 家"
    if found is None:
        return f"{lacks}：{result.name}暂为 {result.display or '—'} {result.unit}，补齐前不能估计会到多少"
    low, high = (printed(value, result.indicator.digits) for value in found)
    return f"{lacks}：{result.name} {low}–{high} {result.unit}（{HOW}）"
