"""One table's totals: how many rows count and what they sum to, per indicator, whole or by group, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import narwhals.stable.v2 as nw

from clusterkit.compute.demand import Demand
from clusterkit.compute.door import ORDER, Frame
from clusterkit.compute.expressions import all_of, literal
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.compute.prepare import Engine
from clusterkit.errors import ClusterkitError
from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.tree import Node
from clusterkit.tables import tables


class TableSums:
    """One table's totals: a column for each sum and count of each indicator."""

    def __init__(self, engine: Engine, name: str, asked: tuple[Demand, ...]) -> None:
        self.engine, self.name, self.asked = engine, name, asked

    def aggregated(self) -> Frame | None:
        """Return how many rows the table has, and its totals: one row, or one per group; None without groups."""
        groups = self.engine.by
        frame = grouped(self.engine.prepared(self.name, self.asked), self.name, groups)
        if frame is None:
            return None
        base = sized(frame, self.name, groups)
        if all(demand.in_scope_first for demand in self.asked):
            frame = frame.filter(nw.col("in_scope"))
        summed = self._summed(frame)
        return base.join(summed, on=list(groups), how="left") if groups else base.join(summed, how="cross")

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
        yield f"{self.name}__{demand.indicator.id}__n", ok.cast(nw.Float64)
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
        columns[f"{name}__order"] = order_column(print_, demand.prefer)
    return columns


def order_column(print_: Columns, prefer: Node | None) -> nw.Expr:
    """Return the order in which the first of several rows of one thing stands."""
    order = nw.col(ORDER if ORDER in print_.available else "_row").cast(nw.Float64)
    preferred = print_.print(prefer) if prefer else None
    return preferred.fill_null(0) * 1e9 + order if isinstance(preferred, nw.Expr) else order


def key_column(print_: Columns, tree: Node) -> nw.Expr | None:
    """Return what rows of one thing agree in, as text (nothing is one value, too); None for a plain value."""
    printed = print_.print(tree)
    return printed.cast(nw.String).fill_null("") if isinstance(printed, nw.Expr) else None


def key_columns(print_: Columns, demand: Demand) -> list[nw.Expr]:
    """Return all that rows of one thing agree in."""
    columns = (key_column(print_, tree) for tree in demand.rows.once_trees)
    return [column for column in columns if column is not None] or [nw.lit("")]


def grouped(frame: Frame, name: str, groups: tuple[str, ...]) -> Frame | None:
    """Return the rows that have a group; None for a table that knows none (enterprises must know them)."""
    missing = [group for group in groups if group not in frame.collect_schema()]
    if missing and name == ENTERPRISES:
        raise ClusterkitError(f"企业表没有用来分组的列“{missing[0]}”。")
    if missing:
        return None
    return frame.filter(*(~nw.col(group).is_null() for group in groups)) if groups else frame


def sized(frame: Frame, name: str, groups: tuple[str, ...]) -> Frame:
    """Return how many rows there are, whole or by group."""
    rows = nw.len().alias(f"{name}__rows")
    return frame.group_by(*groups).agg(rows) if groups else frame.select(rows)
