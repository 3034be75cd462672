"""The first pages of the note: what was computed, the numbers with their pages, and the rules that many share."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.compute.demand import expand
from clusterkit.compute.result import STATUS, Result
from clusterkit.forms.calculation_note.entry import anchor
from clusterkit.forms.calculation_note.values import NoteValues
from clusterkit.word import Cell, Paragraph, Row, Run, Table, paragraph
from clusterkit.word.content import PORTRAIT_WIDTH, Block

_ROW = 5.6
_INDEX = (("序号", 11.0), ("二级指标", 82.0), ("数值", 22.0), ("单位", 15.0), ("情况", 16.0), ("页码", 10.0))
_LABEL = 30.0


def front(values: NoteValues) -> Iterator[Block]:
    """Yield the title, what was computed, the table of contents and the shared rules."""
    yield paragraph("指标测算说明", "Title")
    if values.name:
        yield paragraph(values.name, "Subtitle")
    yield paragraph("一、测算依据", "Heading1")
    yield _facts(values)
    yield paragraph("二、目录和结果", "Heading1")
    yield Table((_head(), *_index(values)), height=_ROW)
    yield paragraph("三、各项指标共用的规则", "Heading1")
    yield _shared(values)


def _facts(values: NoteValues) -> Table:
    return Table(tuple(_pair(word, text) for word, text in values.facts), height=_ROW)


def _pair(word: str, text: str) -> Row:
    said = Cell(PORTRAIT_WIDTH - _LABEL, (paragraph(text, "NoteText"),))
    return Row((Cell(_LABEL, (paragraph(word, "NoteHead"),)), said))


def _head() -> Row:
    return Row(tuple(Cell(width, (paragraph(word, "NoteHead"),)) for word, width in _INDEX), header=True)


def _index(values: NoteValues) -> Iterator[Row]:
    for group, indicators in values.guide.indicators_by_group.items():
        name = paragraph(values.guide.groups[group].name, "NoteHead")
        yield Row((Cell(PORTRAIT_WIDTH, (name,)),), with_next=True)
        for indicator in indicators:
            yield _line(values.results[indicator.id])


def _line(result: Result) -> Row:
    to = anchor(result)
    cells = (
        paragraph(str(result.indicator.number), "NoteCentre"),
        Paragraph((Run(result.name, to=to),), "NoteText"),
        paragraph(result.display or "—", "NoteCentre"),
        paragraph(result.unit, "NoteCentre"),
        paragraph(STATUS[result.status], "NoteCentre"),
        Paragraph((Run("", page_of=to),), "NoteCentre"),
    )
    return Row(tuple(Cell(width, (cell,)) for cell, (_, width) in zip(cells, _INDEX, strict=True)))


def _shared(values: NoteValues) -> Table:
    """Name the rules that stand under a common name in the entries, in the order they are asked."""
    guide = values.guide
    used = [name for one in guide.indicators.values() for rows in one.rows for name in rows.rules]
    rows = []
    for name in dict.fromkeys(name for name in used if name in guide.sequences):
        found = guide.sequences[name]
        said = "；".join(
            f"{number} {rule.name}（{rule.origin}）" for number, rule in enumerate(expand(guide, (name,)), 1)
        )
        rows.append(_pair(found.name, f"依次看：{said}"))
    return Table(tuple(rows), height=_ROW)
