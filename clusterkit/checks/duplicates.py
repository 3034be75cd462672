"""Rows of one enterprise that disagree: an error where the other row would change what an indicator prints.

An indicator is a sum of contributions, so what the other row would change is known from the enterprise's own
rows: they are evaluated as they are and as the other row says, and the difference is put to the total. All
enterprises are tried in one evaluation, their second disagreements in the next, and so on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import zip_longest
from typing import Any

import pandas as pd

from clusterkit.checks.missing import fields_read
from clusterkit.compute import Result, Results, evaluate
from clusterkit.compute.demand import IN_SCOPE, columns_read, expand
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.compute.totals import exact_value
from clusterkit.findings import Finding, Place
from clusterkit.guide import Guide
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.tree import Node
from clusterkit.matching.merging import DISAGREES
from clusterkit.scope import Scope

CODE = DISAGREES

Frames = Mapping[str, pd.DataFrame]
Totals = dict[tuple[str, Node], Decimal]  # by indicator and by sum or count of its formula


@dataclass(frozen=True)
class Trial:
    """Tries what other rows say.

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
        weighed = {one.id: one.with_level("info") for one in given if one.code == CODE}
        weighed |= {one.id: tried for one, tried in self._tried(asked)} if asked else {}
        return [weighed.get(one.id, one) for one in given]

    @cached_property
    def _fields(self) -> frozenset[str]:
        """The fields of enterprises that decide anything: who is in scope, or what an indicator reads."""
        scope = columns_read(self.guide, [rule.tree for rule in expand(self.guide, (IN_SCOPE,))])
        read = (entry for name in self.guide.indicators for entry in fields_read(self.guide, name))
        return frozenset({*scope, *(field for table, field in read if table == ENTERPRISES)})

    def _tried(self, asked: list[Finding]) -> Iterator[tuple[Finding, Finding]]:
        by_enterprise: dict[str, list[Finding]] = defaultdict(list)
        for one in asked:
            by_enterprise[one.values["identity"]].append(one)
        own = self._own(set(by_enterprise))
        before = self._totals(own)
        for together in zip_longest(*by_enterprise.values()):
            batch = [one for one in together if one is not None]
            after = self._totals(self._with(own, batch))
            for one in batch:
                identity = one.values["identity"]
                yield one, self._said(one, before.get(identity, {}), after.get(identity, {}))

    def _said(self, one: Finding, before: Totals, after: Totals) -> Finding:
        changed = list(self._changes(before, after))
        if not changed:
            return one.with_level("info")
        words = "，".join(
            f"{result.name}由{result.display or '空'}变为{other or '空'}" for result, other in changed
        )
        return replace(
            one, level="error", indicator=changed[0][0].id, message=f"{one.message}换成后者，{words}。"
        )

    def _changes(self, before: Totals, after: Totals) -> Iterator[tuple[Result, str]]:
        """Yield every result that would print something else, with what it would print."""
        for result in self.results.values():
            moves = {call: _move(result.id, call, before, after) for call in result.totals}
            if result.source == "computed" and any(moves.values()):
                display = _display(result, moves)
                if display != result.display:
                    yield result, display

    def _own(self, identities: set[str]) -> dict[str, pd.DataFrame]:
        """Return the rows of these enterprises and of what they own; the other tables are left out."""
        known = {name: frame for name, frame in self.settled.items() if "_id" in frame}
        return {name: frame[frame["_id"].isin(identities)] for name, frame in known.items()}

    def _with(self, own: dict[str, pd.DataFrame], batch: list[Finding]) -> dict[str, pd.DataFrame]:
        """Return the rows with what the other row says in one field of each enterprise."""
        frame = own[ENTERPRISES].copy()
        index = dict(zip(frame["_id"], frame.index, strict=True))
        for one in batch:
            value = self._other(one.values["field"], one.values["other_spot"])
            if value is not None and one.values["identity"] in index:
                frame.at[index[one.values["identity"]], one.values["field"]] = value
        return {**own, ENTERPRISES: frame}

    def _other(self, field: str, place: Place) -> Any:
        """Return what the row at ``place`` says, or None."""
        frame = self.received[ENTERPRISES]
        row = self._rows.get((place.file, place.sheet, place.row))
        if row is None or field not in frame:
            return None
        value: Any = frame.at[row, field]
        return None if pd.isna(value) else value

    @cached_property
    def _rows(self) -> dict[tuple[str, str, int], Any]:
        frame = self.received[ENTERPRISES]
        places = zip(frame["_file"], frame["_sheet"].fillna(""), frame["_line"], strict=True)
        return {
            (str(file), str(sheet), int(line)): at
            for (file, sheet, line), at in zip(places, frame.index, strict=True)
        }

    def _totals(self, tables: Frames) -> dict[str, Totals]:
        """Return what each enterprise gives to every sum and count."""
        found: dict[str, Totals] = defaultdict(lambda: defaultdict(Decimal))
        for result in evaluate(self.guide, tables, self.scope).values():
            for part in result.contributions:
                counts, ids = part.counted.tolist(), part.column("_id").tolist()
                for at in (row for row, counted in enumerate(counts) if counted):
                    for index, call in enumerate(result.indicator.aggregates):
                        amount = 1 if call.function == "count" else part.amounts[at, index]
                        found[ids[at]][result.id, call] += Decimal(repr(float(amount)))
        return found


def _move(indicator: str, call: Node, before: Totals, after: Totals) -> Decimal:
    nothing = Decimal(0)
    return after.get((indicator, call), nothing) - before.get((indicator, call), nothing)


def _display(result: Result, moves: Mapping[Node, Decimal]) -> str:
    """Return what the result would print if its totals moved so."""
    totals = {
        call: (total or Decimal(0)) + moves[call] if moves[call] else total
        for call, (total, _) in result.totals.items()
    }
    tree = result.indicator.tree
    value = exact_value(tree, totals) if tree is not None else None
    return printed(None if value is None else value * result.factor, result.indicator.digits)
