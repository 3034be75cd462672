"""What a cell of a workbook says, as text: with all its digits, dates by month, percentages as such."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from clusterkit.edited.shape import Figure
from clusterkit.guide.days import month_in_words

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32767  # characters that a cell of Excel holds


def said(value: Any, number_format: str = "") -> str:
    """Return the text of a cell; a number's is marked as such.

    Examples
    --------
    >>> said(0.23, "0%"), said(1200.125), said(date(2025, 3, 1)), said(" 甲\\r\\n乙 "), said(None)
    ('23%', '1200.125', '2025年3月', '甲\\n乙', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return f"{_digits(value * 100)}%" if "%" in number_format else Figure(_digits(value))
    return month_in_words(value) if isinstance(value, date) else clean(str(value))


def clean(text: str) -> str:
    """Return a text as a cell keeps it: nothing that a file cannot hold, no blanks around it."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return _FORBIDDEN.sub("", unified).strip()[:_LONGEST]


def plain(header: object) -> str:
    """Return a header without any white space."""
    return re.sub(r"\s+", "", str(header or ""))


def _digits(value: Any) -> str:
    if isinstance(value, float):
        return f"{Decimal(format(value, '.15g')).normalize():f}"
    return str(value)
