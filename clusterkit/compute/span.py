"""How far a number may still move: low – now – high, as the form prints it."""

from __future__ import annotations

from dataclasses import dataclass

from clusterkit.compute.result import Result
from clusterkit.guide.formula.figures import printed


@dataclass(frozen=True)
class Span:
    """The ends as printed, and where the present value stands between them (0 to 100)."""

    low: str
    high: str
    at: int


def span(result: Result) -> Span | None:
    """Return how far a result may still move; None where nothing is open."""
    low, high, digits = result.low, result.high, result.indicator.digits
    if low is None or high is None or printed(low, digits) == printed(high, digits):
        return None
    now = result.exact if result.exact is not None else low
    return Span(printed(low, digits), printed(high, digits), round(float((now - low) / (high - low)) * 100))
