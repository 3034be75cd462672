"""Whether a text of the plan speaks of what is or of what is to come: by years, by words, by its section."""

from __future__ import annotations

import re

from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.passage import Passage
from clusterkit.narrative.checks.patterns import any_pattern, any_word

_YEAR = re.compile(r"(?<![比较与同])(?<!\d)(20\d\d)\s*年")  # 比2024年增长 is of another year


def year_before(text: str, figure: Figure) -> int | None:
    """Return the last year that a sentence names before a figure; years that it is compared with are none."""
    years = [int(found[1]) for found in _YEAR.finditer(text[: figure.start])]
    return years[-1] if years else None


def year_ahead(sentence: Passage, figure: Figure, checked: Checked, against: Against) -> int | None:
    """Return the later year that a figure is of, as its sentence or those before it in the paragraph say."""
    year = year_before(sentence.text, figure) or _of_paragraph(sentence) or checked.year
    return year if year is not None and year > against.year else None


def figure_is_ahead(sentence: Passage, figure: Figure, checked: Checked, against: Against) -> bool:
    """Tell whether a figure of the plan is one to be reached."""
    year = year_before(sentence.text, figure)
    if year is not None:
        return year > against.year
    if speaks_ahead(sentence, checked, against):
        return True
    before = _of_paragraph(sentence)
    return before > against.year if before is not None else not checked.states_facts


def speaks_ahead(sentence: Passage, checked: Checked, against: Against) -> bool:
    """Tell whether a sentence of the plan says itself that it is about what is to come."""
    if checked.plan is None:
        return False
    text = sentence.text
    if any(int(found[1]) > against.year for found in _YEAR.finditer(text)):
        return True
    futures = any_pattern(against.prose.futures).search(text)
    return futures is not None or (
        not checked.states_facts and any_word(checked.plan.ahead).search(text) is not None
    )


def _of_paragraph(sentence: Passage) -> int | None:
    """Return the last year that the sentences before it in its paragraph name."""
    whole = sentence.marked.text
    before = whole[whole.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    years = [int(found[1]) for found in _YEAR.finditer(before)]
    return years[-1] if years else None
