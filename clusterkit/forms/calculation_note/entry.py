"""One indicator in the note: a heading, and a table of labels and what is said."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.compute.equation import sides, typeset
from clusterkit.compute.result import Result
from clusterkit.compute.words import in_words, omml
from clusterkit.forms.calculation_note.said import FORMULA, SAID
from clusterkit.forms.calculation_note.values import NoteValues
from clusterkit.word import Cell, Equation, Paragraph, Row, Run, Table, paragraph
from clusterkit.word.content import PORTRAIT_WIDTH, Block

_LABEL = 20.0
_SIZE = 11.0  # points of an equation
_ROW = 5.6
_TOGETHER = 2  # rows that stay with the heading and the one below them
Line = Paragraph | Equation


def anchor(result: Result) -> str:
    """Return the name that links to an indicator lead to it by."""
    return f"indicator_{result.indicator.number}"


def entry(values: NoteValues, result: Result) -> Iterator[Block]:
    """Yield the heading and the table of one indicator."""
    heading = f"{result.indicator.number}　{result.indicator.label}"
    yield Paragraph((Run(heading),), "NoteHeading", anchor(result))
    said = [(label, lines) for label, lines in _lines(values, result) if lines]
    yield Table(tuple(_row(*line, place < _TOGETHER) for place, line in enumerate(said)), height=_ROW)


def _row(label: str, lines: tuple[Line, ...], with_next: bool) -> Row:
    cells = Cell(_LABEL, (paragraph(label, "NoteHead"),)), Cell(PORTRAIT_WIDTH - _LABEL, lines)
    return Row(cells, with_next=with_next)


def _lines(values: NoteValues, result: Result) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for label, say in SAID.items():
        if label == FORMULA:
            yield label, tuple(_formula(result))
        else:
            yield label, tuple(paragraph(line, "NoteText") for line in say(values, result))


def _formula(result: Result) -> Iterator[Line]:
    """Yield the equation with its names, and with the figures put in where they are."""
    if result.indicator.reported:
        yield paragraph("由促进组织填报，不计算。", "NoteText")
        return
    printed = sides(result, omml) or tuple(filter(None, [typeset(result.indicator, omml)]))
    if not printed:
        yield paragraph(in_words(result.indicator), "NoteText")
    for side in printed:
        yield Equation(side, _SIZE)
