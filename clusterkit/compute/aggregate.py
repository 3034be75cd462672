"""``compute``: the indicators on any frame Narwhals knows, whole or by group, in one pass over each table."""

from __future__ import annotations

import difflib
import operator
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.compute.demand import demands
from clusterkit.compute.door import Frame, open_door
from clusterkit.compute.owners import ENTERPRISES, like
from clusterkit.compute.prepare import Engine
from clusterkit.compute.sums import TableSums, grouped, sized
from clusterkit.compute.totals import column_value, unit_factor
from clusterkit.errors import ClusterkitError
from clusterkit.guide import Guide
from clusterkit.scope import Scope
from clusterkit.tables import tables


def compute(
    guide: Guide,
    tables: Mapping[str, Any],
    scope: Scope,
    by: str | Sequence[str] | None = None,
    only: Iterable[str] | None = None,
) -> Any:
    """Compute the indicators of settled tables, whole or by group.

    Parameters
    ----------
    guide
        From `load_guide`.
    tables
        ``{"enterprises": frame, …}``: pandas, polars (lazy too), pyarrow, DuckDB or PySpark frames with the
        field ids as columns, settled: codes matched, words canonical, amounts in the fields' units.
        A table that is absent gives nulls.
    scope
        Year, industries, districts, choices.
    by
        Column(s) of enterprises to group by. A row of another table belongs to the group of its owner, or of
        its own column of that name; rows without a group are left out, and an indicator of a table that knows
        no groups (nor owners) is null.
    only
        Ids of the indicators wanted, in that order; all if not given.

    Returns
    -------
    frame
        Of the kind given (lazy stays lazy): one row, or one row per group in their order; one float column per
        indicator, in the indicator's unit, not rounded.

    Raises
    ------
    ClusterkitError
        If a table, an indicator or a column to group by is not known, or a column holds what it should not.

    Examples
    --------
    >>> import pandas as pd, clusterkit as ck
    >>> firms = pd.DataFrame({"uscc": ["A", "B"], "industry_code": ["3973", "1310"], "district": ["西青区"] * 2,
    ...                       "output_value": [20000.0, 5000.0]})
    >>> guide, scope = ck.load_guide("tianjin-2025-1"), ck.Scope(2024, industries=["39"])
    >>> ck.compute(guide, {"enterprises": firms}, scope)["output_value"].tolist()
    [2.0]
    """
    groups = (by,) if isinstance(by, str) else tuple(by or ())
    _check_tables(tables)
    engine = Engine(guide, scope, tables, groups, lazily=True)
    wanted = _wanted(guide, only)
    sums = {
        name: TableSums(engine, name, demands(guide, name, wanted)) for name in _needed(guide, tables, wanted)
    }
    frames = {name: frame for name, part in sums.items() if (frame := part.aggregated()) is not None}
    if not frames or (groups and ENTERPRISES in tables and ENTERPRISES not in frames):
        frames["bare"] = _bare(tables, groups)
    joined = reduce(lambda one, other: _join(one, other, groups), frames.values())
    columns = [_value(engine, frames, indicator).alias(indicator) for indicator in wanted]
    found = joined.select(*groups, *columns)
    return _as_given(found.sort(*groups) if groups else found, tables)


def _bare(given: Mapping[str, Any], groups: tuple[str, ...]) -> Frame:
    """Return one row, or a row per group of the enterprises, without any indicator."""
    name = ENTERPRISES if groups and ENTERPRISES in given else next(iter(given))
    frame = grouped(open_door(given[name], tables()[name], groups, lazily=True), name, groups)
    if frame is None:
        raise ClusterkitError(f"给出的表里没有用来分组的列“{'、'.join(groups)}”。")
    return sized(frame, "bare", groups)


def _as_given(found: Frame, tables: Mapping[str, Any]) -> Any:
    """Return the answer as a frame of the kind given: what came in eager goes out eager."""
    opened = [nw.from_native(table) for table in tables.values()]
    if isinstance(found, nw.LazyFrame) and any(isinstance(table, nw.DataFrame) for table in opened):
        found = found.collect()
    if isinstance(found, nw.DataFrame) and any(table.implementation.is_pyarrow() for table in opened):
        return found.to_arrow()
    return found.to_native()


def _check_tables(given: Mapping[str, Any]) -> None:
    if not given:
        raise ClusterkitError("没有给出任何表：请至少给出一张（例如 enterprises）。")
    for name in given:
        if name not in tables():
            raise ClusterkitError(f"没有名为“{name}”的表，可用的表：{'、'.join(tables())}。")


def _wanted(guide: Guide, only: Iterable[str] | None) -> list[str]:
    wanted = [*guide.indicators] if only is None else [*only]
    for name in wanted:
        if name not in guide.indicators:
            near = difflib.get_close_matches(name, guide.indicators, 1)
            raise ClusterkitError(f"没有名为“{name}”的指标" + (f"，是否应为“{near[0]}”？" if near else "。"))
    return wanted


def _needed(guide: Guide, given: Mapping[str, Any], wanted: Sequence[str]) -> list[str]:
    asked = {rows.table for name in wanted for rows in guide.indicators[name].rows}
    return [name for name in tables() if name in given and name in asked]


def _join(one: Frame, other: Frame, groups: tuple[str, ...]) -> Frame:
    """Put two tables' totals side by side, for every group that either has."""
    other = like(other, one)
    if not groups:
        return one.join(other, how="cross")
    joined = one.join(other, on=list(groups), how="full", suffix="__other")
    both = {name: nw.coalesce(nw.col(name), nw.col(f"{name}__other")) for name in groups}
    return joined.with_columns(**both).drop([f"{name}__other" for name in groups])


def _value(engine: Engine, given: Collection[str], name: str) -> nw.Expr:
    """Return the column of one indicator over the totals of the tables there are."""
    indicator = engine.guide.indicators[name]
    if indicator.reported is not None:
        value = None if engine.by else engine.scope.organisation.get(indicator.reported)
        return nw.lit(None if value is None else float(value), nw.Float64)
    if any(rows.table not in given and not rows.optional for rows in indicator.rows):
        return nw.lit(None, nw.Float64)
    sources = [rows.table for rows in indicator.rows if rows.table in given]
    columns = {call: _total(sources, name, index, call) for index, call in enumerate(indicator.aggregates)}
    return column_value(indicator, columns, unit_factor(engine.guide, name)).cast(nw.Float64)


def _total(sources: Sequence[str], name: str, index: int, call: Any) -> nw.Expr:
    """Return a sum or count over all its tables; a sum over rows without any figure is null."""
    number = _added(f"{source}__{name}__n" for source in sources)
    if call.function == "count":
        return number
    rows = _added(f"{source}__rows" for source in sources)
    total = _added(f"{source}__{name}__{index}" for source in sources)
    return nw.when((number > 0) | (rows == 0)).then(total)


def _added(columns: Iterable[str]) -> nw.Expr:
    return reduce(operator.add, (nw.col(column).fill_null(0) for column in columns))
