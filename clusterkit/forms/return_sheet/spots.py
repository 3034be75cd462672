"""Which cells of a received sheet the things to mend are in."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils import column_index_from_string

from clusterkit.forms.return_sheet.mending import Mend
from clusterkit.intake.parts import whole_name
from clusterkit.intake.received import SourceReading
from clusterkit.tables import tables

Spot = tuple[int, int]  # 0-based row and column


def spots(mend: Mend, readings: Iterable[SourceReading]) -> list[Spot]:
    """Return the cells of one thing to mend: of its rows, or the header's where it is about a column."""
    reading = next((one for one in readings if one.sheet == mend.place.sheet and one.recognised), None)
    if reading is None or turned(reading.sheet):
        return []
    at = _column(mend.place.column, reading)
    rows = mend.rows or ((reading.header_row,) if reading.header_row else ())
    return [(row - 1, at) for row in rows]


def turned(sheet: str) -> bool:
    """Whether the list was read with rows and columns changed, so that its places are not the sheet's."""
    return whole_name(sheet) != sheet and sheet.endswith(("行列互换", "填表"))


def _column(header: str, reading: SourceReading) -> int:
    """Return the 0-based column of a header as printed or as the field is called; the name's where there is none."""
    fields = tables()[reading.table].fields
    taken = [one for one in reading.columns if one.at >= 0]
    for one in taken:
        if header and header in (one.header, fields[one.field].header if one.field in fields else ""):
            return one.at
    if header.isascii() and header.isalpha() and len(header) <= 3:
        return column_index_from_string(header.upper()) - 1
    subject = tables()[reading.table].subject
    return next((one.at for one in taken if one.field == subject), taken[0].at if taken else 0)
