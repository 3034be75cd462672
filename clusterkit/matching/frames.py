"""Received frames as columns of plain values, and settled frames with every field of their table, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from clusterkit.findings import Place
from clusterkit.tables import FieldType, Table

Columns = dict[str, list[Any]]

BOOKKEEPING: dict[str, Any] = {
    "_row": 0, "_file": "", "_sheet": "", "_line": 0, "_priority": 0, "_unknown": "", "_assumed": "", "_note": "",
}  # fmt: skip
_DATES: tuple[FieldType, ...] = ("date", "until")
_AMOUNTS: tuple[FieldType, ...] = ("amount", "number")


def columns_of(frame: pd.DataFrame, table: Table) -> Columns:
    """Return the table's fields and the bookkeeping of a received frame, blanks as ``None``.

    Fields that no list had are all blank; rows stand in the order of ``_row``.
    """
    size = len(frame)
    found = {str(name): _values(frame[name]) for name in frame.columns}
    columns: Columns = {name: found.get(name, [None] * size) for name in table.fields}
    for name, default in BOOKKEEPING.items():
        given = found.get(name, [None] * size)
        columns[name] = [default if value is None else value for value in given]
    if "_row" not in found:
        columns["_row"] = list(range(size))
    order = sorted(range(size), key=columns["_row"].__getitem__)
    return columns if order == list(range(size)) else taken(columns, order)


def _values(series: pd.Series[Any]) -> list[Any]:
    values = series.to_numpy(dtype=object)
    blank = series.isna().to_numpy()
    if blank.any():
        values = values.copy()
        values[blank] = None
    return [None if isinstance(value, str) and not value.strip() else value for value in values.tolist()]


def taken(columns: Columns, rows: Sequence[int]) -> Columns:
    """Return the columns with the rows at these positions, which may repeat."""
    return {name: [values[row] for row in rows] for name, values in columns.items()}


def place_of(columns: Columns, row: int, column: str = "") -> Place:
    """Return where the row stands in the files."""
    return Place(columns["_file"][row], columns["_sheet"][row], int(columns["_line"][row]), column)


def settled_frame(columns: Columns, table: Table, further: Mapping[str, str]) -> pd.DataFrame:
    """Return columns as a frame, each with the type of its field; ``further`` gives other columns' types."""
    types = {name: _dtype(entry.type) for name, entry in table.fields.items()}
    types |= {"_row": "int64", "_line": "int64", "_priority": "int64"}
    types |= dict.fromkeys(("_file", "_sheet", "_unknown", "_note"), "str")
    types |= further
    return pd.DataFrame(
        {name: _array(values, types[name]) for name, values in columns.items() if name in types}
    )


def _dtype(kind: FieldType) -> str:
    if kind in _AMOUNTS:
        return "float64"
    if kind in _DATES:
        return "datetime64[s]"
    return {"year": "Int64", "boolean": "boolean"}.get(kind, "str")


def _array(values: list[Any], dtype: str) -> Any:
    if dtype == "float64":
        return np.array([np.nan if value is None else float(value) for value in values], dtype=dtype)
    if dtype == "datetime64[s]":
        return np.array([_day(value) for value in values], dtype=dtype)
    if dtype in ("int64", "bool", "object"):
        return np.array(values, dtype=dtype) if dtype != "object" else _objects(values)
    return pd.array(values, dtype=dtype)  # type: ignore[call-overload]


def _objects(values: Iterable[Any]) -> Any:
    listed = list(values)
    array = np.empty(len(listed), dtype=object)
    array[:] = listed
    return array


def _day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def shown(value: Any) -> str:
    """Return a value as a person reads it in a message."""
    if value is None:
        return "空白"
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
