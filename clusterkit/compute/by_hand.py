"""Which decisions by hand touch which indicator: those in force, by the rows that they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from clusterkit.compute.contribution import Contributions
from clusterkit.compute.demand import columns_read
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.matching.decision import NAMED, Decision, Decisions, accepted_id, review_key
from clusterkit.matching.names import normalise
from clusterkit.tables import tables

if TYPE_CHECKING:
    from clusterkit.compute.result import Result

BY_HAND = "人工决定"


@dataclass(frozen=True)
class ByHand:
    """The decisions in force.

    Parameters
    ----------
    decisions
        All decisions by hand.
    differing
        By the key of a ``duplicate`` decision, the fields in which the rows that it chooses among differ.
    """

    decisions: Decisions
    differing: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def rows(self) -> tuple[Decision, ...]:
        """The decisions in force, in the order of the file: of several on one thing the last."""
        given = self.decisions
        matched = [ruling.decision for ruling in given.match.values()]
        kept = [
            *given.scope.values(), *matched, *given.duplicate.values(), *given.review.values(),
            *given.accepted.values(),
        ]  # fmt: skip
        return tuple(sorted(kept, key=lambda row: row.line))

    def touching(self, result: Result) -> tuple[Decision, ...]:
        """Return the decisions that one indicator's value depends on."""
        return tuple(row for row in self.rows if self._touches(row, result))

    def _touches(self, row: Decision, result: Result) -> bool:
        if row.kind == "finding":
            return any(accepted_id(row.key) == one.id for one in result.findings)
        return any(self._touches_rows(row, given) for given in result.contributions)

    def _touches_rows(self, row: Decision, given: Contributions) -> bool:
        if row.kind == "match":
            return normalise(row.key) in _names(given)
        if row.kind == "review":
            kind, _, holder = row.key.partition(":")
            return given.demand.sublist == kind and bool(
                _at(given, review_key(kind, holder).partition(":")[2])
            )
        places = _at(given, normalise(row.key))
        if row.kind == "duplicate":
            return self._differ(row, given) and any(given.status[place] < 0 for place in places)
        if row.choice == "include":
            return any(given.status[place] < 0 for place in places)
        return any(_left_out(given, place) for place in places)

    def _differ(self, row: Decision, given: Contributions) -> bool:
        """Tell whether the rows that were chosen among say different things where the indicator looks."""
        if given.demand.rows.table != ENTERPRISES:
            return False
        read = columns_read(given.demand.guide, given.demand.trees())
        return not self.differing.get(row.key, frozenset()).isdisjoint(read)


def _names(given: Contributions) -> frozenset[str]:
    """Return what the rows call their owners, as names are compared."""
    owners = "_owner_name"
    names = given.rows.column(
        owners if owners in given.rows.frame else tables()[given.demand.rows.table].subject
    )
    there = {names[row] for row in given.chosen.tolist()}
    return frozenset(normalise(name) for name in there if isinstance(name, str))


def _at(given: Contributions, key: str) -> list[int]:
    """Return where the rows of a party are."""
    parties, asked = given.rows.column("_id"), {key, NAMED + key}
    return [place for place, row in enumerate(given.chosen.tolist()) if parties[row] in asked]


def _left_out(given: Contributions, place: int) -> bool:
    """Tell whether a row fails for who is in scope: by the rule of decisions by hand, or as its owner is out."""
    status = int(given.status[place])
    if status < 0:
        return False
    rule = given.demand.rules[status]
    return rule.authority == BY_HAND or "{scope_reason}" in rule.reason
