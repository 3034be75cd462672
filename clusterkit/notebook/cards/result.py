"""One result: the value, how sure it is, what it is made of, and what is missing."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.result import STATUS, Result
from clusterkit.compute.span import span
from clusterkit.compute.tally import LACKING
from clusterkit.compute.words import in_words
from clusterkit.notebook.formula import with_figures
from clusterkit.notebook.ledger import ledger
from clusterkit.notebook.page import filled
from clusterkit.questions.asking import Outlook, outlook


def html(result: Result) -> Markup:
    """Return the card."""
    indicator = result.indicator
    guide = indicator.guide
    lacking = ledger(result, first=0, each=12).heap(LACKING) if result.rows_missing else None
    return filled(
        "result", result=result, indicator=indicator, group=guide.groups[indicator.group].name,
        status=STATUS[result.status], span=span(result), mathematics=with_figures(result),
        words=in_words(indicator), note=guide.notes.get(indicator.note or 0), lacking=lacking,
        outlooks=outlooks(result),
    )  # fmt: skip


def outlooks(result: Result) -> list[Outlook]:
    """Return the open questions that move the value, with the value under each answer."""
    return [outlook(question, result) for question in result.questions]


def text(result: Result) -> str:
    """Return the value and the sentence that explains it."""
    status = STATUS[result.status]
    value = f"{result.display} {result.unit}（{status}）" if result.display else status
    return f"{result.name}：{value}\n{result.explanation}"
