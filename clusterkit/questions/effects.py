"""What every answer would change, and how far each number may still move: the questions in the order of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clusterkit.compute import Results
from clusterkit.compute.result import Range
from clusterkit.questions.batch import Batch
from clusterkit.questions.model import Option, Question, Questions
from clusterkit.questions.totals import Moved, Totals, bounds, effect, moved
from clusterkit.questions.world import World

_APPEARS = 10.0  # a number that an answer lets appear (or vanish) comes before one that it only moves


@dataclass(frozen=True)
class Weighed:
    """The questions in their order, and low and high of every indicator."""

    questions: Questions
    ranges: Mapping[str, Range]


def weigh(world: World, asked: Sequence[Question]) -> Weighed:
    """Try every answer alone and tell what it changes.

    An answer's effect is what `World.answered` and a computation anew give; where an answer can only touch few
    rows, only those are settled and evaluated, all such answers at once.
    """
    answers = tried(world, asked)
    weighed = [_with_effects(world.results, question, answers[question.id]) for question in asked]
    ordered = sorted(weighed, key=lambda one: (one.postponed, -one.weight))
    return Weighed(Questions(ordered), _ranges(world.results, answers.values()))


def tried(world: World, asked: Sequence[Question]) -> dict[str, list[Moved]]:
    """Return, per question and answer, the totals that it moves."""
    found = Batch(world).tried(asked)
    return {
        one.id: [
            _anew(world, one, option) if move is None else move
            for option, move in zip(one.options, found[one.id], strict=True)
        ]
        for one in asked
    }


def _anew(world: World, question: Question, option: Option) -> Moved:
    return moved(world.results, world.answered(question.keep, option.value).results)


def _with_effects(results: Results, question: Question, answers: Iterable[Moved]) -> Question:
    pairs = zip(question.options, answers, strict=True)
    options = tuple(replace(option, effect=effect(results, answer)) for option, answer in pairs)
    weights: dict[str, float] = {}
    for option in options:
        for key, value in option.effect.items():
            weights[key] = max(weights.get(key, 0.0), _weight(results[key].exact, value))
    touched = tuple(sorted(weights, key=lambda key: -weights[key])) or question.indicators
    now = {key: results[key] for key in touched}
    return replace(question, options=options, weight=sum(weights.values()), indicators=touched, now=now)


def _weight(now: Decimal | None, then: Decimal | None) -> float:
    if now is None or then is None:
        return _APPEARS
    return float(abs(then - now) / max(abs(now), abs(then), Decimal("1e-9")))


def _ranges(results: Results, answers: Iterable[Sequence[Moved]]) -> dict[str, Range]:
    every = list(answers)
    return {
        key: bounds(result, [_totals(each, key) for each in every if any(key in answer for answer in each)])
        for key, result in results.items()
    }


def _totals(each: Sequence[Moved], key: str) -> list[Totals]:
    return [answer[key] for answer in each if key in answer]
