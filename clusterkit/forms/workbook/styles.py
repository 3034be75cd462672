"""The look of the evidence workbook: formats made once per workbook, widths that fit Chinese."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

_BASE: dict[str, Any] = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_LINED = {"border": 1, "border_color": "#BFBFBF"}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {**_LINED, "bold": True, "bg_color": "#DDE6F0", "text_wrap": True, "align": "center"},
    "text": _LINED,
    "wrap": {**_LINED, "text_wrap": True},
    "centre": {**_LINED, "align": "center"},
    "code": {**_LINED, "num_format": "@"},
    "number": {**_LINED, "num_format": "#,##0.######"},
    "count": {**_LINED, "num_format": "0", "align": "center"},
    "percent": {**_LINED, "num_format": "0.##%"},
    "date": {**_LINED, "num_format": "yyyy-mm-dd", "align": "center"},
    "flag": {**_LINED, "num_format": "0", "align": "center", "bg_color": "#FFF8E1"},
    "link": {**_LINED, "font_color": "#0B5394", "underline": 1},
    "input": {**_LINED, "bg_color": "#FFF8E1"},
    "plain": {"text_wrap": True, "valign": "top"},
}


class Styles:
    """The formats of one workbook, by name; a number format with some decimals on demand."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._made = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
        self._decimals: dict[int | None, Format] = {}
        self.counted = book.add_format({"bg_color": "#E2F0D9"})

    def __getitem__(self, name: str) -> Format:
        return self._made[name]

    def decimals(self, digits: int | None) -> Format:
        """Return the format of a value with so many decimals (None: as given)."""
        if digits not in self._decimals:
            shown = "General" if digits is None else "0" if digits == 0 else "0." + "0" * digits
            style = {**_BASE, **_LINED, "num_format": shown, "bold": True, "align": "right"}
            self._decimals[digits] = self.book.add_format(style)
        return self._decimals[digits]


def width(texts: list[str], least: int = 6, most: int = 40) -> int:
    """Return a column width that fits the texts: a Chinese character takes two.

    Examples
    --------
    >>> width(["企业名称", "天津某某有限公司"])
    18
    """
    longest = max((sum(2 if ord(char) > 0x2E7F else 1 for char in text) for text in texts), default=0)
    return max(least, min(most, longest + 2))
