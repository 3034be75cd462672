"""The columns of an evidence sheet: what stands in the cells, and what they are computed from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from clusterkit.forms.workbook.row_formula import YES
from clusterkit.tables import Field

Kind = Literal[
    "text", "long", "amount", "year", "date", "number",
    "decision",  # 0 or 1, to be changed by hand
    "flag",  # 0 or 1, worked out from decisions and figures
]  # fmt: skip
Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """One column.

    Parameters
    ----------
    id
        A field's id, or a name of the sheet's own that begins with an underscore.
    cells
        What each line shows; beside a formula what it gives.
    formula
        A template with the ids of other columns in braces; ``""`` where the cells are plain values.
    detail
        Whether no indicator reads the column, so that it may be folded away.
    """

    id: str
    header: str
    kind: Kind
    cells: Sequence[Cell]
    formula: str = ""
    detail: bool = False


def header(field: Field) -> str:
    """Return a field's header with its unit: ``产值（万元）``."""
    return f"{field.header}（{field.unit}）" if field.unit else field.header


def field_column(field: Field, values: Iterable[Any], *, detail: bool = False) -> Column:
    """Return the column of a field."""
    cells = [_cell(field, value) for value in values]
    return Column(field.id, header(field), _kind(field), cells, detail=detail)


def _kind(field: Field) -> Kind:
    kinds: dict[str, Kind] = {
        "amount": "amount", "number": "amount", "year": "year", "date": "date", "until": "date",
    }  # fmt: skip
    return kinds.get(field.type, "text")


def _cell(field: Field, value: Any) -> Cell:
    if pd.isna(value):
        return None
    if field.holds_figures:
        return whole(float(value))
    if field.type == "year":
        return int(value)
    if field.type == "boolean":
        return YES if value else "否"
    if field.type in ("date", "until"):
        return "长期" if value.year == 9999 else date(value.year, value.month, value.day)
    return str(value) or None


def whole(value: float) -> int | float:
    """Return a number without a fraction as an integer."""
    return int(value) if value.is_integer() else value


def number(value: float) -> Cell:
    """Return an amount as a cell, nothing for NaN."""
    return None if value != value else whole(value)
