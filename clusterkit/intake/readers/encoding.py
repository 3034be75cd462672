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
_ZEROS = 0.04  # so large a share of zero bytes, nearly all at even or at odd places, is UTF-16
_LOOKED = 4_000  # bytes or letters that tell
# the first bytes of the characters that people write; read in the other encoding they are rare ones
_COMMON = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}


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
    if wide := _without_mark(data):
        return Decoded(data.decode(wide, errors="replace"), wide, certain=False)
    return (
        _strict(data, "utf-8")
        or _nearly_utf8(data)
        or _traditional(data)
        or _strict(data, "gb18030")
        or _guess(data)
    )


def _without_mark(data: bytes) -> str:
    """Return which UTF-16 a text without a mark is in: the half of each ASCII character that is zero tells."""
    start = data[:_LOOKED].rstrip(b"\x00")
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) < _ZEROS * len(start) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _traditional(data: bytes) -> Decoded | None:
    """Accept Big5 where only that makes common characters of the bytes: nearly all of them are good GB18030, too."""
    simple, other = _strict(data, "gb18030"), _strict(data, "big5hkscs")
    if (
        simple is None
        or other is None
        or _usual(simple.text, "gb2312") > 0.7
        or _usual(other.text, "big5") < 0.9
    ):
        return None
    return Decoded(other.text, "big5hkscs", certain=False)


def _usual(text: str, encoding: str) -> float:
    """Return the share of a text's Chinese characters that are common ones; 1 where it has none.

    Examples
    --------
    >>> _usual("企业名称", "gb2312"), _usual("穨", "gb2312")
    (1.0, 0.0)
    """
    signs = [sign for sign in text[:_LOOKED] if not sign.isascii() and sign.isalnum()]
    leads = [sign.encode(encoding, "replace")[0] for sign in signs]
    return sum(lead in _COMMON[encoding] for lead in leads) / len(signs) if signs else 1.0


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
