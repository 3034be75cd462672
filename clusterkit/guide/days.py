"""Days and months as Chinese documents write them."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")


def month_in_words(day: date) -> str:
    """Return the month of a day.

    Examples
    --------
    >>> month_in_words(date(2025, 3, 1))
    '2025年3月'
    """
    return f"{day.year}年{day.month}月"


def day_in_words(day: date) -> str:
    """Return a day as texts write it.

    Examples
    --------
    >>> day_in_words(date(2021, 6, 18))
    '2021年6月18日'
    """
    return f"{month_in_words(day)}{day.day}日"


def said_days(text: str) -> str:
    """Return a text with the days in it that stand as figures written out; all else as it is.

    Examples
    --------
    >>> said_days("2025-03-05"), said_days("有效至2026-06-17"), said_days("2025年底"), said_days("2025-13-05")
    ('2025年3月5日', '有效至2026年6月17日', '2025年底', '2025-13-05')
    """
    return _DAY.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    year, month, day = map(int, found.groups())
    try:
        return day_in_words(date(year, month, day))
    except ValueError:
        return found[0]
