"""What a single cell says: a number, a day, a yes or no, a code."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from fractions import Fraction

YES = {"是", "1", "√", "Y", "YES", "TRUE", "有", "规上", "✓", "对"}
NO = {"否", "0", "×", "N", "NO", "FALSE", "无", "规下", "✗", "X"}
EMPTY = {"", "-", "--", "/", "\\", "—", "——", "…", "N/A", "NA", "NONE", "NULL", "#N/A"}
FOREVER = dt.date.max
_DAY = re.compile(r"(?<!\d)(\d{4})(?:[-./年](\d{1,2})(?!\d)(?:[-./月](\d{1,2})(?!\d))?)?")
_CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def text(value: object) -> str | None:
    """Read a cell as text without outer blanks; a whole float is written as an integer."""
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    written = unicodedata.normalize("NFKC", str(value)).strip()
    return None if written.upper() in EMPTY else written


def number(value: object) -> Fraction | None:
    """Read a cell as an exact number, or None where it is blank or no number."""
    if isinstance(value, bool) or text(value) is None:
        return None
    written = repr(value) if isinstance(value, float) else str(text(value))
    try:
        return Fraction(re.sub(r"[,，\s]", "", written))
    except ValueError:
        return None


def yes_or_no(value: object) -> bool | None:
    """Read 是 / 否 and their relatives; None for a blank or an unknown word."""
    word = (text(value) or "").upper()
    return True if word in YES else False if word in NO else None


def span(value: object) -> tuple[dt.date, dt.date] | None:
    """Read a day, a month, a year or a range as its first and last day; 长期 never ends."""
    if isinstance(value, dt.datetime):
        return value.date(), value.date()
    if isinstance(value, dt.date):
        return value, value
    written = (text(value) or "").replace(" ", "")
    parts = [_part(found) for found in _DAY.finditer(written)]
    if any(word in written for word in ("长期", "永久")):
        return (parts[0][0] if parts else dt.date.min), FOREVER
    return (parts[0][0], parts[-1][1]) if parts else None


def is_range(value: object) -> bool:
    """Tell 2021-2024 from 2021."""
    return not isinstance(value, dt.date) and len(_DAY.findall((text(value) or "").replace(" ", ""))) > 1


def _part(found: re.Match[str]) -> tuple[dt.date, dt.date]:
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])
    return dt.date(year, month, day), dt.date(year, month, day)


def good_code(value: object) -> str | None:
    """Return a 统一社会信用代码 whose check character (GB 32100-2015) is right, else None."""
    code = re.sub(r"\s", "", text(value) or "").upper()
    if len(code) != 18 or any(letter not in _CODE_LETTERS for letter in code):
        return None
    return code if check_character(code[:17]) == code[17] else None


def check_character(first17: str) -> str:
    """Work out the 18th character: weights 3^i modulo 31."""
    total = sum(_CODE_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(first17))
    return _CODE_LETTERS[(31 - total % 31) % 31]
