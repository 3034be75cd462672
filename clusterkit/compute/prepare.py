"""Bring a table to the point where rules can be asked: who is who, who is in scope, whose is it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import narwhals.stable.v2 as nw

from clusterkit.compute.demand import IN_AREA, IN_SCOPE, Demand, columns_read, expand
from clusterkit.compute.door import Frame, kind_of, open_door
from clusterkit.compute.parameters import parameters
from clusterkit.guide import Guide
from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.tree import Node
from clusterkit.scope import Scope
from clusterkit.tables import Table, tables

ENTERPRISES, INSTITUTIONS = "enterprises", "institutions"
NAMED = "名称:"  # an enterprise without a code is known by its normalised name
_PREPARED = {
    "included": "boolean", "excluded": "boolean", "branch": "boolean", "ambiguous": "boolean",
    "owner_in_scope": "boolean", "institution_here": "boolean", "also_enterprise": "boolean",
    "owner": "text", "_id": "text", "person_key": "text",
}  # fmt: skip


@dataclass(frozen=True)
class Engine:
    """A guide, a scope and the tables as given; prepares tables on whatever engine they live.

    Parameters
    ----------
    by
        Columns of enterprises to group by (other tables get them through their owner).
    keep
        Further columns that prepared frames keep.
    lazily
        Whether polars frames are made lazy.
    """

    guide: Guide
    scope: Scope
    given: Mapping[str, Any]
    by: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    lazily: bool = False
    _cache: dict[str, Frame] = field(default_factory=dict, repr=False, compare=False)

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
        frame = self._opened(table, trees)
        if table_id == ENTERPRISES:
            return self._scoped(frame, table)
        if table.owner:
            return self._owned(frame, table)
        if table_id == INSTITUTIONS:
            return self._joined(frame, self._enterprises, "also_enterprise")
        return frame

    def _opened(self, table: Table, trees: Iterable[Node]) -> Frame:
        read = columns_read(self.guide, trees)
        owner = [name for name in (table.owner, table.owner_code) if name]
        wanted = [*read, *owner, "name", "uscc", "_id", "_row", "_owner", *self.by, *self.keep]
        wanted += ["_unknown"] if any(name.startswith("unknown.") for name in read) else []
        frame = open_door(self.given[table.id], table, wanted, self.lazily)
        return self._unknown(frame, read)

    def _unknown(self, frame: Frame, read: Iterable[str]) -> Frame:
        fields = [name for name in read if name.startswith("unknown.")]
        if not fields or "_unknown" not in frame.collect_schema():
            return frame
        listed = nw.concat_str(nw.lit(","), nw.col("_unknown"), nw.lit(","))
        asked = {name: listed.str.contains(f",{name[8:]},", literal=True).fill_null(False) for name in fields}
        return frame.with_columns(**asked)

    def _identified(self, frame: Frame, code: str, name: str) -> Frame:
        """Give rows an ``_id``: the one matching gave, else the code, else the name (of an enterprise)."""
        have = frame.collect_schema()
        if "_id" in have:
            return frame
        parts = [nw.col(code)] if code in have else []
        if name in have and name != code:
            parts.append(nw.concat_str(nw.lit(NAMED), nw.col(name)))
        return frame.with_columns(
            _id=nw.coalesce(*parts) if parts[1:] else parts[0] if parts else nw.lit(None, nw.String)
        )

    def _scoped(self, frame: Frame, table: Table) -> Frame:
        by_hand = bool(self.scope.include or self.scope.exclude)
        if by_hand or "_id" in frame.collect_schema():
            frame = self._identified(frame, "uscc", "name")
        frame = self._with_branch(frame)
        frame = frame.with_columns(**self._by_hand()) if by_hand else frame
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
        ends = [nw.col("name").str.ends_with(word).fill_null(False) for word in self.guide.names.branch_words]
        return frame.with_columns(branch=nw.any_horizontal(*ends, ignore_nulls=False))

    @cached_property
    def _enterprises(self) -> Frame | None:
        """Who is on the register, once each: ``_id``, ``in_scope`` and the groups."""
        if ENTERPRISES not in self.given:
            return None
        table = tables()[ENTERPRISES]
        trees = [rule.tree for rule in expand(self.guide, (IN_SCOPE,))]
        frame = self._identified(self._opened(table, trees), "uscc", "name")
        frame = self._scoped(frame, table).filter(~nw.col("_id").is_null())
        frame = frame.with_columns(_s=nw.col("in_scope").cast(nw.Float64))
        groups = [nw.col(name).min() for name in self.by if name in frame.collect_schema()]
        return frame.group_by("_id").agg(nw.col("_s").max(), *groups)

    @cached_property
    def _institutions(self) -> Frame | None:
        """The institutions, once each: ``_id`` and whether they are in the area."""
        if INSTITUTIONS not in self.given:
            return None
        table = tables()[INSTITUTIONS]
        wanted = ("name", "uscc", "_id", "district")
        frame = self._identified(
            open_door(self.given[INSTITUTIONS], table, wanted, self.lazily), "uscc", "name"
        )
        print_ = self.printer(frame, table)
        here = all_of(print_.condition(rule.tree) for rule in expand(self.guide, (IN_AREA,)))
        frame = frame.with_columns(_h=here.cast(nw.Float64)).filter(~nw.col("_id").is_null())
        return frame.group_by("_id").agg(nw.col("_h").max())

    def _joined(self, frame: Frame, register: Frame | None, flag: str) -> Frame:
        frame = self._identified(frame, "uscc", "name")
        if register is None:
            return frame.with_columns(nw.lit(False).alias(flag))
        own = [
            name
            for name in register.collect_schema().names()
            if name != "_s" and name not in frame.collect_schema()
        ]
        frame = frame.join(_like(register.select("_id", "_s", *own), frame), on="_id", how="left")
        return frame.with_columns((~nw.col("_s").is_null()).alias(flag))

    def _owned(self, frame: Frame, table: Table) -> Frame:
        """Join whose a row is: ``owner``, ``owner_in_scope``, ``institution_here`` and the groups."""
        code = table.owner_code or "uscc"
        if "_id" not in frame.collect_schema():
            frame = frame.with_columns(
                _id=nw.col(code) if code in frame.collect_schema() else nw.lit(None, nw.String)
            )
        frame = self._joined(frame, self._enterprises, "_e")
        in_scope = (nw.col("_s") == 1).fill_null(False) if self._enterprises is not None else nw.lit(False)
        frame = frame.with_columns(owner_in_scope=in_scope)
        if self._institutions is None:
            frame = frame.with_columns(_h=nw.lit(None, nw.Float64))
        else:
            frame = frame.join(_like(self._institutions, frame), on="_id", how="left")
        frame = frame.with_columns(
            institution_here=nw.col("_h").is_null() | (nw.col("_h") == 1).fill_null(False)
        )
        have = frame.collect_schema()
        return frame.with_columns(owner=nw.col("_owner") if "_owner" in have else self._owner(have, table))

    def _owner(self, have: Any, table: Table) -> nw.Expr:
        """Tell who owns a row that no matching has seen: by its code, else by how the name ends."""
        owner, owner_code = table.owner or "", table.owner_code or ""
        code = ~nw.col(owner_code).is_null() if owner_code in have else nw.lit(False)
        kinds = nw.when(nw.col("_e")).then(nw.lit("enterprise"))
        if owner not in have:
            rest = nw.when(code).then(nw.lit("company")).otherwise(nw.lit("blank"))
        else:
            name = nw.col(owner)
            ends = [name.str.ends_with(word).fill_null(False) for word in self.guide.names.company_endings]
            unnamed = nw.when(code).then(nw.lit("company")).otherwise(nw.lit("blank"))
            stranger = nw.when(nw.any_horizontal(*ends, ignore_nulls=False)).then(nw.lit("company"))
            rest = nw.when(name.is_null()).then(unnamed).otherwise(stranger.otherwise(nw.lit("assumed")))
        return kinds.otherwise(nw.when(~nw.col("_h").is_null()).then(nw.lit("institution")).otherwise(rest))


def all_of(conditions: Iterable[Any]) -> nw.Expr:
    """Return the conjunction of conditions, some of which may be plain true or false."""
    left = [condition for condition in conditions if condition is not True]
    if any(condition is False for condition in left):
        return nw.lit(False)
    if not left:
        return nw.lit(True)
    return nw.all_horizontal(*left, ignore_nulls=False) if left[1:] else left[0]


def _kind(table: Table, name: str) -> str:
    return "boolean" if name.startswith("unknown.") else kind_of(table, name)


def _like(frame: Frame, other: Frame) -> Frame:
    """Bring a frame to the engine of the one it is joined to."""
    if frame.implementation == other.implementation and type(frame) is type(other):
        return frame
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    if isinstance(other, nw.LazyFrame):
        return eager.lazy(backend=other.implementation)
    return nw.from_dict(eager.to_dict(as_series=False), backend=other.implementation)


def literal(value: Any) -> nw.Expr:
    """Return an expression for a printed value that may be plain (nothing known is a missing number)."""
    return (
        value if isinstance(value, nw.Expr) else nw.lit(None if value is None else float(value), nw.Float64)
    )
