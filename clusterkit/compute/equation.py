"""A result's equation: the formula, and the same with the figures put in, in any printer of mathematics."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clusterkit.guide.formula.figures import printed

if TYPE_CHECKING:
    from clusterkit.compute.result import Result
    from clusterkit.compute.words import Totals
    from clusterkit.guide import Guide
    from clusterkit.guide.formula.mathematics import Mathematics
    from clusterkit.guide.indicator_model import Indicator

    Printer = Callable[[Guide, Indicator, Totals | None], Mathematics]


def typeset(indicator: Indicator, printer: Printer) -> str | None:
    """Return the formula as mathematics; None where the figure is reported."""
    if indicator.tree is None:
        return None
    return printer(indicator.guide, indicator, None).whole(indicator.tree, indicator.unit)


def sides(result: Result, printer: Printer) -> tuple[str, ...]:
    """Return the sides of the equation: the formula, and the same with the result's figures put in.

    A formula that is one sum or count has one side, with the value. Nothing for a result that has no formula or
    no value.
    """
    indicator, value = result.indicator, result.computed
    if indicator.tree is None or value is None or not result.totals:
        return ()
    display = printed(value, indicator.digits)
    plain, figures = (printer(indicator.guide, indicator, totals) for totals in (None, dict(result.totals)))
    if indicator.tree in indicator.aggregates:
        return (plain.whole(indicator.tree, indicator.unit, display),)
    return (
        plain.whole(indicator.tree, indicator.unit),
        figures.whole(indicator.tree, indicator.unit, display),
    )
