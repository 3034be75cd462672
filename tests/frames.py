"""The same rows as frames of every engine, and any frame back as plain rows."""

import pandas as pd
import pytest

pl = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")


def columns(rows):
    """Return rows as columns: every name that any row has."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {name: [row.get(name) for row in rows] for name in names}


def _duckdb(rows):
    given = pl.DataFrame(columns(rows), strict=False).to_arrow()  # noqa: F841
    return duckdb.sql("select * from given")


def _arrow(rows):
    return pl.DataFrame(columns(rows), strict=False).to_pandas(use_pyarrow_extension_array=True)


ENGINES = {
    "pandas": lambda rows: pd.DataFrame(columns(rows)),
    "pandas nullable": lambda rows: pd.DataFrame(columns(rows)).convert_dtypes(),
    "pandas arrow": _arrow,
    "pandas objects": lambda rows: pd.DataFrame(
        {k: pd.Series(v, dtype=object) for k, v in columns(rows).items()}
    ),
    "polars": lambda rows: pl.DataFrame(columns(rows), strict=False),
    "polars lazy": lambda rows: pl.LazyFrame(columns(rows), strict=False),
    "pyarrow": lambda rows: pl.DataFrame(columns(rows), strict=False).to_arrow(),
    "duckdb": _duckdb,
}


def plain(frame):
    """Return any frame as rows of plain values."""
    if isinstance(frame, pd.DataFrame):
        found = frame.to_dict("records")
    elif hasattr(frame, "toPandas"):  # PySpark, where it is installed
        found = [row.asDict() for row in frame.collect()]
    else:
        frame = frame.collect() if isinstance(frame, pl.LazyFrame) else frame
        frame = (
            frame.pl()
            if hasattr(frame, "pl")
            else pl.from_arrow(frame)
            if not isinstance(frame, pl.DataFrame)
            else frame
        )
        found = frame.to_dicts()
    return [
        {key: None if value is None or value != value else value for key, value in row.items()}
        for row in found
    ]
