"""What an indicator stands on, counted: rows by why they don't count, who lacks a figure, from which lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clusterkit.compute.contribution import COUNTED, MISSING, Contributions
from clusterkit.compute.demand import columns_read
from clusterkit.compute.lineage import shown
from clusterkit.compute.reasons import MISSING_RULE, ONCE_RULE
from clusterkit.findings import Place
from clusterkit.tables import tables

if TYPE_CHECKING:
    from clusterkit.compute.result import Result

LACKING, REPEATED = "缺数", "重复，只计一次"
_FIRST = {"missing": 0, "once": 1}  # reasons that a person can do something about come first


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Rows that do not count for one and the same reason: what it is, whose rule, how many."""

    title: str
    origin: str
    rows: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """A row that should count: who, and the sentence that says which figure it lacks."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stand:
    """One list that rows which count come from; ``filled``: figures taken from it for rows of other lists."""

    place: Place
    rows: int
    filled: int = 0


def heading(result: Result, rule: str) -> tuple[str, str]:
    """Return what a reason is called and whose rule it is, by the rule as the lineage names it."""
    if rule == "missing":
        return LACKING, MISSING_RULE
    if rule == "once":
        return REPEATED, ONCE_RULE
    found = result.indicator.guide.rules[rule]
    return f"不满足“{found.name}”", found.origin


def rank(rule: str) -> int:
    """Return where a reason comes among the others: first what a person can do something about."""
    return _FIRST.get(rule, 2)


def uncounted(result: Result) -> tuple[Uncounted, ...]:
    """Return the rows that do not count, by reason, as the lineage has them."""
    assert result.reasons is not None or not result.contributions
    rules: Counter[str] = Counter()
    for given, position in _positions(result):
        assert result.reasons is not None
        if given.status[position] != COUNTED:
            rules[result.reasons.rule_of(given, position)] += 1
    ordered = sorted(rules.items(), key=lambda item: (rank(item[0]), -item[1]))
    return tuple(Uncounted(*heading(result, rule), rows) for rule, rows in ordered)


def lacking(result: Result) -> Iterator[Lacking]:
    """Yield the rows that should count but lack a figure, in the order of the lists."""
    for given, position in _positions(result):
        if given.status[position] == MISSING and result.reasons is not None:
            row, subject = given.records[position], tables()[given.demand.rows.table].subject
            yield Lacking(str(row.get(subject) or row.get("_id") or ""), result.reasons.of(given, position))


def stands(result: Result) -> tuple[Stand, ...]:
    """Return the lists that the rows which count come from, the largest first.

    A row's blanks may be filled from another list; only figures that the formula adds up are told.
    """
    rows: Counter[Place] = Counter()
    filled: Counter[Place] = Counter()
    for given, position in _positions(result):
        if given.status[position] == COUNTED:
            row = given.records[position]
            rows[Place(_text(row.get("_file")), _text(row.get("_sheet")))] += 1
            filled.update(_filled(given, row))
    places = sorted({*rows, *filled}, key=lambda one: (-rows[one], -filled[one], one.file, one.sheet))
    return tuple(Stand(place, rows[place], filled[place]) for place in places if place.file)


def _positions(result: Result) -> Iterator[tuple[Contributions, int]]:
    return ((given, position) for given in result.contributions for position in shown(given))


def _filled(given: Contributions, row: dict[str, Any]) -> Iterator[Place]:
    cells = row.get("_cells")
    if isinstance(cells, dict):
        read = columns_read(given.demand.guide, given.demand.indicator.aggregates)
        yield from (Place(*cells[name][:2]) for name in read if name in cells)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
