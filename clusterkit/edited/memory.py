"""The hidden sheet of a workbook that remembers what was computed when it was last written: text cells only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from clusterkit.edited.shape import Rows, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "程序底稿"
_ABOUT = "程序写下的原值，用来分清哪些是您改的；请不要改动或删去这张表。"
_HEADER, _ROW = "栏目", "原值"


def lines(sheets: Sequence[Sheet], base: Mapping[str, Rows]) -> list[list[str]]:
    """Return the rows of the hidden sheet: of each sheet its headers, then what was computed.

    Examples
    --------
    >>> lines([Sheet("附表1", ("企业",), (20,))], {"附表1": [["甲"]]})[1:]
    [['附表1', '栏目', '企业'], ['附表1', '原值', '甲']]
    """
    made = [[_ABOUT]]
    for sheet in sheets:
        made.append([sheet.name, _HEADER, *sheet.headers])
        made += [[sheet.name, _ROW, *row] for row in base[sheet.name]]
    return made


def remembered(sheets: Sequence[Sheet], worksheet: Worksheet) -> dict[str, Rows] | None:
    """Return what was computed, by sheet; None where that cannot be told any more."""
    found = {
        sheet.name: _of_sheet(sheet, worksheet.iter_rows(min_row=2, values_only=True)) for sheet in sheets
    }
    known = {name: rows for name, rows in found.items() if rows is not None}
    return known if len(known) == len(found) else None


def _of_sheet(sheet: Sheet, rows: Iterable[Sequence[object]]) -> Rows | None:
    """Return a sheet's rows in today's columns; a column that was not there yet is blank."""
    headers: list[str] | None = None
    made: list[list[str]] = []
    for row in rows:
        texts = ["" if value is None else str(value) for value in row]
        if texts[0] != sheet.name:
            continue
        if texts[1] == _HEADER:
            headers = texts[2:]
        elif headers is None:
            return None
        else:
            said = dict(zip(headers, texts[2:], strict=False))
            made.append([said.get(header, "") for header in sheet.headers])
    return made if headers and all(sheet.headers[place] in headers for place in sheet.key) else None
