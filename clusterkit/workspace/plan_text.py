"""The figures in a plan's texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusterkit.narrative import Facts
from clusterkit.narrative.text.fill import fill

if TYPE_CHECKING:
    from clusterkit.guide.plan_model import DraftSentence

_FACT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def drafted_text(facts: Facts, draft: Sequence[DraftSentence]) -> str:
    """Return the text that the data gives for a section: no figure that is missing, nothing of which there is none."""

    def known(name: str) -> bool:
        return bool(facts.find(name))

    said = ""
    for sentence in draft:
        clauses = [one for one in sentence.clauses if all(map(known, _FACT.findall(one)))]
        if clauses and all(map(known, _FACT.findall(sentence.lead))):
            break_ = "\n\n" if sentence.new and said else ""
            said += f"{break_}{sentence.lead}{sentence.between.join(clauses)}。"
    return fill(said, facts).text
