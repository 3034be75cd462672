"""The sheet as a whole: two pages."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.forms.sign_off.drawn import drawn
from clusterkit.forms.sign_off.fine import CENTRE, LEFT, MARGINS, WIDTH
from clusterkit.forms.sign_off.matters import matters
from clusterkit.forms.sign_off.numbers import numbers
from clusterkit.forms.sign_off.values import SignOffValues
from clusterkit.word import Cell, Row, Table, Turn, paragraph, write_document
from clusterkit.word.content import Block

_SIGNED = "核对人：\n\n负责人：\n\n　　　　年　　月　　日"


def sign_off_sheet(values: SignOffValues) -> bytes:
    """Return 核查单.docx, the same bytes for the same results."""
    title = f"{values.name}{values.sheet.title}"
    return write_document(sheet_blocks(values), title=title, watermark=values.watermark, margins=MARGINS)


def sheet_blocks(values: SignOffValues) -> Iterator[Block]:
    """Yield the sheet's paragraphs and tables in their order."""
    yield paragraph(values.sheet.title, "FineTitle")
    about = (values.name or "【请补充：集群名称】", f"{values.year}年数据", values.guide.program)
    yield paragraph("　".join(about), CENTRE)
    yield from numbers(values)
    yield Turn(landscape=False)
    yield from matters(values)
    yield from drawn(values)
    yield paragraph("五、签字", "FineHeading")
    yield paragraph(values.sheet.statement, LEFT)
    yield _signatures(values)


def _signatures(values: SignOffValues) -> Table:
    """Return a place to sign for each."""
    width = WIDTH / len(values.sheet.signers)
    heads = tuple(Cell(width, (paragraph(name, "FineHead"),)) for name in values.sheet.signers)
    places = tuple(Cell(width, (paragraph(_SIGNED, LEFT),)) for _ in values.sheet.signers)
    return Table((Row(heads, with_next=True), Row(places)), together=True, height=5.3)
