"""An indicator's formula for people: typeset, with the figures put in; and which rows it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.compute import equation
from clusterkit.compute.demand import expand
from clusterkit.compute.result import Result
from clusterkit.compute.words import mathml
from clusterkit.guide.indicator_model import Indicator
from clusterkit.tables import tables


@dataclass(frozen=True)
class Reading:
    """Which rows of a list an indicator reads: its name, the rules in order with whose they are, what counts once."""

    table: str
    rules: tuple[tuple[str, str], ...]
    once: str


def typeset(indicator: Indicator) -> Markup | None:
    """Return the formula as mathematics; None where the figure is reported."""
    made = equation.typeset(indicator, mathml)
    return None if made is None else Markup(made)


def with_figures(result: Result) -> tuple[Markup, ...]:
    """Return the sides of the equation, as `clusterkit.compute.equation.sides` gives them."""
    return tuple(map(Markup, equation.sides(result, mathml)))


def readings(indicator: Indicator) -> Iterator[Reading]:
    """Yield the lists that the indicator reads, with their rules in the order they are asked."""
    for rows in indicator.rows:
        rules = expand(indicator.guide, rows.rules)
        yield Reading(
            tables()[rows.table].name, tuple((rule.name, rule.origin) for rule in rules), rows.once_name
        )
