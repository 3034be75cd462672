"""Whose a row is: the register of enterprises and the institutions, once each, joined to the other tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from clusterkit.compute.demand import IN_AREA, expand
from clusterkit.compute.door import Frame, open_door
from clusterkit.compute.expressions import all_of, ends_with
from clusterkit.matching.decision import NAMED
from clusterkit.tables import Table, tables

if TYPE_CHECKING:
    from clusterkit.compute.prepare import Engine

ENTERPRISES, INSTITUTIONS = "enterprises", "institutions"
_OF_OWNER = "__of_owner"


def identified(frame: Frame, code: str, name: str) -> Frame:
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


def institutions(engine: Engine) -> Frame | None:
    """Return the institutions, once each: ``_id`` and whether they are in the area (``_h``)."""
    if INSTITUTIONS not in engine.given:
        return None
    table = tables()[INSTITUTIONS]
    wanted = ("name", "uscc", "_id", "district")
    frame = identified(open_door(engine.given[INSTITUTIONS], table, wanted, engine.lazily), "uscc", "name")
    print_ = engine.printer(frame, table)
    here = all_of(print_.condition(rule.tree) for rule in expand(engine.guide, (IN_AREA,)))
    frame = frame.with_columns(_h=here.cast(nw.Float64)).filter(~nw.col("_id").is_null())
    return frame.group_by("_id").agg(nw.col("_h").max())


def with_register(engine: Engine, frame: Frame, flag: str) -> Frame:
    """Join the enterprises: whether a row's is one of them (``flag``), whether in scope (``_s``), its groups."""
    frame = identified(frame, "uscc", "name")
    register = engine.enterprises
    if register is None:
        return frame.with_columns(nw.lit(False).alias(flag), _s=nw.lit(None, nw.Float64))
    groups = [name for name in engine.by if name in register.collect_schema()]
    own = [name for name in groups if name in frame.collect_schema()]
    if own:
        register = _once_each(register, groups)
    frame = frame.join(like(register, frame), on="_id", how="left")
    return _with_groups(frame, groups, own).with_columns((~nw.col("_s").is_null()).alias(flag))


def _once_each(register: Frame, groups: list[str]) -> Frame:
    """Leave one row an enterprise: a row that has its own group must not become one per group of its owner."""
    firsts = [nw.col(name).min().alias(f"{name}{_OF_OWNER}") for name in groups]
    return register.group_by("_id").agg(nw.col("_s").max(), *firsts)


def _with_groups(frame: Frame, groups: list[str], own: list[str]) -> Frame:
    """Give rows with a blank group of their own that of their owner."""
    if not own:
        return frame
    theirs = {name: nw.col(f"{name}{_OF_OWNER}") for name in groups}
    return frame.with_columns(
        **{
            name: nw.coalesce(nw.col(name), column) if name in own else column
            for name, column in theirs.items()
        }
    ).drop([f"{name}{_OF_OWNER}" for name in groups])


def with_owner(engine: Engine, frame: Frame, table: Table) -> Frame:
    """Join whose a row is: ``owner``, ``owner_in_scope``, ``institution_here`` and the groups."""
    if "_id" not in frame.collect_schema():
        code = table.owner_code or "uscc"
        have = frame.collect_schema()
        frame = frame.with_columns(_id=nw.col(code) if code in have else nw.lit(None, nw.String))
    frame = with_register(engine, frame, "_e")
    if engine.institutions is None:
        frame = frame.with_columns(_h=nw.lit(None, nw.Float64))
    else:
        frame = frame.join(like(engine.institutions, frame), on="_id", how="left")
    have = frame.collect_schema()
    return frame.with_columns(
        owner_in_scope=(nw.col("_s") == 1).fill_null(False),
        institution_here=nw.col("_h").is_null() | (nw.col("_h") == 1).fill_null(False),
        owner=nw.col("_owner") if "_owner" in have else _owner(engine, have, table),
    )


def _owner(engine: Engine, have: Any, table: Table) -> nw.Expr:
    """Tell who owns a row that no matching has seen: by its code, else by how the name ends."""
    owner, owner_code = table.owner or "", table.owner_code or ""
    code = ~nw.col(owner_code).is_null() if owner_code in have else nw.lit(False)
    rest = nw.when(code).then(nw.lit("company")).otherwise(nw.lit("blank"))
    if owner in have:
        company = ends_with(nw.col(owner), engine.guide.names.company_endings)
        named = nw.when(company).then(nw.lit("company")).otherwise(nw.lit("assumed"))
        rest = nw.when(nw.col(owner).is_null()).then(rest).otherwise(named)
    institution = nw.when(~nw.col("_h").is_null()).then(nw.lit("institution")).otherwise(rest)
    return nw.when(nw.col("_e")).then(nw.lit("enterprise")).otherwise(institution)


def like(frame: Frame, other: Frame) -> Frame:
    """Bring a frame to the engine of the one it is joined to."""
    if frame.implementation == other.implementation and type(frame) is type(other):
        return frame
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    if isinstance(other, nw.LazyFrame):
        return eager.lazy(backend=other.implementation)
    return nw.from_dict(eager.to_dict(as_series=False), backend=other.implementation)
