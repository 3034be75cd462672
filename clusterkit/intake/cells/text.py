"""Cells as text: spaces tidied, numbers without ``.0``, dates as ISO."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import is_blank, vocabulary

_UNTIDY = re.compile(r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"\s+")
_TURN = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\uffef])")
_LONGEST_NAME = 40  # letters; in longer texts a line break parts sentences
_LONGEST_BLANK = 8  # letters of a word that stands for nothing


def as_text(cell: Cell) -> str:
    """Return a cell as text, as a person would write it; a name that only goes on in the next line is one.

    Examples
    --------
    >>> as_text(2337.0), as_text(" 甲　公司\\n"), as_text(0.5), as_text("某某仪器\\n有限公司")
    ('2337', '甲 公司', '0.5', '某某仪器有限公司')
    """
    if isinstance(cell, str):
        said = _TURN.sub("", cell.strip()) if "\n" in cell and len(cell) <= _LONGEST_NAME else cell
        return _SPACES.sub(" ", _INVISIBLE.sub("", said)).strip()
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if not (cell.hour or cell.minute or cell.second) else cell.isoformat(" ")
        )
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def text_column(cells: Sequence[Cell]) -> list[str | None]:
    """Return a column of texts; blank cells are None.

    A column that is tidy already (no space, no invisible sign, no word for a blank) is taken as it stands.
    """
    if set(map(type, cells)) <= {str}:
        whole = "\n".join(cells)  # type: ignore[arg-type]
        if not _UNTIDY.search(whole) and whole.count("\n") == max(len(cells) - 1, 0):
            absent = {cell for cell in set(cells) if len(cell) <= _LONGEST_BLANK and _short(cell) is None}  # type: ignore[arg-type]
            if not absent:
                return list(cells)  # type: ignore[arg-type]
            return [None if cell in absent else cell for cell in cells]  # type: ignore[misc]
    known = {cell: _text(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def spelled_out(cells: Sequence[Cell]) -> tuple[Sequence[Cell], list[int]]:
    """Return a column with 同上 and 〃 replaced by what stands above, and the positions of these cells.

    Examples
    --------
    >>> spelled_out(["西青区", "同上", "〃", "津南区"])
    (['西青区', '西青区', '西青区', '津南区'], [1, 2])
    """
    same = frozenset(vocabulary().same)
    if same.isdisjoint(cells):
        return cells, []
    found = [at for at, cell in enumerate(cells) if at and cell in same]
    whole = list(cells)
    for at in found:
        whole[at] = whole[at - 1]
    return whole, found


def names_column(cells: Sequence[Cell]) -> list[str | None]:
    """Return a column of cells that may hold several names: line breaks, which part them, are kept.

    Examples
    --------
    >>> names_column([" 甲 公司\\n乙公司 ", "—"])
    ['甲 公司\\n乙公司', None]
    """
    known = {cell: _names(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _names(cell: Cell) -> str | None:
    lines = [as_text(line) for line in cell.splitlines()] if isinstance(cell, str) else [as_text(cell)]
    return _short("\n".join(line for line in lines if line))


def _short(cell: str) -> str | None:
    return None if cell == "" or is_blank(cell) else cell


def _text(cell: Cell) -> str | None:
    said = as_text(cell)
    return None if is_blank(said) else said
