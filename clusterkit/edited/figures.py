"""Figures and months as people type them."""

from __future__ import annotations

import re
from decimal import Decimal

_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?")
_MONTH = re.compile(r"((?:19|20)\d\d)\s*[年.\-/]?\s*(\d{1,2})?")
_UNTIL = re.compile(r"[至到—~～]|--")


def amount(text: str, unit: str = "") -> Decimal | None:
    """Return the figure of a cell, with or without its unit; None where it holds none.

    Examples
    --------
    >>> amount("52,000.5"), amount("4.9%", "%"), amount("约5亿"), amount("")
    (Decimal('52000.5'), Decimal('4.9'), None, None)
    """
    bare = re.sub(r"[,，\s]", "", text).replace("％", "%")
    if unit:
        bare = bare.removesuffix(unit)
    return Decimal(bare) if _AMOUNT.fullmatch(bare) else None


def months(text: str) -> list[tuple[int, int]]:
    """Return the months of a period, its first one first; a year alone counts from January to December.

    Examples
    --------
    >>> months("2025年3月至2026年12月"), months("2025年—2027年"), months("建设中")
    ([(2025, 3), (2026, 12)], [(2025, 1), (2027, 12)], [])
    """
    parts = [month(part, last=bool(place)) for place, part in enumerate(_UNTIL.split(text, maxsplit=1))]
    return [part for part in parts if part]


def month(text: str, *, last: bool = False) -> tuple[int, int] | None:
    """Return the month that a text names, of a year alone the first one or the ``last``.

    Examples
    --------
    >>> month("2025年6月底前"), month("2026", last=True), month("2025-07"), month("年底")
    ((2025, 6), (2026, 12), (2025, 7), None)
    """
    said = _MONTH.search(text)
    if not said:
        return None
    number = int(said[2] or 0)
    return int(said[1]), number if 1 <= number <= 12 else (12 if last else 1)
