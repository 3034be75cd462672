"""Text from the signs of a page: lines as they stand, and a cell's lines joined where they were only wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_PADDING = 4.0  # points that text keeps from a cell's border
_LATIN = re.compile(r"[A-Za-z0-9]")
_WORD_ENDS, _WORD_BEGINS = re.compile(r"[A-Za-z]*[a-z][,.]?$"), re.compile(r"[A-Za-z][a-z]")


@dataclass(frozen=True, slots=True)
class Sign:
    """One character of a page and where it stands, in points from the left and the top."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """Its height."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def read_signs(characters: Iterable[dict[str, Any]]) -> list[Sign]:
    """Return the upright characters of a page; what stands askew is a watermark."""
    return [
        Sign(one["text"], one["x0"], one["x1"], one["top"], one["bottom"])
        for one in characters
        if one["upright"]
    ]


def read_lines(signs: Iterable[Sign]) -> list[Line]:
    """Return the lines that signs make, from top to bottom."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: (sign.top + sign.bottom) / 2):
        middle = (sign.top + sign.bottom) / 2
        if rows and middle <= max(rows[-1][0].bottom, rows[-1][-1].bottom) - 0.3 * sign.size:
            rows[-1].append(sign)
        else:
            rows.append([sign])
    return [line for row in rows if (line := _line(sorted(row, key=lambda sign: sign.left))).text]


def cell_text(lines: Sequence[Line], width: float) -> str:
    """Join the lines of a cell: a break that the cell's width explains is none."""
    said = lines[0].text if lines else ""
    for above, below in pairwise(lines):
        said += _between(above, below) if is_wrapped(above, below, width) else "\n"
        said += below.text
    return said


def _line(row: Sequence[Sign]) -> Line:
    said = ""
    before: Sign | None = None
    for sign in row:
        if before is not None and _twice(before, sign):
            continue
        if before is not None and said and _apart(before, sign):
            said += " "
        said += sign.text
        before = sign
    left, right = row[0].left, max(sign.right for sign in row)
    return Line(said.strip(), left, right, min(one.top for one in row), max(one.bottom for one in row))


def _twice(before: Sign, sign: Sign) -> bool:
    """Return whether a sign is the one before again: some programs print bold so."""
    return sign.text == before.text and abs(sign.left - before.left) < 0.15 * sign.size


def _apart(before: Sign, sign: Sign) -> bool:
    """Return whether a gap is a space: justified Chinese has gaps that are none."""
    gap = sign.left - before.right
    both = _LATIN.match(before.text) and _LATIN.match(sign.text)
    return gap > (0.25 if both else 1.5) * sign.size


def is_wrapped(above: Line, below: Line, width: float) -> bool:
    """Return whether a line was broken because the lower one's first word did not fit into the cell."""
    size = below.bottom - below.top
    first = re.match(r"[!-~]+", below.text)
    each = (below.right - below.left) / max(len(below.text), 1) if first else size
    needed = (len(first[0]) if first else 1) * each + 1.2 * size
    return width - 2 * _PADDING - (above.right - above.left) <= needed


def _between(above: Line, below: Line) -> str:
    return " " if _WORD_ENDS.search(above.text) and _WORD_BEGINS.match(below.text) else ""
