"""Columns without a header, and lists without any: known by their letters, to be told by their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clusterkit.intake.contents import fits
from clusterkit.intake.header.found import Header, header_at
from clusterkit.intake.header.label import Label
from clusterkit.intake.readers import Cell
from clusterkit.tables import contents

_SEARCHED = 40  # rows from the first filled one that are looked at
_NAMES = 3  # that make rows of one cell a list
_FEWEST = 2  # filled cells that make a column one
_TELLING = ("uscc", "organisation")  # what the first row of a list holds, and no header does


def letter(at: int) -> str:
    """Return what a column without a header is called: by the letter that a spreadsheet shows above it.

    Examples
    --------
    >>> letter(0), letter(2), letter(27)
    ('A列', 'C列', 'AB列')
    """
    said = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        said = chr(ord("A") + rest) + said
    return f"{said}列"


def with_letter(header: str, at: int) -> str:
    """Return what one of several columns of the same header is called.

    Examples
    --------
    >>> with_letter("产值", 2)
    '产值（C列）'
    """
    return f"{header}（{letter(at)}）"


def is_unnamed(label: Label) -> bool:
    """Return whether a label only says where the column is."""
    return not label.names


def lettered(header: Header, rows: Sequence[Sequence[Cell]]) -> Header:
    """Return the header with a letter for each column that has values and no header."""
    below = rows[header.row :]
    width = max((len(row) for row in below), default=0)
    blank = [at for at in range(width) if at >= len(header.labels) or header.labels[at] is None]
    filled = {at for at in blank if _is_filled(below, at)}
    if not filled:
        return header
    labels = [*header.labels, *[None] * (max(filled) + 1 - len(header.labels))]
    named = tuple(Label(letter(at), ()) if at in filled else label for at, label in enumerate(labels))
    return replace(header, labels=named)


def _is_filled(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Return whether a third of the rows that have anything have a cell there: totals and headers have none."""
    there = [row for row in rows if any(cell != "" for cell in row)]
    count = sum(at < len(row) and bool(str(row[at]).strip()) for row in there)
    return count >= max(_FEWEST, len(there) / 3)


def without_words(rows: Sequence[Sequence[Cell]]) -> Header | None:
    """Return the header of a list in which no word is known: the row above its first names and codes, or none."""
    start = next((at for at, row in enumerate(rows) if any(cell != "" for cell in row)), 0)
    first = next((at for at in range(start, min(start + _SEARCHED, len(rows))) if _is_row(rows[at])), None)
    if first is None:
        return _of_names(rows, start)
    if first and _can_be_header(rows[first - 1], rows[first]):
        return header_at(rows, first)
    return Header(first, 0, (None,) * len(rows[first]))


def _of_names(rows: Sequence[Sequence[Cell]], start: int) -> Header | None:
    """Return the header of a list of mere names, one in each row."""
    first = next((at for at, row in enumerate(rows) if any(map(_tells, row))), len(rows))
    below = [[cell for cell in row if cell != ""] for row in rows[first:]]
    names = [row for row in below if len(row) == 1 and _tells(row[0])]
    if first - start > _SEARCHED or len(names) < _NAMES or len(names) * 2 <= sum(map(bool, below)):
        return None
    return Header(first, 0, (None,) * len(rows[first]))


def _is_row(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if cell != ""]
    return len(filled) > 1 and any(_tells(cell) for cell in filled)


def _tells(cell: Cell) -> bool:
    known = (contents()[name] for name in _TELLING)
    return isinstance(cell, str) and any(content.pattern and fits(content, cell) for content in known)


def _can_be_header(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if cell != ""]
    words = all(isinstance(cell, str) and not any(sign.isdigit() for sign in cell) for cell in filled)
    return words and len(filled) * 2 > sum(cell != "" for cell in below) and not any(map(_tells, filled))
