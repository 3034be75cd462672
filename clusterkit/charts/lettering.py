"""How wide a text is, and where it may be broken: names in Chinese have no spaces to break at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LATIN = 0.57  # of an em, on the wide side
_PIECE = re.compile(r"[A-Za-z0-9.,%+\-/&]+[%‰]?|\s+|.", re.DOTALL)
_NEVER_FIRST = "，。；：、？！）》】〕”’%…·"
_NEVER_LAST = "（《【〔“‘"


def ems(text: str) -> float:
    """Return the width of a text in ems: 1 for a Chinese character, about half for a Latin one.

    Examples
    --------
    >>> ems("产值"), round(ems("41%"), 2)
    (2.0, 1.71)
    """
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else _LATIN for sign in text)


def wrapped(text: str, width: float, lines: int = 2) -> list[str]:
    """Return a text in lines no wider than ``width`` ems; what is beyond the last line becomes “…”.

    Examples
    --------
    >>> wrapped("天津滨海高新技术产业开发区", 7)
    ['天津滨海高新技', '术产业开发区']
    >>> wrapped("天津市海河传感技术有限公司", 5, lines=1)
    ['天津市海…']
    """
    found = [""]
    for piece in _pieces(text, width):
        if found[-1] and ems(found[-1] + piece.rstrip()) > width:
            found[-1] = found[-1].rstrip()
            found.append("")
        found[-1] += piece.lstrip() if not found[-1] else piece
    if len(found) <= lines:
        return found
    return [*found[: lines - 1], _shortened(found[lines - 1], width)]


def _shortened(line: str, width: float) -> str:
    while line and ems(line) + 1 > width:
        line = line[:-1]
    return line.rstrip(_NEVER_LAST + " ") + "…"


def _pieces(text: str, width: float) -> Iterator[str]:
    """Yield what must stay on one line: a word or figure, a character with its punctuation."""
    held = ""
    for piece in _PIECE.findall(text):
        if held and piece[0] not in _NEVER_FIRST and held[-1] not in _NEVER_LAST:
            yield from _fitting(held, width)
            held = ""
        held += piece
    yield from _fitting(held, width)


def _fitting(piece: str, width: float) -> Iterator[str]:
    """Yield a piece, in parts where it is wider than a line."""
    part = ""
    for sign in piece:
        if part and ems(part + sign) > width:
            yield part
            part = ""
        part += sign
    if part:
        yield part
