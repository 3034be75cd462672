"""Check a section's text: everything that is to be said about it, but what somebody has decided to leave."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clusterkit.findings import Finding
from clusterkit.matching.names import normalise
from clusterkit.narrative.checks.compare import compared
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.manner import manner, manner_of_paragraph
from clusterkit.narrative.checks.named import named
from clusterkit.narrative.checks.passage import paragraphs, sentences
from clusterkit.narrative.checks.whole import whole
from clusterkit.narrative.text.marks import Marked


def check_text(
    marked: Marked, checked: Checked, against: Against, left: Collection[str] = frozenset()
) -> Iterator[Finding]:
    """Yield what is to be said about a text.

    Parameters
    ----------
    marked
        The text with its facts in it.
    checked
        Its section and file.
    against
        What it is checked against.
    left
        Exceptions: what somebody decided to leave, as findings name it in ``about`` (``overview：4.9%``).
    """
    kept = {normalise(about) for about in left}
    for found in _every(marked, checked, against):
        if normalise(str(found.values.get("about", ""))) not in kept:
            yield found


def _every(marked: Marked, checked: Checked, against: Against) -> Iterator[Finding]:
    if not marked.text.strip():
        return
    yield from whole(marked, checked)
    for paragraph in paragraphs(marked):
        yield from manner_of_paragraph(paragraph, checked, against)
        for sentence in sentences(paragraph):
            yield from compared(sentence, checked, against)
            yield from manner(sentence, checked, against)
            yield from named(sentence, checked, against)
