"""Bring a table to the point where rules can be asked: who is who, who is in scope, whose is it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.compute.demand import IN_SCOPE, Demand, columns_read, expand
from clusterkit.compute.door import Frame, kind_of, open_door
from clusterkit.compute.expressions import all_of, ends_with
from clusterkit.compute.owners import (
    ENTERPRISES,
    INSTITUTIONS,
    identified,
    institutions,
    with_owner,
    with_register,
)
from clusterkit.compute.parameters import parameters
from clusterkit.guide import Guide
from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.tree import Node
from clusterkit.matching.decision import NAMED
from clusterkit.scope import Scope
from clusterkit.tables import Table, tables

_PREPARED = {
    "included": "boolean", "excluded": "boolean", "branch": "boolean", "ambiguous": "boolean",
    "owner_in_scope": "boolean", "institution_here": "boolean", "also_enterprise": "boolean",
    "owner": "text", "_id": "text", "person_key": "text", "number_key": "text", "number_year": "number",
}  # fmt: skip


@dataclass(frozen=True)
class Engine:
    """A guide, a scope and the tables as given; prepares tables on whatever engine they live.

    Parameters
    ----------
    by
        Columns of enterprises to group by (other tables get them through their owner).
    lazily
        Whether all is asked at once, of an engine: polars frames are made lazy, and rows of tables of which
        things count once get a number of their own.
    """

    guide: Guide
    scope: Scope
    given: Mapping[str, Any]
    by: tuple[str, ...] = ()
    lazily: bool = False

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """The values of the dotted names."""
        return parameters(self.guide, self.scope)

    @cached_property
    def terms(self) -> dict[str, Node]:
        """The named expressions."""
        return {key: term.tree for key, term in self.guide.terms.items()}

    def printer(self, frame: Frame, table: Table) -> Columns:
        """Return the printer for a frame's columns."""
        available = {
            name: _PREPARED.get(name) or _kind(table, name) for name in frame.collect_schema().names()
        }
        return Columns(available, self.parameters, self.terms)

    def prepared(self, table_id: str, asked: Iterable[Demand]) -> Frame:
        """Return a table with all columns that the demands read, enterprises with ``in_scope``."""
        table, asked = tables()[table_id], tuple(asked)
        trees = [tree for demand in asked for tree in demand.trees()]
        frame = self._opened(table, trees, ordered=any(demand.rows.once for demand in asked))
        if table_id == ENTERPRISES:
            return self._scoped(frame, table)
        if table.owner:
            return with_owner(self, frame, table)
        if table_id == INSTITUTIONS:
            return with_register(self, frame, "also_enterprise")
        return frame

    def opened(self, table_id: str, trees: Iterable[Node]) -> Frame:
        """Return a table with the columns that expressions read, without whose its rows are."""
        return self._opened(tables()[table_id], trees)

    def _opened(self, table: Table, trees: Iterable[Node], *, ordered: bool = False) -> Frame:
        read = columns_read(self.guide, trees)
        owner = [name for name in (table.owner, table.owner_code) if name]
        wanted = [*read, *owner, "name", "uscc", "_id", "_owner", *self.by]
        wanted += ["_row"] if ordered else []
        wanted += ["_unknown"] if any(name.startswith("unknown.") for name in read) else []
        numbered = ordered and self.lazily
        frame = open_door(self.given[table.id], table, wanted, self.lazily, numbered=numbered)
        return self._unknown(frame, read)

    def _unknown(self, frame: Frame, read: Iterable[str]) -> Frame:
        fields = [name for name in read if name.startswith("unknown.")]
        if not fields or "_unknown" not in frame.collect_schema():
            return frame
        listed = nw.concat_str(nw.lit(","), nw.col("_unknown"), nw.lit(","))
        asked = {name: listed.str.contains(f",{name[8:]},", literal=True).fill_null(False) for name in fields}
        return frame.with_columns(**asked)

    def _scoped(self, frame: Frame, table: Table) -> Frame:
        by_hand = bool(self.scope.include or self.scope.exclude)
        if by_hand or "_id" in frame.collect_schema():
            frame = identified(frame, "uscc", "name")
        frame = self._with_branch(frame)
        if by_hand and "included" not in frame.collect_schema():
            frame = frame.with_columns(**self._by_hand())
        print_ = self.printer(frame, table)
        rules = [print_.condition(rule.tree) for rule in expand(self.guide, (IN_SCOPE,))]
        return frame.with_columns(in_scope=all_of(rules))

    def _by_hand(self) -> dict[str, nw.Expr]:
        lists = {"included": self.scope.include, "excluded": self.scope.exclude}
        ids = {name: [*keys, *(NAMED + key for key in keys)] for name, keys in lists.items() if keys}
        return {name: nw.col("_id").is_in(keys).fill_null(False) for name, keys in ids.items()}

    def _with_branch(self, frame: Frame) -> Frame:
        have = frame.collect_schema()
        if "branch" in have or "name" not in have:
            return frame
        return frame.with_columns(branch=ends_with(nw.col("name"), self.guide.names.branch_words))

    @cached_property
    def enterprises(self) -> Frame | None:
        """Who is on the register, once each (in each group): ``_id``, whether in scope (``_s``) and the groups."""
        if ENTERPRISES not in self.given:
            return None
        table = tables()[ENTERPRISES]
        trees = [rule.tree for rule in expand(self.guide, (IN_SCOPE,))]
        frame = identified(self._opened(table, trees), "uscc", "name")
        frame = self._scoped(frame, table).filter(~nw.col("_id").is_null())
        frame = frame.with_columns(_s=nw.col("in_scope").cast(nw.Float64))
        groups = [name for name in self.by if name in frame.collect_schema()]
        return frame.group_by("_id", *groups).agg(nw.col("_s").max())

    @cached_property
    def institutions(self) -> Frame | None:
        """The institutions, once each: ``_id`` and whether they are in the area (``_h``)."""
        return institutions(self)


def _kind(table: Table, name: str) -> str:
    return "boolean" if name.startswith("unknown.") else kind_of(table, name)
