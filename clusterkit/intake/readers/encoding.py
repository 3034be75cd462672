"""Which encoding a text file is in: a ladder from the certain to the guessed.

A detector alone is wrong on most short Chinese files, so it comes last.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW = 0.001  # so much of a UTF-8 file may be broken bytes
_GUESSES = ("big5hkscs", "cp1252")


@dataclass(frozen=True)
class Decoded:
    """The text of a file, the encoding it was read in, and how many of its bytes made no sense."""

    text: str
    encoding: str
    bad: int = 0
    certain: bool = True


def decode(data: bytes) -> Decoded:
    """Decode a text file.

    Examples
    --------
    >>> decode("产值".encode("gb18030")).encoding
    'gb18030'
    >>> decode("产值".encode("utf-8")).text
    '产值'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return Decoded(text, encoding, text.count("\ufffd"))
    if data[:200].count(0) > len(data[:200]) // 4:
        return Decoded(data.decode("utf-16-le", errors="replace"), "utf-16-le", certain=False)
    return _strict(data, "utf-8") or _nearly_utf8(data) or _strict(data, "gb18030") or _guess(data)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Accept UTF-8 with few bad bytes: there must be much more Chinese, which only UTF-8 explains."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if bad * 5 > len(text):
        return None
    chinese = sum(0x4E00 <= ord(sign) <= 0x9FFF for sign in text)
    return Decoded(text, "utf-8", bad) if chinese >= 5 * bad else None


def _guess(data: bytes) -> Decoded:
    """Take GB18030 where it fails at few places, else ask the detector."""
    text = data.decode("gb18030", errors="replace")
    bad = text.count("\ufffd")
    if bad <= max(3, len(text) * _FEW):
        return Decoded(text, "gb18030", bad)
    for encoding in _GUESSES:
        if found := _strict(data, encoding):
            return Decoded(found.text, encoding, certain=False)
    return Decoded(text, "gb18030", bad, certain=False)
