"""What a paper or a sheet is made of: lines of text and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Span = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Text:
    """A line of text."""

    text: str
    look: Literal["body", "title", "right", "mark"] = "body"


@dataclass(frozen=True)
class Grid:
    """A table; ``merged`` are ((row, column), (row, column)), 0-based, both ends included."""

    rows: Sequence[Sequence[Any]]
    merged: Sequence[Span] = ()
    widths: Sequence[float] = ()  # millimetres
    header: int = 1
    repeat: bool = True  # the header is printed again on every page


@dataclass(frozen=True)
class Turn:
    """A new page."""


Block = Text | Grid | Turn


@dataclass(frozen=True)
class Page:
    """A sheet of a workbook."""

    name: str
    blocks: Sequence[Block]
    hidden: bool = False


def down(column: int, first: int, last: int) -> Span:
    """Return the span of cells of one column."""
    return (first, column), (last, column)


def across(row: int, first: int, last: int) -> Span:
    """Return the span of cells of one row."""
    return (row, first), (row, last)
