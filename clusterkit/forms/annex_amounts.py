"""Amounts and periods in an annex: figures that are none, more spent than planned, begun too early, sums that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from clusterkit.edited.figures import amount, months
from clusterkit.findings import Finding, Place, finding
from clusterkit.forms.values import Rows

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Annex, Block

_TOTALS = ("合计", "总计", "小计")


def check_amounts(annex: Annex, block: Block, rows: Rows, year: int) -> Iterator[Finding]:
    """Yield what is wrong with the amounts and periods of a block; ``year`` is that of the application."""
    place = Place(f"附表{annex.number}")
    named = next(number for number, column in enumerate(block.columns) if column.shown_as != "number")
    listed = [row for row in rows if row[named].strip() not in _TOTALS]
    for row in listed:
        yield from _row_amounts(block, row, row[named], place)
        if block.starts:
            yield from _period(annex, block, row, row[named], year)
    yield from _totals(block, rows, listed, named, place)


def _amount_columns(block: Block) -> list[int]:
    return sorted({block.column(field) for pair in block.at_most for field in pair})


def _row_amounts(block: Block, row: Sequence[str], name: str, place: Place) -> Iterator[Finding]:
    for column in _amount_columns(block):
        if row[column].strip() and (amount(row[column]) is None or (amount(row[column]) or 0) < 0):
            spot = Place(place.file, column=block.headers[column])
            yield finding("annex_amount_unclear", spot, key=name, name=name, value=row[column])
    for smaller, larger in block.at_most:
        done, planned = (block.column(field) for field in (smaller, larger))
        first, second = amount(row[done]), amount(row[planned])
        if first is not None and second is not None and first > second:
            spot = Place(place.file, column=block.headers[done])
            yield finding(
                "annex_amount_above", spot, key=name, name=name, value=row[done], limit=row[planned],
                other=block.headers[planned],
            )  # fmt: skip


def _period(annex: Annex, block: Block, row: Sequence[str], name: str, year: int) -> Iterator[Finding]:
    column = block.column(block.starts)
    spot = Place(f"附表{annex.number}", column=block.headers[column])
    found, text = months(row[column]), row[column].strip()
    if text and not found:
        yield finding("annex_period_unclear", spot, key=name, name=name, value=text)
    elif found and found[0][0] < year:
        yield finding(
            "annex_starts_early", spot, key=name, name=name, value=text, year=year, source=annex.source
        )
    if len(found) > 1 and found[1] < found[0]:
        yield finding("annex_period_reversed", spot, key=name, name=name, value=text)


def _totals(block: Block, rows: Rows, listed: Rows, named: int, place: Place) -> Iterator[Finding]:
    """Say where somebody added a total: the form counts it as a row; and whether it is the sum."""
    for row in rows:
        if row[named].strip() not in _TOTALS:
            continue
        wrong = [
            f"“{block.headers[column]}”写的是{row[column]}，各行之和是{total:f}"
            for column in _amount_columns(block)
            if (given := amount(row[column])) is not None
            and given != (total := sum((amount(one[column]) or Decimal(0) for one in listed), Decimal(0)))
        ]
        said = f"，而且{'；'.join(wrong)}" if wrong else ""
        yield finding("annex_total_row", place, key=row[named], name=row[named].strip(), wrong=said)
