"""A list read again with an answer: which fields of its rows say something else."""

from __future__ import annotations

from typing import Any

import pandas as pd

from clusterkit.questions.keep import Keep, ListSpot
from clusterkit.questions.touched import Edit
from clusterkit.questions.world import World
from clusterkit.tables import tables


def reread(world: World, keep: Keep, spot: ListSpot, value: str) -> list[Edit] | None:
    """Return what the rows of a list say differently with an answer; None where they are not the same rows."""
    after = world.read_with(keep, value, spot.file).tables.get(spot.table)
    if after is None or spot.table not in world.received.tables:
        return None
    old, new = (of_list(frame, spot) for frame in (world.received.tables[spot.table], after))
    if old["_line"].tolist() != new["_line"].tolist():
        return None
    known = _read_columns(spot.table)
    edits = [Edit(spot.table, name, _changes(old, new, name)) for name in new.columns if name in known]
    return [edit for edit in edits if edit.values]


def of_list(frame: pd.DataFrame, spot: ListSpot) -> pd.DataFrame:
    """Return the rows of one list."""
    return frame[(frame["_file"] == spot.file) & (frame["_sheet"].fillna("") == spot.sheet)]


def _read_columns(table: str) -> set[str]:
    """Return the columns of a received table that reading fills."""
    return {*tables()[table].fields, "_unknown", "_assumed", "_note"}


def _changes(old: pd.DataFrame, new: pd.DataFrame, name: str) -> dict[int, Any]:
    """Return what some rows say now, where that is something else than before."""
    before = old[name] if name in old else pd.Series([None] * len(old), index=old.index, dtype=object)
    pairs = zip(old["_row"].tolist(), _plain(before), _plain(new[name]), strict=True)
    return {row: other for row, one, other in pairs if one != other}


def _plain(column: pd.Series[Any]) -> list[Any]:
    """Return a column's values, blanks as None."""
    return column.astype(object).where(column.notna(), None).tolist()
