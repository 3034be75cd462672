"""A question in the words of one row: its answers, what each would change, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from clusterkit.findings import LEVEL_NAMES
from clusterkit.questions import Question
from clusterkit.questions.asking import Asking, asking, quoted


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
    level: str = ""


def asked_row(question: Question) -> AskedRow:
    """Return the row of a question; the likely answer is the first to choose."""
    labels, one = option_labels(question), asking(question)
    level = LEVEL_NAMES[question.level] if question.level else ""
    return AskedRow(
        question=one.question, options=tuple(labels[answer.value] for answer in one.answers),
        evidence="\n".join(_evidence(question, labels)), effect="\n".join(_effects(one, labels)),
        place=one.place, rule=one.rule, id=one.id, answer_in=one.answer_in, level=level,
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


def _effects(one: Asking, labels: dict[str, str]) -> Iterator[str]:
    if not one.weighs:
        yield "各数不变"
        return
    for answer in one.options:
        moved = "；".join(map(str, answer.effects))
        yield f"若选{quoted(labels[answer.value])}：{moved or '各数不变'}"
    if one.more:
        yield f"还有 {len(one.more)} 个答案，见“答案”一栏的下拉列表"
