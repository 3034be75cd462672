"""What an answer does to the sums and counts of the formulas, and so to the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from clusterkit.compute import Result, Results
from clusterkit.compute.totals import exact_value

Totals = Mapping[Any, Decimal | None]  # by sum or count of a formula
Moved = Mapping[str, Totals]  # by indicator: its totals under one answer; only those that the answer moves


def totals_of(result: Result) -> Totals:
    """Return a result's sums and counts."""
    return {call: total for call, (total, _) in result.totals.items()}


def value_of(result: Result, totals: Totals) -> Decimal | None:
    """Return the value that the formula has over other totals, in the indicator's unit."""
    tree = result.indicator.tree
    value = exact_value(tree, totals) if tree is not None and totals else None
    return None if value is None else value * result.factor


def moved(before: Results, after: Results) -> Moved:
    """Return the totals of the indicators that differ."""
    pairs = ((key, totals_of(result), totals_of(after[key])) for key, result in before.items())
    return {key: new for key, old, new in pairs if old != new}


def effect(results: Results, moved: Moved) -> dict[str, Decimal | None]:
    """Return the indicators whose printed value an answer changes, with the value it gives them."""
    found = {}
    for key, totals in moved.items():
        if results[key].source == "computed":
            value = value_of(results[key], totals)
            if value != results[key].exact:
                found[key] = value
    return found


def bounds(result: Result, answers: Iterable[Iterable[Totals]]) -> tuple[Decimal | None, Decimal | None]:
    """Return low and high: every question answered the way that lowers, or raises, the indicator.

    Parameters
    ----------
    answers
        Per open question the totals that its answers give to this indicator.

    Returns
    -------
    tuple
        Around the value; of an indicator without one, around what single answers would give it.
    """
    now, base = result.exact, totals_of(result)
    asked = [[totals for totals in each if value_of(result, totals) is not None] for each in answers]
    if now is None or result.source != "computed":
        values = [
            value for each in asked for totals in each if (value := value_of(result, totals)) is not None
        ]
        return (now, now) if now is not None or not values else (min(values), max(values))
    low, high = (_together(result, base, asked, sign) for sign in (-1, 1))
    return min(now, low), max(now, high)


def _together(result: Result, base: Totals, asked: Iterable[list[Totals]], sign: int) -> Decimal:
    """Put the answers that move the value most in one direction together, as sums of their movements."""
    assert result.exact is not None
    now, total = result.exact, dict(base)
    best = now
    for each in asked:
        values = [
            (sign * value, at)
            for at, totals in enumerate(each)
            if (value := value_of(result, totals)) is not None
        ]
        far, at = max(values, default=(sign * now, -1))
        if far > sign * now:
            best = sign * max(sign * best, far)
            for call, amount in each[at].items():
                total[call] = (
                    (total[call] or Decimal(0)) + (amount or Decimal(0)) - (base[call] or Decimal(0))
                )
    total = {
        call: max(amount, Decimal(0)) if (base[call] or 0) >= 0 and amount else amount
        for call, amount in total.items()
    }
    value = value_of(result, total)
    return best if value is None else sign * max(sign * best, sign * value)
