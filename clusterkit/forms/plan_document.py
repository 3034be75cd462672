"""附件6—2: the implementation plan as a Word file, in the guide's four parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusterkit.forms.plan_shelf import Shelf
from clusterkit.forms.plan_shown import SHOWN
from clusterkit.forms.section_text import text_paragraphs
from clusterkit.plan.plan import Plan
from clusterkit.plan.texts import to_be_written
from clusterkit.word import Paragraph, Picture, paragraph, write_document
from clusterkit.word.content import Block

if TYPE_CHECKING:
    from clusterkit.guide.plan_model import PlanSection

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class PlanValues:
    """What goes into the plan.

    Parameters
    ----------
    plan
        Targets, tasks, work, projects, and what the data shows.
    name
        What the cluster is called.
    texts
        Section → its text with the figures in it; a section without one is marked.
    pictures
        What it shows (``chain_picture``, ``schedule``) → the picture; one that could not be made is marked.
    signed
        Who hands it in: lines below the title.
    watermark
        Words across every page, None for none.
    """

    plan: Plan
    name: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    signed: tuple[str, ...] = ()
    watermark: str | None = None


def plan_document(values: PlanValues) -> bytes:
    """Return the plan as a Word file; what people have to write yet is marked 【请补充：…】 in grey."""
    outline = values.plan.guide.plan
    title = outline.filled_title.format(name=values.name)
    return write_document(plan_blocks(values), title=title.replace("\n", ""), watermark=values.watermark)


def plan_blocks(values: PlanValues) -> Iterator[Block]:
    """Yield the plan's paragraphs, tables and pictures in their order."""
    guide, written = values.plan.guide, values.plan.written
    yield paragraph(guide.plan.mark, "Mark")
    yield paragraph(guide.plan.filled_title.format(name=values.name), "Title")
    yield paragraph(f"（{written.years[0]}—{written.years[-1]}年）", "Subtitle")
    yield from (paragraph(line, "Subtitle") for line in values.signed)
    shelf = Shelf(values.plan, values.pictures)
    for part in sorted(guide.plan_parts.values(), key=lambda one: one.number):
        yield paragraph(f"第{_NUMERALS[part.number - 1]}部分　{part.title}", "Heading1")
        sections = [one for one in guide.plan_sections.values() if one.part == part.number]
        for number, section in enumerate(sections):
            yield paragraph(f"（{_NUMERALS[number]}）{section.heading}", "Heading2")
            yield from _text(section, values.texts.get(section.id, ""))
            for shown in section.shows:
                yield from SHOWN[shown](shelf, section)


def _text(section: PlanSection, text: str) -> Iterator[Paragraph]:
    if not text.strip():
        yield paragraph(to_be_written(section), hint=True)
    yield from text_paragraphs(text)
