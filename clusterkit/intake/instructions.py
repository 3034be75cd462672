"""Rows that say how to fill in the columns: “18位，不要有空格”, “保留两位小数” below the header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clusterkit.guide import Guide
from clusterkit.intake.cells.numbers import read_about, read_number
from clusterkit.intake.columns import Column
from clusterkit.intake.readers import Cell
from clusterkit.intake.readers.numbered import ORGANISATION
from clusterkit.intake.rows import Body
from clusterkit.intake.typed import reader_of
from clusterkit.intake.vocabulary import compact, is_absent
from clusterkit.tables import Field

_MOST = 3  # rows below a header that may be such
_FEWEST = 2  # cells that cannot be what their columns are of
_FREE = {"text", "names"}  # what may say anything


def without_instructions(
    body: Body, rows: Sequence[Sequence[Cell]], taken: Sequence[Column], subject: str, guide: Guide
) -> Body:
    """Return the rows of a list without those at its top of which no cell is what its column is of."""
    found: list[int] = []
    for index in body.indices[:_MOST]:
        if not _instructs(rows[index], taken, subject, guide):
            break
        found.append(index)
    if not found:
        return body
    left = [index for index in body.indices if index not in found]
    return replace(
        body, indices=left, nameless=[at for at in body.nameless if at in left], instructions=found
    )


def _instructs(row: Sequence[Cell], taken: Sequence[Column], subject: str, guide: Guide) -> bool:
    said = [(column.field, row[column.at]) for column in taken if column.at < len(row)]
    if any(one.id == subject and ORGANISATION.fullmatch(compact(str(cell))) for one, cell in said):
        return False
    told = [(one, cell) for one, cell in said if one.type not in _FREE and not is_absent(str(cell))]
    return len(told) >= _FEWEST and not any(_fits(cell, one, guide) for one, cell in told)


def _fits(cell: Cell, one: Field, guide: Guide) -> bool:
    """Return whether a cell can be what its column is of, or at least is meant to be: a figure, a code, a date."""
    if not isinstance(cell, str):
        return True
    if one.type == "amount":
        return bool(read_number(cell, one.unit)) or read_about(cell, one.unit) is not None
    if one.type == "uscc":
        return compact(cell).isascii()
    reading = reader_of(one, guide)(cell)
    return not reading.fault and not reading.unknown
