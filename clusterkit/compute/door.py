"""The door for frames: any frame Narwhals knows, brought to the types that rules and formulas count on."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.tables import Table

Frame = Any  # a Narwhals DataFrame or LazyFrame: a union of the two cannot be joined with itself in types

ARROW_ENGINE: Any = "polars" if find_spec("polars") else "pandas"
_FAMILY = {
    "amount": "number",
    "number": "number",
    "year": "number",
    "date": "date",
    "until": "date",
    "boolean": "boolean",
}
_TARGETS: dict[str, Any] = {"number": nw.Float64, "boolean": nw.Boolean, "text": nw.String}


def open_door(frame: Any, table: Table, wanted: Iterable[str], lazily: bool = False) -> Frame:
    """Return the wanted columns that ``frame`` has, lazily where it can, in the types of the table's fields.

    Parameters
    ----------
    frame
        pandas, polars, pyarrow, DuckDB, PySpark … with the field ids of the table as columns.
    table
        The table that it is.
    wanted
        Columns that are needed; others are dropped at once.
    lazily
        Whether eager polars frames are made lazy, so that their engine sees the whole question at once.

    Raises
    ------
    TypeError
        If it is no frame that Narwhals knows.
    """
    opened: Frame = nw.from_native(frame)
    if opened.implementation.is_pyarrow():
        opened = nw.from_arrow(opened, backend=ARROW_ENGINE)  # Narwhals has no string windows on arrow itself
    schema = opened.collect_schema()
    have = [name for name in dict.fromkeys(wanted) if name in schema]
    opened = opened.select(have) if have else opened
    if lazily and isinstance(opened, nw.DataFrame) and opened.implementation.is_polars():
        opened = (opened if "_row" in have else opened.with_row_index("_row")).lazy()
    if opened.implementation.is_pandas_like():
        opened = nw.from_native(_settle_pandas(opened.to_native(), table))
        schema = opened.collect_schema()
    floats = not opened.implementation.is_pandas_like()
    casts = [
        cast for name in have if (cast := _cast(name, schema[name], kind_of(table, name), floats)) is not None
    ]
    return opened.with_columns(casts) if casts else opened


def kind_of(table: Table, name: str) -> str:
    """Return what a column holds: text, number, date or boolean."""
    if name in ("_row", "_priority"):
        return "number"
    if name in ("branch", "ambiguous", "_also_enterprise"):
        return "boolean"
    entry = table.fields.get(name)
    return _FAMILY.get(entry.type, "text") if entry else "text"


def _cast(name: str, dtype: Any, kind: str, floats: bool) -> nw.Expr | None:
    column = nw.col(name)
    if kind == "date":
        return None if isinstance(dtype, (nw.Date, nw.Datetime)) else column.cast(nw.String).str.to_date()
    if kind == "number":
        if dtype.is_float():
            return column.fill_nan(None) if floats else None
        return None if dtype.is_numeric() else column.cast(nw.Float64)
    if dtype == _TARGETS[kind]:
        return None
    return column.cast(_TARGETS[kind])


def _settle_pandas(frame: Any, table: Table) -> Any:
    """Give pandas' object columns the dtype of their kind; leave all others alone."""
    import pandas as pd

    changed = {}
    for name in frame.columns:
        column, kind = frame[name], kind_of(table, name)
        if kind == "boolean" and column.dtype != "boolean":
            changed[name] = column.astype("boolean")
        elif column.dtype == object:
            if kind == "number":
                changed[name] = pd.to_numeric(column).astype("float64")
            elif kind == "date":
                changed[name] = pd.to_datetime(column).astype("datetime64[s]")
            else:
                changed[name] = column.astype("str")
    return frame.assign(**changed) if changed else frame
