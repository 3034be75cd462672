"""The note as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.forms.calculation_note.entry import entry
from clusterkit.forms.calculation_note.front import front
from clusterkit.forms.calculation_note.values import NoteValues
from clusterkit.guide.days import said_days
from clusterkit.matching.decided import decided
from clusterkit.word import Cell, Row, Table, paragraph, write_document
from clusterkit.word.content import Block

TITLE = "测算说明"
_NUMERALS = "一二三四五六七八九十"
_DECIDED = (("关于", 37.0), ("决定", 48.0), ("理由", 43.0), ("谁、何时", 28.0))


def calculation_note(values: NoteValues) -> bytes:
    """Return 测算说明.docx, the same bytes for the same results."""
    title = f"{values.name}{TITLE}"
    return write_document(note_blocks(values), title=title, watermark=values.watermark)


def note_blocks(values: NoteValues) -> Iterator[Block]:
    """Yield the note's paragraphs, equations and tables in their order."""
    yield from front(values)
    yield paragraph("四、逐项说明", "Heading1")
    for number, (group, indicators) in enumerate(values.guide.indicators_by_group.items()):
        yield paragraph(f"（{_NUMERALS[number]}）{values.guide.groups[group].name}", "Heading2")
        for indicator in indicators:
            yield from entry(values, values.results[indicator.id])
    yield paragraph("五、全部人工决定", "Heading1")
    yield from _decisions(values)


def _decisions(values: NoteValues) -> Iterator[Block]:
    rows = values.by_hand.rows
    if not rows:
        yield paragraph("没有。", "NoteText")
        return
    head = Row(tuple(Cell(width, (paragraph(word, "NoteHead"),)) for word, width in _DECIDED), header=True)
    found = []
    for row in rows:
        said = decided(row, values.names)
        who = "\n".join(filter(None, (row.by, said_days(row.at))))
        cells = (f"{said.kind}：{said.about}", said.choice, row.reason, who)
        found.append(_row(cells))
    yield Table((head, *found), height=5.6)


def _row(cells: tuple[str, ...]) -> Row:
    pairs = zip(cells, _DECIDED, strict=True)
    return Row(tuple(Cell(width, (paragraph(text, "NoteText"),)) for text, (_, width) in pairs))
