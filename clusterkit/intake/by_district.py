"""Lists with a district a column: its enterprises stand below its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clusterkit.intake.header.found import header_at
from clusterkit.intake.readers import Cell, Sheet
from clusterkit.intake.readers.book import Rows
from clusterkit.intake.readers.numbered import ORGANISATION
from clusterkit.intake.vocabulary import compact
from clusterkit.tables import tables

_DISTRICT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,12}(?:区|新区|县|生态城))(?:[（(]?(?:共|计)?\d+(?:家|户|个)?[）)]?)?"
)
_ORDINAL = re.compile(r"序号|编号|No\.?", re.IGNORECASE)
_FEWEST = 2  # districts that make it such a list
_LOOKED_AT = 20  # rows in which their names may stand


def districts_in_columns(sheet: Sheet) -> list[Sheet]:
    """Return each district's column as a sheet of names and districts with the same row numbers; none otherwise."""
    rows = sheet.rows
    for at, row in enumerate(rows[:_LOOKED_AT]):
        found = dict(_districts(row))
        if (
            found
            and header_at(rows, at + 2).known < _FEWEST
            and all(_is_of_names(rows[at + 1 :], column) for column in found)
        ):
            return [
                _part(sheet, number, at, column, district)
                for number, (column, district) in enumerate(found.items(), 1)
            ]
    return []


def with_district(rows: Rows, top: int, body: int, start: int, end: int) -> Rows:
    """Return a block of columns with a column of the district that stands right above it; as it is without one.

    ``top`` is the header's first row, ``body`` the first one below it, both 0-based.
    """
    above = [compact(str(cell)) for cell in (rows[top - 1] if top else [])[start:end] if str(cell).strip()]
    found = _DISTRICT.fullmatch(above[0]) if len(above) == 1 else None
    if found is None:
        return rows
    header = tables()["enterprises"].fields["district"].header
    for at, row in enumerate(rows):
        said = header if at == body - 1 else found["name"] if at >= body and any(map(str, row)) else ""
        row.append(said)
    return rows


def _districts(row: Sequence[Cell]) -> Iterator[tuple[int, str]]:
    """Yield the columns of a row that says districts and nothing else, with their names."""
    said = {at: compact(str(cell)) for at, cell in enumerate(row) if str(cell).strip()}
    said = {at: text for at, text in said.items() if not _ORDINAL.fullmatch(text)}
    named = {at: found["name"] for at, text in said.items() if (found := _DISTRICT.fullmatch(text))}
    if len(set(named.values())) >= _FEWEST and len(named) == len(said):
        yield from named.items()


def _is_of_names(rows: Rows, column: int) -> bool:
    said = [text for row in rows if (text := compact(str(_cell(row, column))))]
    return sum(bool(ORGANISATION.fullmatch(text)) for text in said) * 2 > len(said)


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _part(sheet: Sheet, number: int, at: int, column: int, district: str) -> Sheet:
    fields = tables()["enterprises"].fields
    titles: Rows = [[next((cell for cell in row if str(cell).strip()), ""), ""] for row in sheet.rows[:at]]
    names = [_cell(row, column) for row in sheet.rows[at + 1 :]]
    listed: Rows = [[name, district if str(name).strip() else ""] for name in names]
    rows: Rows = [*titles, [fields["name"].header, fields["district"].header], *listed]
    name = sheet.name if number == 1 else f"{sheet.name} 第{number}栏".strip()
    return replace(sheet, name=name, load=lambda: rows, merged=list)
