"""From typed columns to a frame: one row per list row, and per year where headers name several years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from clusterkit.intake.sheets import Cells
from clusterkit.intake.years import TitleYear, has_figures_by_year
from clusterkit.tables import FieldType, Table

BOOKKEEPING = ("_row", "_file", "_sheet", "_line", "_priority", "_unknown", "_assumed", "_note")
_TYPES: dict[str, str] = {"amount": "float64", "number": "float64", "year": "Int64", "boolean": "boolean"}


@dataclass(frozen=True)
class Where:
    """What every row of a list has in common."""

    file: str
    sheet: str
    priority: int


def series(values: Sequence[Any], kind: FieldType) -> pd.Series[Any]:
    """Return a column in the type that its field has in received tables."""
    return pd.Series(values, dtype=_TYPES.get(kind, "object"))


def build(table: Table, cells: Cells, where: Where, title: TitleYear) -> pd.DataFrame:
    """Return the frame of a list, without ``_row`` (which runs over all lists of a table)."""
    count = len(cells.lines)
    frame = pd.DataFrame(index=range(count))
    general = {field: values for (field, year), values in cells.columns.items() if year is None}
    years = sorted({year for _, year in cells.columns if year is not None})
    columns = {field: series(values, table.fields[field].type) for field, values in general.items()}
    columns |= _bookkeeping(cells, where)
    if not has_figures_by_year(table):
        return _ordered(pd.DataFrame(columns, index=frame.index), table)
    twice = any(
        year is not None and field in general for field, year in cells.columns
    )  # of the row's year, and of another
    own = _row_years(columns, [] if twice else years, title)
    if len(years) < 2 and not twice:
        for (field, year), values in cells.columns.items():
            if year is not None:
                columns[field] = series(values, table.fields[field].type)
        return _ordered(pd.DataFrame(columns | {"year": own}, index=frame.index), table)
    return _ordered(_long(table, cells, columns, own, years), table)


def _row_years(columns: dict[str, Any], years: Sequence[int], title: TitleYear) -> pd.Series[Any]:
    """Return each row's year: its own, else the header's, else the title's, else the reference year."""
    fallback = title.base
    if len(years) == 1:
        fallback = years[0]
    elif years and title.named is None and title.reference not in years:
        fallback = years[-1]
    count = len(columns["_line"])
    own = columns.get("year", pd.Series([None] * count, dtype="Int64"))
    filled: pd.Series[Any] = own.fillna(fallback)
    return filled


def _long(
    table: Table, cells: Cells, columns: dict[str, Any], own: pd.Series[Any], years: Sequence[int]
) -> pd.DataFrame:
    """Unpivot: the columns of one year after another, without the rows that have no figure of that year."""
    by_year = {field for field, year in cells.columns if year is not None}
    figures = [name for name in columns if name in table.fields and table.fields[name].type == "amount"]
    every = sorted({*years, *(own.unique().tolist() if figures else [])})
    parts = []
    for year in every:
        here = pd.DataFrame({name: values for name, values in columns.items() if name not in by_year})
        mine = own == year
        for name in figures:
            here[name] = columns[name].where(mine) if name not in by_year else columns[name]
        given = mine.copy() if year not in years else pd.Series(False, index=here.index)
        for field in by_year:
            values = cells.columns.get((field, year))
            if values is None and field in columns:
                here[field] = columns[field].where(mine)
            else:
                here[field] = series(
                    values if values is not None else [None] * len(here), table.fields[field].type
                )
            given |= here[field].notna()
        here["year"] = pd.Series([year] * len(here), dtype="Int64")
        parts.append(here[given | (mine & (year == _kept(own, years)))])
    return pd.DataFrame(pd.concat(parts).sort_index(kind="stable").reset_index(drop=True))


def _kept(own: pd.Series[Any], years: Sequence[int]) -> int:
    """Return the year whose row stands even without figures, so that no enterprise is lost."""
    common = own.mode()
    return int(common.iloc[0]) if len(common) else years[-1]


def _bookkeeping(cells: Cells, where: Where) -> dict[str, Any]:
    count = len(cells.lines)
    unknown, assumed, notes = [""] * count, [""] * count, [""] * count
    for at, fields in cells.unknown.items():
        unknown[at] = ",".join(fields)
    for at, fields in cells.assumed.items():
        assumed[at] = ",".join(fields)
    for at, said in cells.notes.items():
        notes[at] = "；".join(said)
    return {
        "_file": pd.Series([where.file] * count, dtype="object"),
        "_sheet": pd.Series([where.sheet] * count, dtype="object"),
        "_line": pd.Series(cells.lines, dtype="int64"),
        "_priority": pd.Series([where.priority] * count, dtype="int64"),
        "_unknown": pd.Series(unknown, dtype="object"),
        "_assumed": pd.Series(assumed, dtype="object"),
        "_note": pd.Series(notes, dtype="object"),
    }


def _ordered(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    named = [name for name in (*table.fields, *BOOKKEEPING) if name in frame]
    return frame[named]


def join(parts: Sequence[pd.DataFrame], table: Table) -> pd.DataFrame:
    """Return the lists of a table as one frame, rows numbered through; a field that one list lacks is null."""
    fields = [name for name in table.fields if any(name in part for part in parts)]
    completed = []
    for part in parts:
        missing = {
            name: series([None] * len(part), table.fields[name].type) for name in fields if name not in part
        }
        completed.append(part.assign(**missing) if missing else part)
    whole = pd.concat([part[[*fields, *BOOKKEEPING[1:]]] for part in completed], ignore_index=True)
    whole.insert(len(fields), "_row", range(len(whole)))
    return whole


__all__ = ["BOOKKEEPING", "Where", "build", "join", "series"]
