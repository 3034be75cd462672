"""Answers that touch few rows, all tried at once: only those rows are settled and evaluated, before and after.

An indicator is a sum of contributions, so what an answer changes is the difference that its rows make, with
all rows that stand or fall with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from clusterkit.compute import Result
from clusterkit.compute.contribution import Contributions, contributions
from clusterkit.compute.demand import demands
from clusterkit.compute.owners import ENTERPRISES, INSTITUTIONS
from clusterkit.compute.prepare import Engine
from clusterkit.questions.keep import SETTINGS
from clusterkit.questions.model import Question
from clusterkit.questions.neighbours import Frames, Neighbours, Places
from clusterkit.questions.rounds import settled_each
from clusterkit.questions.totals import Moved, Totals
from clusterkit.questions.touch import Touches
from clusterkit.questions.touched import Touched
from clusterkit.questions.world import World
from clusterkit.questions.worlds import COUNT, SmallWorld, Sums, difference, sums_each
from clusterkit.scope import Scope
from clusterkit.tables import tables

_CONTEXT = (ENTERPRISES, INSTITUTIONS)  # what rows of other tables are joined to


class Batch:
    """Tries answers on the rows they touch.

    Parameters
    ----------
    world
        The inputs, with their settled tables and results.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.engine = Engine(world.guide, world.decided_scope, world.settled.tables)
        self.touches = Touches(world)
        self.neighbours = Neighbours(self.engine)

    def tried(self, asked: Sequence[Question]) -> dict[str, list[Moved | None]]:
        """Return, per question, the totals that each answer moves; None for an answer that it cannot try."""
        found: dict[str, list[Moved | None]] = {
            one.id: [*self._choices(one)] for one in asked if one.keep.file == SETTINGS
        }
        touched = {one.id: self._touched(one) for one in asked if one.id not in found}
        moves = iter(self._moves([one for each in touched.values() for one in each if one is not None]))
        return found | {
            key: [None if one is None else next(moves) for one in each] for key, each in touched.items()
        }

    def _touched(self, question: Question) -> list[Touched | None]:
        return [self.touches.of(question.keep, option.value) for option in question.options]

    def _moves(self, answers: Sequence[Touched]) -> list[Moved]:
        if not answers:
            return []
        after = self._keyed(settled_each(self.world, answers))
        pairs = [self._worlds(answer, frames) for answer, frames in zip(answers, after, strict=True)]
        sums = sums_each(self.engine, [world for pair in pairs for world in pair])
        return [self._moved(difference(*sums[at : at + 2])) for at in range(0, len(sums), 2)]

    def _keyed(self, after: Sequence[Frames]) -> list[Frames]:
        """Give the changed rows what they are one thing by, all at once."""
        names = {name for frames in after for name in frames}
        whole = {
            name: pd.concat(
                [frames[name].assign(_of=at) for at, frames in enumerate(after) if name in frames]
            )
            for name in sorted(names)
        }
        keyed = self.neighbours.keyed({name: frame.reset_index(drop=True) for name, frame in whole.items()})
        found: list[dict[str, pd.DataFrame]] = [{} for _ in after]
        for name, frame in keyed.items():
            for at, part in frame.groupby("_of"):
                found[at][name] = part.drop(columns="_of")  # type: ignore[index]
        return list(found)

    def _worlds(self, answer: Touched, changed: Frames) -> tuple[SmallWorld, SmallWorld]:
        own = self.neighbours.of_rows(answer.rows)
        parties = self._parties(own, changed) | ({answer.by_hand} if answer.by_hand else set())
        places = _joined(own, self.neighbours.of_parties(parties))
        places = self.neighbours.with_once(places, changed)
        places = _joined(places, self._context(places, changed))
        left = {name: at - own.get(name, set()) for name, at in places.items()}
        bare = {name: frame.drop(columns="_keys") for name, frame in changed.items()}
        return SmallWorld(places), SmallWorld(left, bare, answer.included, answer.excluded)

    def _parties(self, own: Places, changed: Frames) -> set[str]:
        """Return the enterprises whose own row changes."""
        ids = self.neighbours.parties.get(ENTERPRISES, [])
        before = {ids[at] for at in own.get(ENTERPRISES, ())}
        after = set(changed[ENTERPRISES]["_id"].dropna()) if ENTERPRISES in changed else set()
        return {str(one) for one in before | after if one}

    def _context(self, places: Places, changed: Frames) -> Places:
        known = self.neighbours.parties
        named = {known[name][at] for name, each in places.items() if name in known for at in each}
        named |= {one for frame in changed.values() if "_id" in frame for one in frame["_id"].dropna()}
        found = self.neighbours.of_parties(str(one) for one in named if one)
        return {name: at for name, at in found.items() if name in _CONTEXT}

    def _moved(self, change: Sums) -> Moved:
        results = self.world.results
        return {
            key: _after(results[key], change) for key in {key for key, _ in change} if results[key].totals
        }

    def _choices(self, question: Question) -> list[Moved]:
        """Try the choices of an interpretation on all rows of the indicators that it concerns."""
        key, scope = question.keep.path[-1], self.engine.scope
        one = self.world.guide.interpretations[key]
        base, tried = self._base(one.indicators), []
        for option in question.options:
            chosen = replace(scope, interpretation={**scope.interpretation, key: option.value})
            taken = scope.interpretation.get(key, one.default)
            sums = base if option.value == taken else _sums(self._with(chosen), one.indicators)
            tried.append(self._moved(difference(base, sums)))
        return tried

    def _base(self, concerned: Sequence[str]) -> Sums:
        return _added((key, part) for key in concerned for part in self.world.results[key].contributions)

    def _with(self, scope: Scope) -> Engine:
        return Engine(self.world.guide, scope, self.engine.given)


def _joined(one: Places, other: Places) -> Places:
    return {name: one.get(name, set()) | other.get(name, set()) for name in {*one, *other}}


def _sums(engine: Engine, concerned: Sequence[str]) -> Sums:
    asked = {name: demands(engine.guide, name, concerned) for name in engine.given if name in tables()}
    parts = (contributions(engine, name, each).items() for name, each in asked.items() if each)
    return _added(pair for each in parts for pair in each)


def _added(parts: Iterable[tuple[str, Contributions]]) -> Sums:
    found: Sums = {}
    for key, part in parts:
        for call, amount in _of_part(part).items():
            found[key, call] = found.get((key, call), Decimal(0)) + amount
    return found


def _of_part(part: Contributions) -> dict[object, Decimal]:
    counted = part.counted
    found: dict[object, Decimal] = {COUNT: Decimal(int(counted.sum()))}
    for index, call in enumerate(part.demand.indicator.aggregates):
        if call.function != "count":
            found[call] = sum((Decimal(repr(float(one))) for one in part.amounts[counted, index]), Decimal(0))
    return found


def _after(result: Result, change: Sums) -> Totals:
    """Return a result's totals with what an answer adds; a sum to which no row gives anything any more is none."""
    counted = sum(int(part.counted.sum()) for part in result.contributions)
    counted += int(change.get((result.id, COUNT), Decimal(0)))
    found: dict[object, Decimal | None] = {}
    for call, (total, _) in result.totals.items():
        if call.function == "count":
            found[call] = Decimal(counted)
        else:
            found[call] = (
                (total or Decimal(0)) + change.get((result.id, call), Decimal(0)) if counted else None
            )
    return found
