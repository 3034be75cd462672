"""``compute``: the indicators on any frame Narwhals knows, whole or by group, in one pass over each table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.compute.demand import Demand, demands
from clusterkit.compute.door import Frame, open_door
from clusterkit.compute.prepare import ENTERPRISES, Engine, all_of, literal
from clusterkit.compute.totals import column_value, unit_factor
from clusterkit.errors import ClusterkitError
from clusterkit.guide import Guide
from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.tree import Node
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
        its own column of that name; rows without a group are left out.
    only
        Ids of the indicators wanted; all if not given.

    Returns
    -------
    frame
        Of the kind given (lazy stays lazy): one row, or one row per group; one float column per indicator, in
        the indicator's unit, not rounded.

    Raises
    ------
    ClusterkitError
        If a table or a column to group by is not known.

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
    wanted = [*guide.indicators] if only is None else [*only]
    parts = [_Table(engine, name, demands(guide, name, wanted)) for name in _needed(guide, tables, wanted)]
    frames = [part.aggregated() for part in parts]
    if not tables:
        raise ClusterkitError("没有给出任何表：请至少给出一张（例如 enterprises）。")
    frames = frames or [_bare(tables, groups)]
    joined = reduce(lambda one, other: _join(one, other, groups), frames)
    columns = [_value(engine, parts, indicator).alias(indicator) for indicator in wanted]
    return _as_given(joined.select(*groups, *columns), tables)


def _bare(given: Mapping[str, Any], groups: tuple[str, ...]) -> Frame:
    """Return one row, or a row per group, where no table is given that the indicators read: all are missing."""
    name = ENTERPRISES if groups and ENTERPRISES in given else next(iter(given))
    frame = open_door(given[name], tables()[name], groups, lazily=True)
    return (
        frame.group_by(*groups).agg(nw.len().alias("rows"))
        if groups
        else frame.select(nw.len().alias("rows"))
    )


def _as_given(found: Frame, tables: Mapping[str, Any]) -> Any:
    """Return the answer as a frame of the kind given: what came in eager goes out eager."""
    opened = [nw.from_native(table) for table in tables.values()]
    if isinstance(found, nw.LazyFrame) and any(isinstance(table, nw.DataFrame) for table in opened):
        found = found.collect()
    if isinstance(found, nw.DataFrame) and any(table.implementation.is_pyarrow() for table in opened):
        return found.to_arrow()
    return found.to_native()


def _check_tables(given: Mapping[str, Any]) -> None:
    for name in given:
        if name not in tables():
            raise ClusterkitError(f"没有名为“{name}”的表，可用的表：{'、'.join(tables())}。")


def _needed(guide: Guide, given: Mapping[str, Any], wanted: Sequence[str]) -> list[str]:
    asked = {rows.table for name in wanted for rows in guide.indicators[name].rows}
    return [name for name in tables() if name in given and name in asked]


class _Table:
    """One table's totals: a column for each sum and count of each indicator."""

    def __init__(self, engine: Engine, name: str, asked: tuple[Demand, ...]) -> None:
        self.engine, self.name, self.asked = engine, name, asked
        self.sums: dict[tuple[str, Node], str] = {}

    def aggregated(self) -> Frame:
        frame = self.engine.prepared(self.name, self.asked)
        groups = self.engine.by
        if groups:
            missing = [name for name in groups if name not in frame.collect_schema()]
            if missing and self.name == ENTERPRISES:
                raise ClusterkitError(f"企业表没有用来分组的列“{missing[0]}”。")
            frame = frame.with_columns(nw.lit(None, nw.String).alias(name) for name in missing)
            frame = frame.filter(*(~nw.col(name).is_null() for name in groups))
        rows = nw.len().alias(f"{self.name}__rows")
        base = frame.group_by(*groups).agg(rows) if groups else frame.select(rows)
        if all(demand.in_scope_first for demand in self.asked):
            frame = frame.filter(nw.col("in_scope"))
        return _join(base, self._summed(frame), groups)

    def _summed(self, frame: Frame) -> Frame:
        groups = self.engine.by
        frame, flags = self._flagged(frame)
        print_ = self.engine.printer(frame, tables()[self.name])
        gives = {name: column for demand in self.asked for name, column in self._gives(print_, demand, flags)}
        frame = frame.with_columns(**gives)
        totals = [nw.col(name).sum() for name in gives]
        return frame.group_by(*groups).agg(*totals) if groups else frame.select(*totals)

    def _flagged(self, frame: Frame) -> tuple[Frame, dict[str, str]]:
        """Add a column per demand that says which rows count (equal conditions share one)."""
        print_ = self.engine.printer(frame, tables()[self.name])
        names: dict[str, str] = {}
        columns: dict[str, nw.Expr] = {}
        for demand in self.asked:
            names[demand.indicator.id] = name = f"{demand.indicator.id}__ok"
            columns[name] = self._counts(print_, demand)
        frame = frame.with_columns(**columns)
        once = [demand for demand in self.asked if demand.rows.once]
        if once:
            frame = _ordered(frame)
            frame = frame.with_columns(**_keyed(print_, once))
            frame = frame.with_columns(
                **{names[demand.indicator.id]: self._first(print_, demand) for demand in once}
            )
        return frame, names

    def _counts(self, print_: Columns, demand: Demand) -> nw.Expr:
        where = [print_.condition(demand.rows.where_tree)] if demand.rows.where_tree else []
        rules = demand.rules
        if demand.in_scope_first:
            where.append(nw.col("in_scope"))
            rules = rules[len(self.engine.guide.sequences[demand.rows.rules[0]].rules) :]
        amounts = [print_.amount(call) for call in demand.indicator.aggregates]
        there = [
            ~amount.is_null() if isinstance(amount, nw.Expr) else amount is not None for amount in amounts
        ]
        return all_of([*where, *(print_.condition(rule.tree) for rule in rules), *there])

    def _first(self, print_: Columns, demand: Demand) -> nw.Expr:
        """Leave one row per thing: the first of those that count."""
        name = demand.indicator.id
        order, ok = nw.col(f"{name}__order"), nw.col(f"{name}__ok")
        keys = [f"{name}__key{index}" for index, _ in enumerate(key_columns(print_, demand))]
        first = nw.when(ok).then(order).min().over(*self.engine.by, *keys)
        return ok & (order == first).fill_null(False)

    def _gives(
        self, print_: Columns, demand: Demand, flags: Mapping[str, str]
    ) -> Iterable[tuple[str, nw.Expr]]:
        """Yield what a row gives to the number of rows that count and to each sum."""
        ok = nw.col(flags[demand.indicator.id])
        yield f"{self.name}__{demand.indicator.id}__n", ok.cast(nw.Int64)
        for index, call in enumerate(demand.indicator.aggregates):
            if call.function == "sum":
                amount = nw.when(ok).then(literal(print_.amount(call)))
                yield f"{self.name}__{demand.indicator.id}__{index}", amount


def _keyed(print_: Columns, once: Iterable[Demand]) -> dict[str, nw.Expr]:
    """Return what rows of one thing agree in, and their order, as columns of each demand."""
    columns: dict[str, nw.Expr] = {}
    for demand in once:
        name = demand.indicator.id
        columns |= {f"{name}__key{index}": key for index, key in enumerate(key_columns(print_, demand))}
        columns[f"{name}__order"] = order_column(print_, demand)
    return columns


def order_column(print_: Columns, demand: Demand) -> nw.Expr:
    """Return the order in which the first of several rows of one thing stands."""
    order = nw.col("_row").cast(nw.Float64)
    prefer = print_.print(demand.prefer) if demand.prefer else None
    return prefer.fill_null(0) * 1e9 + order if isinstance(prefer, nw.Expr) else order


def key_columns(print_: Columns, demand: Demand) -> list[nw.Expr]:
    """Return what rows of one thing agree in, as text (nothing is one value, too)."""
    printed = (print_.print(tree) for tree in demand.rows.once_trees)
    return [key.cast(nw.String).fill_null("") for key in printed if isinstance(key, nw.Expr)]


def _ordered(frame: Frame) -> Frame:
    """Give the rows an order where they came without one."""
    if "_row" in frame.collect_schema():
        return frame
    if isinstance(frame, nw.LazyFrame):
        return frame.with_row_index("_row", order_by=sorted(frame.collect_schema().names()))
    return frame.with_row_index("_row")


def _join(one: Frame, other: Frame, groups: tuple[str, ...]) -> Frame:
    if not groups:
        return one.join(other, how="cross")
    return one.join(other, on=list(groups), how="left")


def _value(engine: Engine, parts: Sequence[_Table], name: str) -> nw.Expr:
    """Return the column of one indicator over the tables' totals."""
    indicator = engine.guide.indicators[name]
    if indicator.reported is not None:
        value = None if engine.by else engine.scope.organisation.get(indicator.reported)
        return nw.lit(None if value is None else float(value), nw.Float64)
    given = {part.name: part for part in parts}
    if any(rows.table not in given and not rows.optional for rows in indicator.rows):
        return nw.lit(None, nw.Float64)
    sources = [given[rows.table] for rows in indicator.rows if rows.table in given]
    columns = {call: _total(sources, name, index, call) for index, call in enumerate(indicator.aggregates)}
    return column_value(indicator, columns, unit_factor(engine.guide, name)).cast(nw.Float64)


def _total(sources: Sequence[_Table], name: str, index: int, call: Any) -> nw.Expr:
    counts = [nw.col(f"{source.name}__{name}__n").fill_null(0) for source in sources]
    number = reduce(lambda one, other: one + other, counts)
    if call.function == "count":
        return number
    columns = {f"{source.name}__{name}__{index}" for source in sources}
    sums = [nw.col(column).fill_null(0) for column in sorted(columns)]
    rows = reduce(
        lambda one, other: one + other, [nw.col(f"{source.name}__rows").fill_null(0) for source in sources]
    )
    total = reduce(lambda one, other: one + other, sums)
    return nw.when((number > 0) | (rows == 0)).then(total)
