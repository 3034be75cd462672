"""The figures that facts hold, and how texts call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.guide.formula.quantity import POINTS, PURE, Quantity, quantity
from clusterkit.guide.prose_model import Prose
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.facts.fact import Fact
from clusterkit.narrative.facts.tree import Facts

_YEAR = re.compile(r"(?:19|20)\d\d(?!.*\d{4})")
_NAMES = (".names", ".leaders")
_BETWEEN = re.compile(r"[,，\s%％]")  # in figures as people write them: 1,200
_OWN = "*"  # before a path: of the indicator that the figure before is of


@dataclass(frozen=True)
class Known:
    """One fact's figure: in the base of its quantity."""

    fact: Fact
    value: Decimal
    quantity: Quantity
    is_points: bool = False

    def measures_like(self, figure: Figure) -> bool:
        """Tell whether a figure may be this one by its unit."""
        alike = self.quantity == figure.quantity or (self.quantity.counts and figure.quantity.counts)
        return alike and self.is_points == figure.is_points

    def agrees(self, figure: Figure) -> bool:
        """Tell whether a figure is this one, rounded: the exact value or the printed one."""
        shown = Decimal(_BETWEEN.sub("", self.fact.shown)) if self.fact.shown else self.value
        printed = shown * (self.value / self.fact.value if self.fact.value else 1)  # type: ignore[operator]
        return any(figure.agrees(abs(one)) for one in (self.value, printed))


class KnownFigures:
    """All figures of the facts, by path, and the words by which texts call them."""

    def __init__(self, facts: Facts, prose: Prose, year: int) -> None:
        self.by_path = {one.fact.path: one for one in _all(facts) if not _lies_ahead(one.fact, year)}
        self.called = sorted(
            ((word, entry.fact) for entry in prose.called for word in entry.words),
            key=lambda one: -len(one[0]),
        )

    def at(self, path: str, before: str = "") -> Known | None:
        """Return a figure by path; ``*.growth`` is that of the indicator whose figure stands before."""
        if path.startswith(_OWN):
            path = before.partition(".")[0] + path.removeprefix(_OWN)
        return self.by_path.get(path)

    def agreeing(self, figure: Figure) -> Known | None:
        """Return a fact that a figure agrees with, whichever it is."""
        return next(
            (one for one in self.by_path.values() if one.measures_like(figure) and one.agrees(figure)), None
        )

    def nearest(self, figure: Figure) -> Known | None:
        """Return the fact of the same quantity whose value is nearest."""
        alike = [one for one in self.by_path.values() if one.measures_like(figure) and one.value]
        return (
            min(alike, key=lambda one: abs(abs(one.value) / figure.value - 1), default=None)
            if figure.value
            else None
        )


def _lies_ahead(fact: Fact, year: int) -> bool:
    """Tell whether a fact is of a later year: a target of the plan."""
    found = _YEAR.search(fact.when)
    return found is not None and int(found[0]) > year


def _all(facts: Facts) -> Iterator[Known]:
    for fact in facts.walk():
        if fact.is_number and not fact.path.endswith(".missing"):
            yield from known_of(fact)
        elif (
            fact.is_list and fact.when and not fact.path.endswith(_NAMES)
        ):  # figures of a year, no bare lists
            for item in fact:
                for part in (item, *item.parts.values()):
                    if part.is_number:
                        yield from known_of(part)
                    yield from (
                        known for below in part.parts.values() if below.is_number for known in known_of(below)
                    )


def known_of(fact: Fact) -> Iterator[Known]:
    """Yield the figure of a fact in the base of its quantity; nothing where it is no figure with a unit."""
    if not isinstance(fact.value, Decimal) or not fact.unit:
        return
    if fact.unit == POINTS:
        yield Known(fact, fact.value / 100, PURE, is_points=True)
        return
    found = quantity(_measure(fact.unit))
    yield Known(fact, fact.value * found.size, Quantity(found.powers))


def _measure(unit: str) -> str:
    """Return the unit that counts things for a word that only counts."""
    try:
        quantity(unit)
    except ValueError:
        return "个"
    return unit
