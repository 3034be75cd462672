"""Rows of one enterprise that disagree: an error where the other row would change what an indicator prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

import pandas as pd

from clusterkit.checks.missing import fields_read
from clusterkit.compute import Result, Results, evaluate
from clusterkit.compute.demand import IN_SCOPE, columns_read, expand
from clusterkit.compute.totals import exact_value
from clusterkit.findings import Finding, Place
from clusterkit.guide import Guide
from clusterkit.guide.formula.figures import printed
from clusterkit.scope import Scope

CODE = "duplicate_disagrees"
ENTERPRISES = "enterprises"
MANY = 200  # disagreements that are tried one by one; with more, each in a field that is read is an error

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Trial:
    """Tries what the other row says, on the enterprise's own rows: totals are sums, so the rest stays as it is.

    Parameters
    ----------
    guide, scope, results
        What was computed, and how.
    settled, received
        The tables that it was computed from, and the lists as they came.
    """

    guide: Guide
    scope: Scope
    results: Results
    settled: Frames
    received: Frames

    def weigh(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give every disagreement its level: an error that says what would change, or a notice."""
        given = list(findings)
        asked = [one for one in given if one.code == CODE and one.values["field"] in self._fields]
        levels = {one.id: one.with_level("error") if len(asked) > MANY else self._tried(one) for one in asked}
        rest = {one.id: one.with_level("info") for one in given if one.code == CODE and one.id not in levels}
        return [levels.get(one.id) or rest.get(one.id) or one for one in given]

    def _tried(self, one: Finding) -> Finding:
        changed = list(self._changes(one))
        if not changed:
            return one.with_level("info")
        said = "，".join(
            f"{result.name}由{result.display or '空'}变为{other or '空'}" for result, other in changed
        )
        return replace(
            one, level="error", indicator=changed[0][0].id, message=f"{one.message}换成后者，{said}。"
        )

    @cached_property
    def _fields(self) -> frozenset[str]:
        """The fields of enterprises that decide anything: who is in scope, or what an indicator reads."""
        scope = columns_read(self.guide, [rule.tree for rule in expand(self.guide, (IN_SCOPE,))])
        read = {
            field
            for name in self.guide.indicators
            for table, field in fields_read(self.guide, name)
            if table == ENTERPRISES
        }
        return frozenset({*scope, *read})

    def _changes(self, one: Finding) -> Iterator[tuple[Result, str]]:
        """Yield every result that would print something else, with what it would print."""
        own = self._own(one.values["identity"])
        other = self._with(own, one.values["field"], one.values["other_spot"])
        if other is None:
            return
        before = evaluate(self.guide, own, self.scope)
        after = evaluate(self.guide, other, self.scope)
        for result in self.results.values():
            if result.source == "computed" and result.totals:
                display = _display(result, before[result.id], after[result.id])
                if display != result.display:
                    yield result, display

    def _own(self, identity: str) -> dict[str, pd.DataFrame]:
        """Return the rows of one enterprise and of what it owns; the other tables are left out."""
        known = {name: frame for name, frame in self.settled.items() if "_id" in frame}
        return {name: frame[(frame["_id"] == identity).fillna(False)] for name, frame in known.items()}

    def _with(self, own: dict[str, pd.DataFrame], field: str, place: Place) -> dict[str, pd.DataFrame] | None:
        value = self._said(field, place)
        if value is None or own[ENTERPRISES].empty:
            return None
        return {**own, ENTERPRISES: own[ENTERPRISES].assign(**{field: _like(own[ENTERPRISES][field], value)})}

    def _said(self, field: str, place: Place) -> Any:
        """Return what the row at ``place`` says, or None."""
        frame = self.received[ENTERPRISES]
        at = (
            (frame["_file"] == place.file)
            & (frame["_sheet"].fillna("") == place.sheet)
            & (frame["_line"] == place.row)
        )
        values = frame.loc[at, field].dropna() if field in frame else pd.Series(dtype=object)
        return None if values.empty else values.iloc[0]


def _like(column: pd.Series[Any], value: Any) -> pd.Series[Any]:
    """Return a column of the same type that says ``value`` in every row."""
    return pd.Series([value] * len(column), index=column.index).astype(column.dtype)


def _display(result: Result, before: Result, after: Result) -> str:
    """Return what the result would print if its totals changed by as much as those of the one enterprise do."""
    totals = {
        call: _moved(total, before.totals.get(call), after.totals.get(call))
        for call, (total, _) in result.totals.items()
    }
    tree = result.indicator.tree
    value = exact_value(tree, totals) if tree is not None else None
    return printed(None if value is None else value * result.factor, result.indicator.digits)


def _moved(
    total: Decimal | None, before: tuple[Decimal | None, str] | None, after: tuple[Decimal | None, str] | None
) -> Decimal | None:
    change = _number(after) - _number(before)
    return (total or Decimal(0)) + change if change else total


def _number(total: tuple[Decimal | None, str] | None) -> Decimal:
    return (total[0] if total else None) or Decimal(0)
