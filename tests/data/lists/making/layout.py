"""What a list looks like, whatever file it is in: lines of text and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Text:
    """A line; ``look`` is ``body``, ``title``, ``right`` or ``mark`` (附件1)."""

    text: str
    look: str = "body"


@dataclass(frozen=True)
class Grid:
    """A table; ``merged`` are ((row, column), (row, column)), 0-based, both ends included."""

    rows: Sequence[Sequence[Any]]
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    widths: Sequence[float] = ()  # millimetres
    header: int = 1
    repeat: bool = True  # the header is printed again on every page
    cut: bool = False  # a page's end may cut a row


@dataclass(frozen=True)
class Turn:
    """A new page."""


Block = Text | Grid | Turn


@dataclass(frozen=True)
class Expected:
    """A table that must come out."""

    table: str
    fields: Sequence[str]
    rows: Sequence[Sequence[Any]]
    sheet: str | None = None
    lines: Sequence[int] = ()


@dataclass(frozen=True)
class Case:
    """A file of the gallery, how it is made, and what must come out of it."""

    file: str
    shows: str
    write: Any
    tables: Sequence[Expected] = ()
    findings: Sequence[str] = ()
    mapping: dict[str, Any] = field(default_factory=dict)


CASES: list[Case] = []


def case(file: str, shows: str, write: Any, *tables: Expected, findings: Sequence[str] = ()) -> None:
    """Add a file to the gallery."""
    CASES.append(Case(file, shows, write, tables, findings))
