"""Chinese sentences in lines of a hundred columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

WIDTH = 100
_PIECE = re.compile(r"[“（《]*(?:[!-~]+|.)[，。：；、）”？！…]*")  # what no line break comes into


def folded(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> Iterator[str]:
    """Yield a sentence in lines of at most ``width`` columns; a name from a cell may hold a line break.

    No line begins with a closing sign, and no code or file name of ordinary length is broken.

    Examples
    --------
    >>> [cell_len(line) for line in folded("一" * 60, "  ", "  ")]
    [100, 24]
    >>> list(folded("一" * 46 + "写在[values.level]里。"))[1]
    '[values.level]里。'
    """
    room = width - max(cell_len(first), cell_len(rest))
    lines = [""]
    for piece in _PIECE.findall(" ".join(text.split())):
        for part in chop_cells(piece, room) if cell_len(piece) > room else [piece]:
            if cell_len(lines[-1] + part) > room:
                lines.append("")
            lines[-1] += part
    for number, line in enumerate(lines):
        yield (rest if number else first) + line.strip()
