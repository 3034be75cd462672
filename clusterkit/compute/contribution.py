"""Contributions: per row of a table whether it counts, the first rule that fails, and what it gives.

A contribution is the lineage of a number: the indicator is the sum of its rows' contributions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw
import numpy as np
import numpy.typing as npt
import pandas as pd

from clusterkit.compute.demand import Demand
from clusterkit.compute.expressions import literal
from clusterkit.compute.prepare import Engine
from clusterkit.compute.sums import key_column, order_column
from clusterkit.compute.table_rows import TableRows
from clusterkit.guide.formula.tree import Node
from clusterkit.tables import tables

WORLD = "_world"  # a column that keeps rows apart: rows of different worlds are never one thing
COUNTED, MISSING, REPEATED = -1, -2, -3  # a status of 0 or more is the index of the first rule that fails


@dataclass(frozen=True)
class Contributions:
    """One indicator's rows in one table.

    Parameters
    ----------
    demand
        What was asked: the rules in their order.
    rows, chosen
        The table's rows, and the positions of those that the indicator considers.
    status
        Per row: ``COUNTED``, ``MISSING`` (all rules hold, a figure is not there), ``REPEATED`` (another row of
        the same thing counts), or the index of the first rule that fails.
    amounts
        Per row and aggregate of the formula: what the row gives (NaN where nothing).
    first
        Per row: position of the row that counts for the same thing (only where ``REPEATED``).
    asked
        Per row: whether the rule that turned it away leaves a question (``Rule.asked``).
    """

    demand: Demand
    rows: TableRows
    chosen: npt.NDArray[np.int64]
    status: npt.NDArray[np.int64]
    amounts: npt.NDArray[np.float64]
    first: npt.NDArray[np.int64]
    asked: npt.NDArray[np.bool_]

    @property
    def counted(self) -> npt.NDArray[np.bool_]:
        """Whether each row counts."""
        return np.asarray(self.status == COUNTED)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows that the indicator considers, with all fields."""
        return self.rows.frame.iloc[self.chosen].reset_index(drop=True)

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return one field of these rows."""
        return np.asarray(self.rows.frame[name])[self.chosen]

    def received(self, status: int) -> int:
        """Return how many received rows have a status (a row with several owners is one)."""
        return len(set(self.column("_row")[self.status == status].tolist()))

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The rows as plain values, for sentences and tables; other indicators' hold the same ones."""
        return [self.rows.records[position] for position in self.chosen]

    def progress(self, position: int) -> tuple[int, int]:
        """Return how far a row came: counted, repeated, missing a figure, then by the rule that failed."""
        status = int(self.status[position])
        return {COUNTED: 3, REPEATED: 2, MISSING: 1}.get(status, 0), status

    @property
    def missing(self) -> int:
        """How many rows should count but lack a figure."""
        return self.received(MISSING)


def contributions(engine: Engine, table_id: str, asked: Sequence[Demand]) -> dict[str, Contributions]:
    """Return the contributions of the rows of one table to each indicator that asks for it.

    Every rule is evaluated once, for all indicators that name it.
    """
    table = tables()[table_id]
    frame = engine.prepared(table_id, asked)
    print_ = engine.printer(frame, table)
    printed = {ask: _PRINT[ask.kind](print_, ask.tree) for demand in asked for ask in _asks(demand)}
    plain = {
        ask: (f"{number}", value)
        for number, (ask, value) in enumerate(printed.items())
        if isinstance(value, nw.Expr)
    }
    native: Any = frame.select(**dict(plain.values())).to_native() if plain else None
    rows = TableRows(engine.given[table_id].reset_index(drop=True))
    worlds = np.asarray(rows.frame[WORLD]) if WORLD in rows.frame else None
    columns = {ask: np.asarray(native[name]) for ask, (name, _) in plain.items()}
    answer = _Answers(columns, printed, len(rows), worlds)
    return {demand.indicator.id: _contribution(demand, rows, answer) for demand in asked}


class _Ask(NamedTuple):
    """What a column answers: the kind of print, and the tree that is printed (equal ones are one column)."""

    kind: str
    tree: Node | None


_PRINT: Mapping[str, Callable[[Any, Any], Any]] = {
    "condition": lambda print_, tree: tree is None or print_.condition(tree),
    "amount": lambda print_, call: literal(print_.amount(call)),
    "key": key_column,
    "order": order_column,
}


def _asks(demand: Demand) -> Iterator[_Ask]:
    """Yield what the contributions of one indicator are made of."""
    yield _Ask("condition", demand.rows.where_tree)
    for rule in demand.rules:
        yield _Ask("condition", rule.tree)
        if rule.asked:
            yield _Ask("condition", rule.asked_tree)
    yield from (_Ask("amount", call) for call in demand.indicator.aggregates)
    if demand.rows.once:
        yield from (_Ask("key", tree) for tree in demand.rows.once_trees)
        yield _Ask("order", demand.prefer)


@dataclass(frozen=True)
class _Answers:
    """Evaluated columns; plain values are spread over all rows."""

    columns: dict[_Ask, npt.NDArray[Any]]
    printed: dict[_Ask, Any]
    size: int
    worlds: npt.NDArray[Any] | None = None

    def flags(self, tree: Node | None) -> npt.NDArray[np.bool_]:
        ask = _Ask("condition", tree)
        if ask in self.columns:
            return _flags(self.columns[ask], self.size)
        return np.full(self.size, bool(self.printed[ask]))

    def numbers(self, kind: str, tree: Node | None) -> npt.NDArray[np.float64]:
        return _spread(self.columns[_Ask(kind, tree)].astype(np.float64), self.size)


def _flags(values: npt.NDArray[Any], size: int) -> npt.NDArray[np.bool_]:
    return _spread(values.astype(bool), size)


def _spread(values: npt.NDArray[Any], size: int) -> npt.NDArray[Any]:
    return values if len(values) == size else np.broadcast_to(values, size).copy()


def _contribution(demand: Demand, rows: TableRows, answers: _Answers) -> Contributions:
    picked = answers.flags(demand.rows.where_tree)
    holds = np.array([answers.flags(rule.tree) for rule in demand.rules]).reshape(
        len(demand.rules), answers.size
    )
    amounts = [answers.numbers("amount", call) for call in demand.indicator.aggregates]
    given = np.array(amounts).T.reshape(answers.size, len(amounts))
    status = np.where(holds.all(axis=0), COUNTED, np.argmin(holds, axis=0) if len(holds) else COUNTED)
    status = np.where((status == COUNTED) & np.isnan(given).any(axis=1), MISSING, status)
    first = np.full(answers.size, -1)
    if demand.rows.once:
        _count_once(demand, picked, status, first, answers)
    open_ = np.zeros(answers.size, dtype=bool)
    for index, rule in enumerate(demand.rules):
        if rule.asked:
            open_ |= (status == index) & answers.flags(rule.asked_tree)
    chosen = np.flatnonzero(picked)
    position = np.full(answers.size + 1, -1)
    position[chosen] = np.arange(len(chosen))
    return Contributions(
        demand,
        rows,
        chosen,
        status[chosen],
        given[chosen],
        position[first[chosen]],
        open_[chosen],
    )


def _count_once(demand: Demand, picked: Any, status: Any, first: Any, answers: _Answers) -> None:
    """Leave one counted row per thing: the first in order; the others become repeated and point at it."""
    eligible = np.flatnonzero(picked & (status == COUNTED))
    order = eligible[np.argsort(answers.numbers("order", demand.prefer)[eligible], kind="stable")]
    keys = [answers.worlds[order]] if answers.worlds is not None else []
    keys += [
        answers.columns[ask][order]
        for tree in demand.rows.once_trees
        if (ask := _Ask("key", tree)) in answers.columns
    ]
    stands: dict[tuple[Any, ...], int] = {}
    for row, key in zip(order, zip(*keys, strict=True), strict=True):
        kept = stands.setdefault(key, row)
        if kept != row:
            status[row], first[row] = REPEATED, kept
