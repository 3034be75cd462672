"""Tables of a document that go on: after a page's end, or after a break that says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clusterkit.intake.header.found import Header, find_header
from clusterkit.intake.readers import Sheet
from clusterkit.intake.readers.book import Rows
from clusterkit.intake.readers.spread import made_sheet

_HEADER_ROWS = 3


def continued(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Join each table that only goes on with the one that it goes on from; bars of one row are left out."""
    whole: list[Sheet] = []
    for sheet in sheets:
        if whole and _goes_on(whole[-1], sheet):
            whole[-1] = _joined(whole[-1], sheet)
        else:
            whole.append(sheet)
    return [sheet for sheet in whole if sheet.spot is None or len(sheet.rows) > 1] or whole


def _goes_on(before: Sheet, sheet: Sheet) -> bool:
    if before.spot is None or sheet.spot is None or not sheet.spot.follows:
        return False
    if not before.rows or not sheet.rows or len(before.rows[0]) != len(sheet.rows[0]):
        return False
    own = _header(sheet.rows)
    return own is None or _texts(own) == _texts(_header(before.rows))


def _header(rows: Rows) -> Header | None:
    """Return the header at the top of a table, if it has one; one known word among the values is none."""
    header = find_header(rows[: _HEADER_ROWS + 1])
    filled = sum(label is not None for label in header.labels) if header else 0
    return header if header and header.known * 2 >= filled and header.known >= min(2, filled) else None


def _texts(header: Header | None) -> list[str]:
    return [label.text if label else "" for label in header.labels] if header else []


def _joined(before: Sheet, sheet: Sheet) -> Sheet:
    assert before.spot is not None
    assert sheet.spot is not None
    rows, height = list(before.rows), len(before.rows)
    following = _uncut(rows, sheet.rows, sheet.spot.rests)
    merged = [
        ((top + height, left), (bottom + height, right)) for (top, left), (bottom, right) in sheet.merged()
    ]
    spot = replace(before.spot, last_page=sheet.spot.last_page)
    return made_sheet([*rows, *following], [*before.merged(), *merged], spot, before.notes)


def _uncut(rows: Rows, following: Rows, rests: tuple[int, ...]) -> Rows:
    """Put a row together that the page's end cut; in the lower page's rows it is then blank."""
    header = _header(following)
    first = header.row if header else 0
    if first not in rests or first >= len(following):
        return following
    rows[-1] = [f"{above}{below}" for above, below in zip(rows[-1], following[first], strict=True)]
    return [*following[:first], [""] * len(rows[-1]), *following[first + 1 :]]
