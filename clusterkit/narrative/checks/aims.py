"""The plan's targets as what texts of the plan are held against: levels, what is added, how fast it grows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.guide.prose_model import Prose
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.known import Known, known_of
from clusterkit.narrative.facts.fact import Fact
from clusterkit.narrative.facts.tree import Facts

_NUMBER = "数量"


@dataclass(frozen=True)
class Aim:
    """One indicator with its targets.

    Parameters
    ----------
    key
        The fact that it is a target for; its own path where it is one of the person's own.
    path, name
        How text cites the target of the last year, and what it is called.
    words
        How texts call it.
    start
        The baseline.
    years
        Year → target.
    """

    key: str
    path: str
    name: str
    words: tuple[str, ...]
    start: Known | None
    years: Mapping[int, Known]

    @property
    def last(self) -> int:
        """The last year that has a target."""
        return max(self.years)

    def of(self, year: int | None) -> Known:
        """Return the target of a year, of the last one where that has none."""
        return self.years[year if year is not None and year in self.years else self.last]

    def cited(self, year: int | None) -> str:
        """Return how text cites the target of a year."""
        return f"{self.path}.y{year}" if year in self.years and year != self.last else self.path

    def measures_like(self, figure: Figure) -> bool:
        """Tell whether a figure may be one of its targets by its unit."""
        return self.years[self.last].measures_like(figure)

    def added(self, year: int | None) -> Iterator[Decimal]:
        """Yield what the years before add to the baseline: all of it, or until a year, or in one year alone."""
        levels = self._levels()
        for before, now in levels:
            if year in (None, now[0]):
                yield now[1] - before[1]
                if self.start is not None:
                    yield now[1] - self.start.value

    def rates(self, year: int | None, base: int, *, yearly: bool = False) -> Iterator[Decimal]:
        """Yield the growth from the baseline a year (only that where it is ``yearly``), as a whole, and in one year."""
        for (_, earlier), (at, now) in self._levels():
            if year not in (None, at):
                continue
            if self.start is not None and self.start.value > 0 and now > 0:
                whole = now / self.start.value
                yield Decimal(repr(float(whole) ** (1 / (at - base)) - 1))
                yield from () if yearly else (whole - 1,)
            if earlier > 0 and not yearly:
                yield now / earlier - 1

    def _levels(self) -> Iterator[tuple[tuple[int, Decimal], tuple[int, Decimal]]]:
        """Yield each year's target beside the level before it."""
        before = None if self.start is None else (min(self.years) - 1, self.start.value)
        for year in sorted(self.years):
            now = (year, self.years[year].value)
            if before is not None:
                yield before, now
            before = now


def aims(facts: Facts, prose: Prose) -> Iterator[Aim]:
    """Yield the targets that the facts hold."""
    every = facts.find(prose.plan.targets) if prose.plan else None
    if every is None or not every.is_list:
        return
    of_indicator = {_name(one): (key, one) for key, one in every.parts.items() if one.parts}
    called: dict[str, list[str]] = {}
    for entry in prose.called:
        called.setdefault(entry.fact, []).extend(entry.words)
    for item in every.items:
        name = _name(item)
        key, fact = of_indicator.get(name, (item.path, item))
        own = () if key in called else (name.removesuffix(_NUMBER),)
        words = dict.fromkeys([*called.get(key, ()), name, *own])
        if years := dict(_years(fact)):
            start = fact.parts.get("baseline")
            known = next(known_of(start), None) if start is not None else None
            yield Aim(key, fact.path, name, tuple(words), known, years)


def _name(fact: Fact) -> str:
    part = fact.parts.get("name")
    return str(part) if part is not None else fact.name


def _years(fact: Fact) -> Iterator[tuple[int, Known]]:
    for key, part in fact.parts.items():
        if key.startswith("y") and key[1:].isdecimal():
            for known in known_of(part):
                yield int(key[1:]), known
