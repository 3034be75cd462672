"""Codes of digits that a spreadsheet took for numbers, so that their zeros at the front are gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clusterkit.intake.cells.text import as_text
from clusterkit.intake.readers import Cell


def short_codes(cells: Sequence[Cell], lengths: Sequence[int]) -> Iterator[tuple[list[int], dict[str, str]]]:
    """Yield the codes that are too short, each with its positions and what it may have been.

    Parameters
    ----------
    cells
        The cells as read; a text that has one of the lengths is whole.
    lengths
        How many digits such codes have, the usual number first.

    Examples
    --------
    >>> list(short_codes(["300384", 2050.0, "00700"], (6, 5)))
    [([1], {'value': '2050', 'text': '2050', 'likely': '002050', 'other': '02050'})]
    """
    short = {cell: said for cell in set(cells if lengths else ()) if (said := _short(cell, lengths))}
    found: dict[str, list[int]] = {}
    for at, cell in enumerate(cells if short else ()):
        if cell in short:
            found.setdefault(short[cell], []).append(at)
    for said, positions in found.items():
        likely, other = said.zfill(lengths[0]), said.zfill(lengths[-1])
        yield positions, {"value": said, "text": said, "likely": likely, "other": other}


def _short(cell: Cell, lengths: Sequence[int]) -> str:
    """Return a code that has fewer digits than one has; nothing for any other cell."""
    said = as_text(cell)
    whole = lengths if isinstance(cell, str) else lengths[:1]
    return said if said.isdigit() and len(said) < lengths[0] and len(said) not in whole else ""
