"""A question in the words of one row: its answers, what each would change, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.guide.formula.figures import printed
from clusterkit.questions import Option, Question

_SHOWN = 6  # so many answers are told with their effect; the drop-down has all


@dataclass(frozen=True)
class AskedRow:
    """What stands in the row of a question, as text."""

    question: str
    options: tuple[str, ...]
    evidence: str
    effect: str
    place: str
    rule: str
    id: str
    answer_in: str


def asked_row(question: Question) -> AskedRow:
    """Return the row of a question; the likely answer is the first to choose."""
    ordered = sorted(question.options, key=lambda one: (one.value != question.suggested, not one.effect))
    labels = option_labels(question)
    here = question.answer_in.startswith(f"{question.file}#")  # of a setting, nothing but its own key
    return AskedRow(
        question=question.question, options=tuple(labels[one.value] for one in ordered),
        evidence="\n".join(_evidence(question, labels)), effect="\n".join(_effects(question, ordered, labels)),
        place="" if here else str(question.place), rule=question.rule, id=question.id, answer_in=question.answer_in,
    )  # fmt: skip


def option_labels(question: Question) -> dict[str, str]:
    """Return the label of every option by its value; options of one label bear their value, too."""
    times = Counter(one.label for one in question.options)
    return {
        one.value: one.label if times[one.label] == 1 else f"{one.label}（{one.value}）"
        for one in question.options
    }


def _evidence(question: Question, labels: dict[str, str]) -> Iterator[str]:
    if question.suggested in labels:
        yield f"较可能：{labels[question.suggested]}"
    if question.evidence:
        yield question.evidence


def _effects(question: Question, ordered: list[Option], labels: dict[str, str]) -> Iterator[str]:
    if not any(one.effect for one in ordered):
        yield "各数不变"
        return
    for one in ordered[:_SHOWN]:
        moved = "；".join(_moved(question, name, value) for name, value in one.effect.items())
        yield f"若选“{labels[one.value]}”：{moved or '各数不变'}"
    if len(ordered) > _SHOWN:
        yield f"还有 {len(ordered) - _SHOWN} 个答案，见“答案”一栏的下拉列表"


def _moved(question: Question, name: str, value: Decimal | None) -> str:
    now = question.now.get(name)
    if now is None:
        return f"{name} → {printed(value, None) or '算不出'}"
    then = printed(value, now.indicator.digits)
    return f"{now.name} {now.display or '—'} → {f'{then} {now.unit}' if then else '算不出'}"
