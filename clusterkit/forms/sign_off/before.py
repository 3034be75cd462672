"""The year before: what was published of an indicator, or what the lists say of the same enterprises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.compute.given import Given
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.compute.result import Result
from clusterkit.compute.years import course
from clusterkit.guide.formula.figures import printed
from clusterkit.narrative.facts.references import TABLE, is_about


@dataclass(frozen=True, slots=True)
class Before:
    """An indicator's earlier value.

    Parameters
    ----------
    display
        As the form prints the indicator.
    year
        Whose value it is.
    published
        Whether it was published; else the lists say so.
    enterprises
        Of how many enterprises, the same in both years; 0 where it was published.
    now
        The present value of the same enterprises, as printed; ``""`` where it was published.
    """

    display: str
    year: int
    published: bool
    enterprises: int = 0
    now: str = ""


def published(given: Given, subject: str) -> dict[str, Before]:
    """Return what was published of the cluster before, the newest year of each indicator.

    Parameters
    ----------
    subject
        What the subject of such a reference begins with.
    """
    found: dict[str, Before] = {}
    now = given.scope.reference_year
    for row in given.records(TABLE):
        result = next((one for one in given.results.values() if is_about(row, one)), None)
        year = int(row["year"] or now - 1)
        is_ours = str(row["subject"] or "").startswith(subject) and row["value"] is not None
        if result is None or not is_ours or year >= now:
            continue
        if result.id not in found or year > found[result.id].year:
            value = Decimal(repr(float(row["value"])))
            found[result.id] = Before(printed(value, result.indicator.digits), year, published=True)
    return found


def listed(given: Given) -> dict[str, Before]:
    """Return what the lists say of the newest year before, of the enterprises that have it in both years."""
    newest = max(given.years, default=None)
    return {} if newest is None else dict(_listed(given, newest))


def _listed(given: Given, year: int) -> Iterator[tuple[str, Before]]:
    for key, result in given.results.items():
        if not _adds_up_enterprises(result):
            continue
        found = course(result, given.rows(key), {year: given.years[year]}, given.scope.reference_year)
        if found is not None:
            first, last = (printed(value, result.indicator.digits) for value in (found.first, found.last))
            yield key, Before(first, year, False, found.enterprises, last)


def _adds_up_enterprises(result: Result) -> bool:
    """Return whether a result adds up figures of enterprises: those are what lists of earlier years tell."""
    sums = any(call.function == "sum" for call in result.indicator.aggregates)
    return sums and {part.demand.rows.table for part in result.contributions} == {ENTERPRISES}
