"""Totals rows: no rows of the list, but checked against the sums of the rows above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import fsum, sqrt

from clusterkit.findings import Finding, finding
from clusterkit.intake.cells.amounts import amounts
from clusterkit.intake.cells.numbers import read_number
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.columns import Column
from clusterkit.intake.figures import Figures
from clusterkit.intake.rows import Total
from clusterkit.intake.sheets import Cells, Recognised


def total_findings(one: Recognised, cells: Cells) -> Iterator[Finding]:
    """Yield where a total says another figure than the rows above it add up to."""
    taken = {column.at: column for column in one.assigned.taken}
    places = [sum(line <= total.index for line in cells.lines) for total in one.body.totals]
    for total, before, upto, after in zip(
        one.body.totals, [0, *places], places, [*places[1:], len(cells.lines)], strict=False
    ):
        for at, figures in cells.figures.items():
            if figures.trusted:
                yield from _check(one, total, taken[at], figures, (before, upto, after))


def _check(
    one: Recognised, total: Total, column: Column, figures: Figures, group: tuple[int, int, int]
) -> Iterator[Finding]:
    row = one.sheet.rows[total.index]
    cell = row[column.at] if column.at < len(row) else ""
    written = amounts([cell], column.field.unit or "", figures.unit or None, rate=one.settings.rate).values[0]
    if written != written:
        return
    start, upto, after = group
    spans = [(start, upto), (0, upto)] if upto else []
    spans += [(upto, after), (upto, len(figures.values))]  # totals may stand above their rows
    sums = [_of(figures.values[first:last], total.kind) for first, last in spans]
    slack = _slack(as_text(cell), written, max(upto, len(figures.values) - upto))
    if any(abs(written - value) <= slack + 1e-9 * abs(value) for value in sums):
        return
    nearest = min(sums[:2], key=lambda value: abs(written - value))
    place = replace(one.place, row=total.index + 1, column=column.header)
    unit = column.field.unit or ""
    said, computed = f"{written:,.10g} {unit}", f"{nearest:,.10g} {unit}"
    yield finding("total_disagrees", place, name=total.name, written=said, computed=computed)


def _of(values: Sequence[float], kind: str) -> float:
    filled = [value for value in values if value == value]
    total = fsum(filled)
    return total / len(filled) if kind == "average" and filled else total


def _slack(text: str, written: float, rows: int) -> float:
    """Return what rounding explains: half of the last digit written, more for more rounded rows."""
    number = read_number(text)
    if number is None or not number.value:
        return 0.5
    exponent = number.value.normalize().as_tuple().exponent
    digits = min(int(exponent), 0) if isinstance(exponent, int) else 0
    scale = abs(Decimal(repr(written)) / number.value)
    return float(scale) * 0.5 * 10.0**digits * sqrt(max(rows, 1))
