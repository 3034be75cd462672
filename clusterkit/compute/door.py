"""The door for frames: any frame Narwhals knows, brought to the types that rules and formulas count on."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.errors import ClusterkitError
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
ORDER = "_order"  # the number that a row gets here
_BOOKKEEPING = {
    "_row": "number", "branch": "boolean", "ambiguous": "boolean", "_id": "text", "_owner": "text", "_unknown": "text",
    "person_key": "text", "number_key": "text", "number_year": "number",
}  # fmt: skip
_SAID = {"number": "数", "date": "日期", "boolean": " True 或 False", "text": "文字"}
_FRAMES = "可以给的有 pandas、polars、pyarrow、DuckDB、PySpark 的表。"
_TARGETS: dict[str, Any] = {"number": nw.Float64, "boolean": nw.Boolean, "text": nw.String}


def open_door(
    frame: Any, table: Table, wanted: Iterable[str], lazily: bool = False, *, numbered: bool = False
) -> Frame:
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
    numbered
        Whether rows get a number of their own (`ORDER`): in the order of ``_row`` where there is one, else as
        they come. Rows that share a ``_row`` (several owners of one thing) are told apart by it.

    Raises
    ------
    ClusterkitError
        If it is no frame that Narwhals knows, or a column holds something else than its field says.
    """
    opened = opened_as_given(frame, table)
    schema = opened.collect_schema()
    have = [name for name in dict.fromkeys(wanted) if name in schema]
    opened = opened.select(have) if have else opened
    opened = _numbered(opened) if numbered else opened
    if lazily and isinstance(opened, nw.DataFrame) and opened.implementation.is_polars():
        opened = opened.lazy()
    if opened.implementation.is_pandas_like():
        opened = nw.from_native(_settle_pandas(opened.to_native(), table))
        schema = opened.collect_schema()
    floats = not opened.implementation.is_pandas_like()
    casts = [
        cast for name in have if (cast := _cast(name, schema[name], kind_of(table, name), floats)) is not None
    ]
    return opened.with_columns(casts) if casts else opened


def opened_as_given(frame: Any, table: Table) -> Frame:
    """Return ``frame`` as Narwhals sees it, its columns as they are."""
    try:
        opened = nw.from_native(frame)
        if opened.implementation.is_pyarrow():  # Narwhals has no string windows on arrow itself
            opened = nw.from_arrow(opened, backend=ARROW_ENGINE)
    except TypeError:
        kind = type(frame).__name__
        raise ClusterkitError(
            f"“{table.id}”（{table.name}）不是可以计算的表，而是 {kind}。{_FRAMES}"
        ) from None
    except nw.exceptions.DuplicateError:
        raise ClusterkitError(f"“{table.id}”（{table.name}）有同名的列，请改名或去掉重复的列。") from None
    return opened


def _numbered(opened: Frame) -> Frame:
    names = opened.collect_schema().names()
    if isinstance(opened, nw.LazyFrame) and not opened.implementation.is_polars():
        first = [name for name in names if name == "_row"]  # an engine without an order of its own
        return opened.with_row_index(ORDER, order_by=[*first, *sorted({*names} - {"_row"})])
    opened = opened.sort("_row") if "_row" in names else opened
    if isinstance(opened, nw.DataFrame):
        return opened.with_row_index(ORDER)
    return nw.from_native(opened.to_native().with_row_index(ORDER))


def kind_of(table: Table, name: str) -> str:
    """Return what a column holds: text, number, date, boolean; or other (a column to group by)."""
    entry = table.fields.get(name)
    return _FAMILY.get(entry.type, "text") if entry else _BOOKKEEPING.get(name, "other")


def _cast(name: str, dtype: Any, kind: str, floats: bool) -> nw.Expr | None:
    if kind == "other":
        return None
    column = nw.col(name)
    if kind == "date":
        return None if isinstance(dtype, (nw.Date, nw.Datetime)) else column.cast(nw.String).str.to_date()
    if kind == "number":
        if dtype.is_float():
            return column.fill_nan(None) if floats else None
        return None if dtype.is_numeric() and not dtype.is_decimal() else column.cast(nw.Float64)
    if dtype == _TARGETS[kind]:
        return None
    if kind == "text" and dtype.is_float():  # codes that came as numbers: 3973.0 is 3973
        column = column.cast(nw.Int64)
    return column.cast(_TARGETS[kind])


def _settle_pandas(frame: Any, table: Table) -> Any:
    """Give pandas' columns the dtype of their kind where Narwhals could not, or not from what is in them."""
    changed = {}
    for name in frame.columns:
        kind = kind_of(table, name)
        try:
            column = _settled(frame[name], kind)
        except (TypeError, ValueError):
            example = next((f"，例如“{value}”不是" for value in frame[name] if isinstance(value, str)), "")
            said = f"“{table.id}”（{table.name}）的“{name}”列应当全是{_SAID[kind]}，没有的留空{example}。"
            raise ClusterkitError(said) from None
        if column is not frame[name]:
            changed[name] = column
    return frame.assign(**changed) if changed else frame


def _settled(column: Any, kind: str) -> Any:
    import pandas as pd

    if kind == "other":  # an object column that holds nothing has no type that joins could agree on
        return column.astype("str") if column.dtype == object and column.isna().all() else column
    if kind == "boolean":
        return column if column.dtype == "boolean" else column.astype("boolean")
    if kind == "date":
        return column if column.dtype.kind == "M" and _is_numpy(column) else _dates(column)
    if kind == "number":
        if not pd.api.types.is_numeric_dtype(column.dtype):
            column = pd.to_numeric(column)
        return column if _is_numpy(column) else column.astype("float64")
    if column.dtype.kind == "f":
        return column.astype("Int64")
    return column.astype("str") if column.dtype == object else column


def _is_numpy(column: Any) -> bool:
    import numpy as np

    return isinstance(column.dtype, np.dtype)


def _dates(column: Any) -> Any:
    import pandas as pd

    return pd.to_datetime(column.astype(object)).astype("datetime64[s]")
