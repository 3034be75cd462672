"""How sheets are printed: A4 landscape, the header on every page, where one is and whether it is final."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_A4 = 9
UNFINISHED = "未定稿"


@dataclass(frozen=True)
class Page:
    """What stands at the top and bottom of printed pages."""

    title: str
    unfinished: bool = False

    def set_up(self, sheet: Any, name: str, across: int = 1, *, header: bool = True) -> None:
        """Set a sheet up for printing, ``across`` pages wide, its first row on every page."""
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.fit_to_pages(across, 0)
        if header:
            sheet.repeat_rows(0)
        mark = f"&C&18&KC00000{UNFINISHED}" if self.unfinished else ""
        sheet.set_header(f"&L{_plain(self.title)}{mark}&R{_plain(name)}")
        sheet.set_footer("&C第 &P 页，共 &N 页")


def _plain(text: str) -> str:
    return text.replace("&", "&&")
