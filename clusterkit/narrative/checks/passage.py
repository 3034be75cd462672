"""A text as it is checked: paragraphs and sentences, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from clusterkit.narrative.section_file import HEADING, TO_WRITE
from clusterkit.narrative.text.marks import Marked

_SENTENCE = re.compile(r"[^。！？；!?;\n]*[。！？；!?;]?")


@dataclass(frozen=True)
class Passage:
    """A piece of a marked text, from ``start`` to ``end``."""

    marked: Marked
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """What it says, blank where something is still to be written."""
        return TO_WRITE.sub(lambda left: "\u3000" * len(left[0]), self.marked.text[self.start : self.end])

    @property
    def line(self) -> int:
        """The line of the file that it begins on."""
        return self.marked.line(self.start)

    def line_at(self, place: int) -> int:
        """Return the line of a place within it."""
        return self.marked.line(self.start + place)

    def is_filled(self, start: int, end: int) -> bool:
        """Tell whether a part of it came from facts."""
        return self.marked.is_filled(self.start + start, self.start + end)


def paragraphs(marked: Marked) -> Iterator[Passage]:
    """Yield the paragraphs of a text: its lines, headings left out."""
    at = 0
    for line in marked.text.split("\n"):
        if line.strip() and not HEADING.match(line.strip()):
            yield Passage(marked, at, at + len(line))
        at += len(line) + 1


def sentences(paragraph: Passage) -> Iterator[Passage]:
    """Yield the sentences of a paragraph, with their closing mark.

    Examples
    --------
    >>> text = "产值186亿元；企业83家。"
    >>> [one.text for one in sentences(Passage(Marked(text, (), ()), 0, len(text)))]
    ['产值186亿元；', '企业83家。']
    """
    for found in _SENTENCE.finditer(paragraph.text):
        if found[0].strip(" \t\u3000。！？；!?;"):
            lead = len(found[0]) - len(found[0].lstrip())
            yield Passage(
                paragraph.marked, paragraph.start + found.start() + lead, paragraph.start + found.end()
            )
