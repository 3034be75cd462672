"""A narrative section on the page: its heading, then its text, or its prompt where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from clusterkit.narrative.section_file import TO_WRITE
from clusterkit.word import Paragraph, Run, paragraph

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Section

_SUBHEADING = re.compile(r"#{1,6}\s+(.*)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def section_paragraphs(section: Section, text: str, *, blank: bool) -> Iterable[Paragraph]:
    """Yield a section's heading and its text.

    Parameters
    ----------
    section
        The section as printed.
    text
        A line a paragraph, ``### `` before a subheading, ``**`` around bold words, 【请补充：…】 for what is to be
        written yet; empty for the prompt.
    blank
        Whether the prompt is printed as in the blank form, not as something still to be written.
    """
    prompt = () if text.strip() else (Run(section.prompt, hint=not blank),)
    if section.item:
        style = "BodyText" if prompt else "Heading3"  # a heading stays with the text that follows it
        yield Paragraph((Run(section.heading, bold=True), *prompt), style)
    else:
        yield paragraph(section.heading, "Heading2")
        yield from [Paragraph(prompt)] if prompt else []
    yield from text_paragraphs(text)


def text_paragraphs(text: str) -> Iterable[Paragraph]:
    """Yield the paragraphs of a text as it is kept in ``narrative/*.md``.

    Examples
    --------
    >>> [made.style for made in text_paragraphs("### （一）规模\\n\\n产值**186.40亿元**。")]
    ['Heading4', 'BodyText']
    """
    for line in filter(None, map(str.strip, text.splitlines())):
        heading = _SUBHEADING.fullmatch(line)
        if heading:
            yield Paragraph((Run(heading[1], bold=True),), "Heading4")
        else:
            yield Paragraph(tuple(_runs(line)))


def _runs(line: str) -> Iterable[Run]:
    for place, part in enumerate(_BOLD.split(line)):
        yield from _marked(part, bold=place % 2 == 1)


def _marked(text: str, *, bold: bool) -> Iterable[Run]:
    """Set apart what is to be written yet."""
    at = 0
    for left in TO_WRITE.finditer(text):
        yield from _run(text[at : left.start()], bold)
        yield Run(left[0], bold=bold, hint=True)
        at = left.end()
    yield from _run(text[at:], bold)


def _run(text: str, bold: bool) -> Iterable[Run]:
    if text:
        yield Run(text, bold=bold)
