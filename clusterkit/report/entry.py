"""One indicator for those who defend it: the value, the formula with its figures, the rows, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.compute.result import STATUS, Result
from clusterkit.compute.span import span
from clusterkit.compute.tally import LACKING
from clusterkit.compute.words import in_words
from clusterkit.findings import Finding
from clusterkit.notebook.formula import readings, typeset, with_figures
from clusterkit.notebook.ledger import ledger
from clusterkit.notebook.page import figure
from clusterkit.questions import Questions
from clusterkit.questions.asking import Effect, asking
from clusterkit.report.page import filled

FEW, NAMED = 5, 12  # rows that stand open, missing ones that are named
_COUNTED, _HEAP = 300, 200  # rows in the folded table; all of them are in the workbook


@dataclass(frozen=True)
class Open:
    """An open question by its number, and what an answer makes of one indicator."""

    number: int
    question: str
    effects: tuple[tuple[str, Effect], ...]


def anchor(indicator: str) -> str:
    """Return what links to an indicator's part say."""
    return f"indicator-{indicator}"


def html(result: Result, questions: Questions, findings: Sequence[Finding]) -> Markup:
    """Return the part of one indicator.

    Parameters
    ----------
    questions, findings
        All of the workspace's, in their order.
    """
    indicator, guide = result.indicator, result.indicator.guide
    rows = ledger(result, first=_COUNTED, each=_HEAP)
    formula = with_figures(result) or tuple(one for one in [typeset(indicator)] if one)
    own = {one.id for one in result.findings}
    choice = guide.interpretations.get(indicator.interpretation or "")
    return filled(
        "entry", result=result, indicator=indicator, status=STATUS[result.status], span=span(result),
        formula=formula, words=in_words(indicator), readings=list(readings(indicator)),
        note=guide.notes.get(indicator.note or 0), choice=choice, taken=_taken(result),
        ledger=rows, missing=rows.heap(LACKING), few=FEW, named=NAMED, declared=_declared(result),
        open=list(_open(result, questions)),
        findings=[one for one in findings if one.id in own or one.indicator == result.id],
    )  # fmt: skip


def _taken(result: Result) -> str:
    """Return how an ambiguous place was read; nothing where there is none, or no scope to read it for."""
    indicator = result.indicator
    choice = indicator.guide.interpretations.get(indicator.interpretation or "")
    if choice is None or result.reasons is None:
        return ""
    return choice.label(result.reasons.scope.interpretation.get(choice.id, choice.default))


def _declared(result: Result) -> dict[str, str] | None:
    """Return the figures of a declared total for reading: declared, computed, the difference."""
    if result.declared is None:
        return None
    digits, one = result.indicator.digits, result.declared
    values = {"value": one.value, "computed": one.computed, "difference": one.difference}
    return {name: figure(value, digits) for name, value in values.items()}


def _open(result: Result, questions: Questions) -> Iterator[Open]:
    for number, question in enumerate(questions, 1):
        effects = tuple(
            (option.label, effect)
            for option in asking(question).options
            for effect in option.effects
            if effect.name == result.name
        )
        if effects:
            yield Open(number, question.question, effects)
