"""Check a text: everything that is to be said about a section, or about a cell of the plan's workbook."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.findings import Finding
from clusterkit.narrative.checks.aimed import periods
from clusterkit.narrative.checks.compare import compared
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.manner import manner, manner_of_paragraph
from clusterkit.narrative.checks.named import named
from clusterkit.narrative.checks.passage import Passage, paragraphs, sentences
from clusterkit.narrative.checks.whole import whole
from clusterkit.narrative.text.marks import Marked


def check_text(marked: Marked, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield what is to be said about a text.

    Parameters
    ----------
    marked
        The text with its facts in it.
    checked
        What it is and where it stands.
    against
        What it is checked against.
    """
    if not marked.text.strip():
        return
    yield from whole(marked, checked)
    for paragraph in paragraphs(marked):
        yield from manner_of_paragraph(paragraph, checked, against)
        yield from _sentences(paragraph, checked, against)


def check_cell(text: str, row: int, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield what is to be said about a cell of the plan's workbook, sentence by sentence.

    Parameters
    ----------
    row
        The 1-based row that it stands in.
    """
    for paragraph in paragraphs(Marked(text, (), ((0, row),))):
        yield from _sentences(paragraph, checked, against)


def _sentences(paragraph: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    for sentence in sentences(paragraph):
        yield from compared(sentence, checked, against)
        yield from manner(sentence, checked, against)
        yield from named(sentence, checked, against)
        if checked.plan is not None:
            yield from periods(sentence, checked, against, checked.plan)
