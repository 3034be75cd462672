"""Pages that lie on their side: scanners and printers turn the sheet, the text then runs up or down it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfplumber.page import Page

_MOST = 0.5  # so large a share of a page's signs that stand askew turns the page


def set_upright(page: Page) -> Page:
    """Return the page turned so that most of its text reads from left to right; itself, where it does."""
    turns = Counter(_turn(sign) for sign in page.chars)
    turn, times = max(turns.items(), key=lambda item: item[1], default=(0, 0))
    if not turn or times <= _MOST * turns.total():
        return page
    page.close()
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    return type(page)(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def _turn(sign: dict[str, Any]) -> int:
    """Return by how much a page must be turned for a sign to stand upright; 0 for one that stands askew."""
    across, up, *_ = sign["matrix"]
    if abs(across) > abs(up):
        return 0 if across > 0 else 180
    return 0 if abs(across) > 0.1 * abs(up) else 90 if up > 0 else 270
