"""Tables in fine print: a header, rows, and nothing higher than it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from clusterkit.word import Cell, Margins, Row, Table, paragraph
from clusterkit.word.content import Block

MARGINS = Margins(top=12, right=12, bottom=13, left=12, footer=6)
WIDTH = 210.0 - MARGINS.left - MARGINS.right
HEIGHT = 5.3
_SIZE = 9  # points of FineText
_PADDING = 1.8  # millimetres of a cell beside its text
NOTHING = "没有。"
Columns = Sequence[tuple[str, float, str]]  # header, millimetres, style of the cells
LEFT, CENTRE = "FineText", "FineCentre"


def header(columns: Columns) -> Row:
    """Return the row of headers."""
    return Row(tuple(Cell(width, (paragraph(word, "FineHead"),)) for word, width, _ in columns), header=True)


def line(columns: Columns, texts: Iterable[str]) -> Row:
    """Return a row of texts."""
    pairs = zip(texts, columns, strict=True)
    return Row(tuple(Cell(width, (paragraph(text, style),)) for text, (_, width, style) in pairs))


def table(columns: Columns, rows: Iterable[Iterable[str]], height: float = HEIGHT) -> Table:
    """Return a table with its header."""
    return Table((header(columns), *(line(columns, row) for row in rows)), height=height)


def part(title: str, columns: Columns, rows: Sequence[Iterable[str]]) -> Iterator[Block]:
    """Yield a heading with its table, or that there is nothing."""
    yield paragraph(title, "FineHeading")
    yield table(columns, rows) if rows else paragraph(NOTHING, LEFT)


def lines(columns: Columns, texts: Iterable[str]) -> int:
    """Return how many lines a row takes.

    Examples
    --------
    >>> lines((("决定", 40.0, LEFT), ("理由", 20.0, LEFT)), ("不纳入", "2024年11月已迁往外省"))
    2
    """
    return max(_lines(text, width) for text, (_, width, _) in zip(texts, columns, strict=True))


def _lines(text: str, width: float) -> int:
    em = _SIZE / 72 * 25.4
    room = width - _PADDING
    return sum(max(1, ceil(sum(_ems(char) for char in part) * em / room)) for part in text.split("\n"))


def _ems(char: str) -> float:
    return 0.55 if char.isascii() else 1.0


def short(text: str, characters: int, *, end: int = 0) -> str:
    """Cut a text to what there is room for; ``end`` characters at its end are kept.

    Examples
    --------
    >>> short("经专班会议确认属主导产业", 8), short("已迁出", 8), short("以企业名录第5行为准", 8, end=4)
    ('经专班会议确认…', '已迁出', '以企业…5行为准')
    """
    if len(text) <= characters:
        return text
    return f"{text[: characters - 1 - end]}…{text[len(text) - end :]}"
