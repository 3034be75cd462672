"""Tables without rules: columns where the text leaves the same gaps in every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from clusterkit.intake.readers.pdf.signs import Line, Sign, read_lines
from clusterkit.intake.readers.spread import Spanning

_FEWEST_LINES = 4  # so many lines of as many pieces make a table
_GAP = 0.9  # of a letter's height: what is farther apart stands in another column

Band = tuple[float, float]


def aligned_table(signs: Sequence[Sign]) -> tuple[list[Spanning], float]:
    """Return the cells of the table that a page's text makes, and where it begins; no cells where it makes none."""
    lines = [pieces for line in _lines(signs) if (pieces := _pieces(line))]
    counts = Counter(len(pieces) for pieces in lines if len(pieces) > 1)
    if not counts:
        return [], 0.0
    width, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    bands = _bands([piece for pieces in lines if len(pieces) == width for piece in pieces])
    if times < _FEWEST_LINES or len(bands) != width:
        return [], 0.0
    first = next(at for at, pieces in enumerate(lines) if len(pieces) == width)
    return list(_cells(lines[first:], bands)), lines[first][0].top


def _lines(signs: Sequence[Sign]) -> list[list[Sign]]:
    """Return the signs line by line."""
    lines = read_lines(signs)
    rows: list[list[Sign]] = [[] for _ in lines]
    for sign in signs:
        middle = (sign.top + sign.bottom) / 2
        at = next((at for at, line in enumerate(lines) if line.top <= middle <= line.bottom), None)
        if at is not None:
            rows[at].append(sign)
    return rows


def _pieces(signs: Sequence[Sign]) -> list[Line]:
    """Return the parts of a line between its wide gaps."""
    parts: list[list[Sign]] = []
    for sign in sorted((sign for sign in signs if sign.text.strip()), key=lambda sign: sign.left):
        if parts and sign.left - max(one.right for one in parts[-1]) <= _GAP * sign.size:
            parts[-1].append(sign)
        else:
            parts.append([sign])
    return [line for part in parts for line in read_lines(part)]


def _bands(pieces: Sequence[Line]) -> list[Band]:
    """Return the columns: what overlaps from above is one."""
    bands: list[Band] = []
    for left, right in sorted((piece.left, piece.right) for piece in pieces):
        if bands and left <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], right))
        else:
            bands.append((left, right))
    return bands


def _cells(lines: Sequence[Sequence[Line]], bands: Sequence[Band]) -> list[Spanning]:
    """Return the cells; a line of one piece below a column goes on with the cell above."""
    cells: dict[tuple[int, int], Spanning] = {}
    row = -1
    for pieces in lines:
        rest = len(pieces) == 1 and row >= 0 and _column(pieces[0], bands) > 0
        row += not rest
        for piece in pieces:
            place = row, _column(piece, bands)
            known = cells.get(place, Spanning("", *place))
            cells[place] = replace(known, text=known.text + piece.text)
    cells.setdefault((0, len(bands) - 1), Spanning("", 0, len(bands) - 1))
    return list(cells.values())


def _column(piece: Line, bands: Sequence[Band]) -> int:
    """Return the column that a piece overlaps most, else the nearest."""
    return max(
        range(len(bands)), key=lambda at: min(piece.right, bands[at][1]) - max(piece.left, bands[at][0])
    )
