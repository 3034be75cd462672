"""附件6—1, the information form: blank as the guide prints it, or filled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from clusterkit.forms.annex_table import annex_table
from clusterkit.forms.basic_grid import basic_table
from clusterkit.forms.indicator_table import indicator_table
from clusterkit.forms.section_text import section_paragraphs
from clusterkit.forms.values import FormValues
from clusterkit.word import Paragraph, Run, Turn, paragraph, write_document
from clusterkit.word.content import Block

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.form_model import Annex


class _HasNumber(Protocol):
    @property
    def number(self) -> int: ...


_Numbered = TypeVar("_Numbered", bound=_HasNumber)


def blank_form(guide: Guide) -> bytes:
    """Return the blank form as a Word file: text for text and in the order that the guide prints.

    Examples
    --------
    >>> import clusterkit as ck
    >>> blank_form(ck.load_guide("tianjin-2025-1"))[:2]
    b'PK'
    """
    return _write(guide, FormValues(), blank=True)


def fill_form(guide: Guide, values: FormValues) -> bytes:
    """Return the form as a Word file with ``values`` in it.

    Placeholders and prompts give way where there is text and stay, in grey, where there is none; headings,
    labels, 指标说明 and 填表说明 stay; the rows of an annex are as many as there are.

    Parameters
    ----------
    guide
        The guide whose form it is.
    values
        The texts; what is absent stays blank.
    """
    return _write(guide, values, blank=False)


def _write(guide: Guide, values: FormValues, *, blank: bool) -> bytes:
    blocks = form_blocks(guide, values, blank=blank)
    return write_document(blocks, title=guide.form.title, watermark=values.watermark)


def form_blocks(guide: Guide, values: FormValues, *, blank: bool) -> Iterable[Block]:
    """Yield the form's paragraphs and tables in their order; ``blank`` prints prompts in black."""
    form = guide.form
    yield paragraph(form.mark, "Mark")
    yield paragraph(form.title, "Title")
    yield paragraph(form.basic.heading, "Heading1")
    yield basic_table(form.basic, values.basic, blank=blank)
    yield paragraph(form.indicators.heading, "Heading1")
    yield indicator_table(guide, values.indicators)
    yield Paragraph((Run(form.indicators.notes_heading, bold=True),), "Heading4")
    yield from (paragraph(note.text) for note in _in_order(guide.notes.values()))
    yield paragraph(form.development_heading, "Heading1")
    yield from _development(guide, values, blank)


def _development(guide: Guide, values: FormValues, blank: bool) -> Iterable[Block]:
    part = 0
    for section in _in_order(guide.sections.values()):
        if section.item and section.part != part:
            yield paragraph(section.part_heading, "Heading2")
        part = section.part
        yield from section_paragraphs(section, values.sections.get(section.id, ""), blank=blank)
        for annex in _in_order(guide.annexes.values()):
            if annex.section == section.id:
                yield from _annex(annex, values, blank)


def _annex(annex: Annex, values: FormValues, blank: bool) -> Iterable[Block]:
    if annex.landscape:
        yield Turn(landscape=True)
    yield paragraph(annex.caption, "Caption")
    yield annex_table(annex, values.annexes.get(annex.number, ()), blank=blank)


def _in_order(entries: Iterable[_Numbered]) -> list[_Numbered]:
    return sorted(entries, key=lambda entry: entry.number)
