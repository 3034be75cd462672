"""A question put into words for reading: its answers, the likely one, and the numbers under each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clusterkit.guide import Guide
from clusterkit.guide.formula.figures import printed
from clusterkit.notebook.guides import guide_with

_SHOWN = 6  # so many answers are listed with their effect, the others by name


@dataclass(frozen=True)
class Effect:
    """One number under an answer, as the form would print it, and now."""

    name: str
    unit: str
    now: str
    then: str


@dataclass(frozen=True)
class Answer:
    """One answer."""

    value: str
    label: str
    suggested: bool
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Asking:
    """A question for reading."""

    id: str
    question: str
    options: tuple[Answer, ...]
    more: tuple[str, ...]
    evidence: str
    place: str
    answer_in: str
    rule: str
    moves: str

    @property
    def weighs(self) -> bool:
        """Whether some answer moves a number."""
        return any(one.effects for one in self.options)


def asking(question: Any, now: Mapping[str, Any] | None = None) -> Asking:
    """Return a question for reading.

    Parameters
    ----------
    question
        A `clusterkit.questions.Question`.
    now
        The results as they are, to show what an answer moves them from.
    """
    guide = _guide_of(question)
    ordered = sorted(question.options, key=lambda one: (one.value != question.suggested, not one.effect))
    answers = [
        Answer(one.value, one.label, one.value == question.suggested, _effects(one.effect, guide, now))
        for one in ordered
    ]
    names = [
        guide.indicators[name].name for name in question.indicators if guide and name in guide.indicators
    ]
    return Asking(
        question.id, question.question, tuple(answers[:_SHOWN]), tuple(one.label for one in answers[_SHOWN:]),
        question.evidence, _place(question), question.answer_in, question.rule, "、".join(names[:3]),
    )  # fmt: skip


def _place(question: Any) -> str:
    """Return where it stands; nothing where that is the place of the answer, too."""
    return "" if question.answer_in.startswith(f"{question.file}#") else str(question.place)


def _effects(
    effect: Mapping[str, Decimal | None], guide: Guide | None, now: Mapping[str, Any] | None
) -> tuple[Effect, ...]:
    found = []
    for name, value in effect.items():
        indicator = guide.indicators.get(name) if guide else None
        digits, unit = (indicator.digits, indicator.unit) if indicator else (None, "")
        present = now[name].display if now is not None and name in now else ""
        found.append(Effect(indicator.name if indicator else name, unit, present, printed(value, digits)))
    return tuple(found)


def _guide_of(question: Any) -> Guide | None:
    return guide_with(
        indicators=[*question.indicators, *(name for one in question.options for name in one.effect)]
    )
