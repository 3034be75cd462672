"""Accepting a finding: every one can be left as it is, with a reason, as a row of ``decisions.csv``."""

from __future__ import annotations

from collections.abc import Iterable

from clusterkit.findings import Finding, about_text
from clusterkit.findings.catalogue import catalogue
from clusterkit.matching.decision import said_hash
from clusterkit.questions.keep import DECISIONS, Keep
from clusterkit.questions.model import Option, Question

ACCEPTED = "accepted"
LABEL = "接受，保留原样"


def acceptance(found: Finding) -> Question:
    """Return the question whether a finding may stay as it is.

    What is said about words of a text is kept by these words and by what kind of thing is said, so that it holds when
    lines move; anything else by the finding's id and what it says, so that another row at the same place is not
    accepted with it.

    Examples
    --------
    >>> from clusterkit.findings.catalogue import example
    >>> one = acceptance(example("text_figure_differs"))
    >>> one.answer_in, one.options[0].value
    ('decisions.csv#text:overview：4.9%#text_figure_differs', 'accepted')
    """
    about = about_text(found)
    path = (
        ("text", f"{about}#{found.code}") if about else ("finding", f"{found.id}#{said_hash(found.message)}")
    )
    return Question(
        found.id, found.code, found.message, (Option(ACCEPTED, LABEL),), Keep(DECISIONS, path, name=found.message), "本工具约定",
        evidence=found.fix, place=found.place, indicators=(found.indicator,) if found.indicator else (),
        findings=(found.id,), level=found.level,
    )  # fmt: skip


def acceptances(findings: Iterable[Finding], asked: Iterable[str] = ()) -> list[Question]:
    """Return what may be accepted: errors, warnings, and notices on words of texts.

    Not what is asked anyway, nor what only says that something is not written yet.

    Parameters
    ----------
    findings
        All findings.
    asked
        The ids of the findings that questions are about: an answer says more than that something may stay.
    """
    every = list(findings)
    shown, left = {one.id for one in every if not one.accepted}, set(asked)
    return [
        acceptance(one)
        for one in every
        if not one.accepted
        and one.id not in left
        and not catalogue()[one.code].to_be_done
        and one.caused_by not in shown
        and (one.level != "info" or about_text(one))
    ]
