"""The texts of the form: each section as it will be printed, its length against the limit, or that it waits."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.forms.section_text import text_paragraphs
from clusterkit.notebook.page import filled
from clusterkit.word import Paragraph
from clusterkit.word.count import count_words
from clusterkit.workspace.narrative import Narrative


@dataclass(frozen=True)
class Written:
    """One section: its heading and prompt as printed, its paragraphs, its length and the limit."""

    heading: str
    prompt: str
    paragraphs: tuple[Paragraph, ...]
    words: int
    limit: int


def html(narrative: Narrative) -> Markup:
    """Return the card."""
    return filled(
        "narrative", sections=_sections(narrative), said=_said(narrative), findings=narrative.findings
    )


def _sections(narrative: Narrative) -> list[Written]:
    return [
        Written(one.heading, one.prompt, tuple(text_paragraphs(text)), count_words(text), one.limit)
        for one in narrative.guide.sections.values()
        for text in [narrative.texts.get(one.id, "")]
    ]


def _said(narrative: Narrative) -> str:
    sections = _sections(narrative)
    done = sum(bool(one.paragraphs) for one in sections)
    return f"{len(sections)} 段正文，已写 {done} 段" if done else f"{len(sections)} 段正文，都还没有写"


def text(narrative: Narrative) -> str:
    """Return a line a section."""
    lines = [
        f"{one.heading}：{f'{one.words} 字' if one.paragraphs else '还没有写'}"
        for one in _sections(narrative)
    ]
    return "\n".join([_said(narrative), *lines])
