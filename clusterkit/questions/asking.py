"""A question put into words for reading: its answers, the likely one, and the numbers under each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clusterkit.compute.result import Result
from clusterkit.guide.formula.figures import printed
from clusterkit.questions.model import Option, Question

_INNER = str.maketrans("“”", "‘’")
SHOWN = 6  # so many answers are listed with their effect, the others by name


@dataclass(frozen=True)
class Effect:
    """One number under an answer as the form would print it (``""``: it could not be computed), and now."""

    name: str
    unit: str
    now: str
    then: str

    def __str__(self) -> str:
        now = self.now or ("—" if self.unit else "")  # of an indicator that nobody knows nothing is said
        then = f"{self.then} {self.unit}" if self.then else "算不出"
        return " ".join(part for part in (self.name, now, "→", then.rstrip()) if part)


@dataclass(frozen=True)
class Answer:
    """One answer; ``effects`` are the numbers that the form would print otherwise."""

    value: str
    label: str
    suggested: bool
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Asking:
    """A question for reading.

    Parameters
    ----------
    answers
        All answers, the likely one first, then those that change something.
    place
        Where it stands; nothing where that is the place of the answer, too.
    moves
        The names of the numbers that it moves most.
    """

    id: str
    question: str
    answers: tuple[Answer, ...]
    evidence: str
    place: str
    answer_in: str
    rule: str
    moves: str

    @property
    def weighs(self) -> bool:
        """Whether some answer moves a number."""
        return any(one.effects for one in self.answers)

    @property
    def options(self) -> tuple[Answer, ...]:
        """The answers that there is room for."""
        return self.answers[:SHOWN]

    @property
    def more(self) -> tuple[str, ...]:
        """The labels of the others."""
        return tuple(one.label for one in self.answers[SHOWN:])


@dataclass(frozen=True)
class Outlook:
    """A question as one number sees it: each answer with the number under it (``""``: as it is now)."""

    question: str
    answers: tuple[tuple[str, str], ...]


def quoted(text: str) -> str:
    """Return a text in quotation marks; those within become single ones.

    Examples
    --------
    >>> quoted("是“行业代码”")
    '“是‘行业代码’”'
    """
    return f"“{text.translate(_INNER)}”"


def outlook(question: Question, result: Result) -> Outlook:
    """Return what the answers of a question make of one number."""
    ordered = sorted(question.options, key=lambda one: result.id not in one.effect)
    return Outlook(question.question, tuple((one.label, _under(one, result)) for one in ordered[:SHOWN]))


def _under(option: Option, result: Result) -> str:
    if result.id not in option.effect:
        return ""
    then = printed(option.effect[result.id], result.indicator.digits)
    return f"{then} {result.unit}" if then else "算不出"


def asking(question: Question) -> Asking:
    """Return a question for reading."""
    ordered = sorted(question.options, key=lambda one: (one.value != question.suggested, not one.effect))
    answers = [_answer(question, one) for one in ordered]
    here = question.answer_in.startswith(f"{question.file}#")
    names = [question.now[name].name for name in question.indicators if name in question.now]
    return Asking(
        id=question.id, question=question.question, answers=tuple(answers), evidence=question.evidence,
        place="" if here else str(question.place), answer_in=question.answer_in, rule=question.rule,
        moves="、".join(names[:3]),
    )  # fmt: skip


def _answer(question: Question, option: Option) -> Answer:
    every = (_effect(question, name, value) for name, value in option.effect.items())
    effects = tuple(one for one in every if one.now != one.then)  # a change that no digit shows says nothing
    return Answer(option.value, option.label, option.value == question.suggested, effects)


def _effect(question: Question, name: str, value: Decimal | None) -> Effect:
    if (now := question.now.get(name)) is None:
        return Effect(name, "", "", printed(value, None))
    return Effect(now.name, now.unit, now.display, printed(value, now.indicator.digits))
