"""The figures in a plan's texts: facts, and the years that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusterkit.findings import Finding
from clusterkit.narrative import Facts
from clusterkit.narrative.text.fill import fill
from clusterkit.plan.plan import Plan

if TYPE_CHECKING:
    from clusterkit.guide.plan_model import DraftSentence

_FACT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def written_text(facts: Facts, plan: Plan, text: str, file: str) -> tuple[str, list[Finding]]:
    """Return a section's text with the figures in it, and what is wrong with it.

    ``file`` is the name of the file that somebody wrote; empty where nobody did.
    """
    words = plan_words(plan)
    said = _FACT.sub(lambda fact: words.get(fact[1], fact[0]), text)
    filled = fill(said, facts, file)
    return filled.text, list(filled.findings) if file else []


def drafted_text(facts: Facts, plan: Plan, draft: Sequence[DraftSentence]) -> str:
    """Return the text that the data gives for a section: no figure that is missing, nothing of which there is none."""
    words = plan_words(plan)

    def known(name: str) -> bool:
        return name in words or bool(facts.find(name))

    said = ""
    for sentence in draft:
        clauses = [one for one in sentence.clauses if all(map(known, _FACT.findall(one)))]
        if clauses and all(map(known, _FACT.findall(sentence.lead))):
            break_ = "\n\n" if sentence.new and said else ""
            said += f"{break_}{sentence.lead}{sentence.between.join(clauses)}。"
    return written_text(facts, plan, said, "")[0]


def plan_words(plan: Plan) -> dict[str, str]:
    """Return what a plan's texts may cite besides the facts."""
    years = plan.written.years
    return {"实施期": f"{years[0]}—{years[-1]}年"}
