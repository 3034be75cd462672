"""How the workbook looks: formats made once each, and widths that fit Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
LINES = {"border": 1, "border_color": "#D0D7DE"}
HEAD = {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#1F4E78", "font_color": "#FFFFFF"}
BACK_HEAD = {**HEAD, "bg_color": "#DDEBF7", "font_color": "#1F4E78"}  # a link: programs paint it blue
DECIDED_HEAD = {**HEAD, "bg_color": "#9C5700"}  # to be changed by hand
FLAG_HEAD = {**HEAD, "bg_color": "#375623"}
ORIGIN_HEAD = {**HEAD, "bg_color": "#595959"}
INPUT = {"font_color": "#0000FF", "bg_color": "#FFF9E5"}  # blue on cream: a person types here
CENTER = {"align": "center"}
WRAP = {"text_wrap": True, "indent": 1}
GROUP = {"top": 2, "top_color": "#1F4E78"}
LINK = {"font_color": "#0563C1", "underline": 1}
COUNTED = {"bg_color": "#E2EFDA"}
MISSING = {"bg_color": "#FCE4D6"}
GREY = {"font_color": "#808080"}
WRONG = {"bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True}
PER_CHARACTER = 0.98  # of Excel's width, at 10 pt


@dataclass
class Look:
    """Gives formats of one book; equal looks are one format."""

    book: xlsxwriter.Workbook
    _made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def __call__(self, *looks: dict[str, Any], **more: Any) -> Any:
        """Return the format of a cell with lines around it."""
        return self._format({**FONT, **LINES, **_merged(looks), **more})

    def plain(self, *looks: dict[str, Any], **more: Any) -> Any:
        """Return the format of a cell of a text."""
        return self._format({**FONT, **_merged(looks), **more})

    def mark(self, look: dict[str, Any]) -> Any:
        """Return the format of a conditional mark."""
        return self._format(dict(look))

    def _format(self, properties: dict[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(properties)
        return self._made[key]


def _merged(looks: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {name: value for look in looks for name, value in look.items()}


def breadth(text: object) -> int:
    """Return how many half-width characters a text takes.

    Examples
    --------
    >>> breadth("PCT专利"), breadth(12.5)
    (7, 4)
    """
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in str(text))


def width(header: str, cells: Iterable[object], least: float = 7, most: float = 36) -> float:
    """Return a column's width: all its cells, the header on two lines, within bounds."""
    longest = max((breadth(cell) for cell in cells if cell is not None), default=0)
    wanted = max(longest, -(-breadth(header) // 2) + 4)
    return min(max(wanted * PER_CHARACTER + 1.5, least), most)


def number_format(cells: Iterable[object]) -> str:
    """Return the number format with as many decimals as the figures have, four at most.

    Examples
    --------
    >>> number_format([12, 3.25, None]), number_format([3])
    ('#,##0.00', '#,##0')
    """
    found = (repr(cell).partition(".")[2] for cell in cells if isinstance(cell, float))
    return decimals_format(min(4, max((len(digits) for digits in found if "e" not in digits), default=0)))


def decimals_format(digits: int) -> str:
    """Return the number format with so many decimals."""
    return "#,##0" + (f".{'0' * digits}" if digits else "")


def height(text: str, broad: float) -> float:
    """Return how tall a row is whose cell of so many characters wraps a text (Excel has at most 409 points).

    Examples
    --------
    >>> height("规上企业研发经费支出合计", 30), height("规上企业研发经费支出合计", 15)
    (19.0, 35.0)
    """
    lines = sum(max(1, -(-breadth(part) * PER_CHARACTER // (broad - 1))) for part in text.split("\n"))
    return min(409.0, 3.0 + 16.0 * lines)
