"""The letters of the charts: two fonts that ship with them, so that no machine draws a box for a character."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font

FAMILY = "Clusterkit Sans SC"
UNKNOWN = "〓"  # what printers set where they have no type for a character
_FILES = tuple(
    Path(__file__).parent / "data" / f"ClusterkitSansSC-{weight}.otf" for weight in ("Regular", "Bold")
)


@cache
def register() -> None:
    """Tell matplotlib of the fonts, under a family name that only they have."""
    for file in _FILES:
        fontManager.addfont(file)


@cache
def characters() -> frozenset[int]:
    """Return the code points that both fonts have a glyph for."""
    return frozenset.intersection(*(frozenset(FT2Font(file).get_charmap()) for file in _FILES))


def drawable(text: str) -> str:
    """Return ``text`` with only characters that can be drawn: spaces for control characters, 〓 for the rest.

    Examples
    --------
    >>> drawable("海河\\t传感\\u200b（天津）𠮷")
    '海河 传感（天津）〓'
    """
    return "".join(_drawable(character) for character in unicodedata.normalize("NFC", text))


def drawable_lines(words: str) -> str:
    """Return the same of a text of several lines, which stay lines."""
    return "\n".join(map(drawable, words.split("\n")))


def _drawable(character: str) -> str:
    if ord(character) in characters():
        return character
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me"):  # invisible, or on top of the letter before
        return ""
    return " " if category[0] in "CZ" and category != "Co" else UNKNOWN
