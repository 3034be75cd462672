"""How far a target goes beyond its baseline, in the words that fit its kind."""

from __future__ import annotations

from decimal import Decimal

from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import POINTS, SHARE
from clusterkit.plan.model import Target


def yearly_growth(target: Target, base_year: int) -> Decimal | None:
    """Return the growth in % a year from the baseline to the last target; None where it cannot be told."""
    if target.start is None or target.last is None or target.start <= 0 or target.last <= 0:
        return None
    span = max(target.values) - base_year
    return Decimal(str(((float(target.last / target.start)) ** (1 / span) - 1) * 100)) if span > 0 else None


def said_growth(target: Target, base_year: int) -> str:
    """Return the growth in words: percentage points of a share, a number of whole things, else a rate.

    Examples
    --------
    >>> share = Target("研发强度", "%", None, 2, "4.67", {}, Decimal("4.67"), {2027: Decimal("5.6")})
    >>> said_growth(share, 2024)
    '提高0.93个百分点'
    >>> said_growth(Target("产值", "亿元", None, 2, "100", {}, Decimal(100), {2026: Decimal(121)}), 2024)
    '年均增长10.0%'
    """
    if target.start is None or target.last is None:
        return ""
    more = target.last - target.start
    if target.unit == SHARE:
        word = "提高" if more > 0 else "下降"
        return f"{word}{printed(abs(more), target.digits)}{POINTS}" if more else "持平"
    if target.digits == 0:
        return f"{'增加' if more > 0 else '减少'}{abs(more):f}{target.unit}" if more else "持平"
    rate = yearly_growth(target, base_year)
    if rate is None:
        return ""
    return f"年均{'增长' if rate >= 0 else '下降'}{printed(abs(rate), 1)}%" if more else "持平"
