"""Lineage: every row that an indicator considered, counted or not, how much, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from clusterkit.compute.contribution import COUNTED, Contributions
from clusterkit.compute.result import Result
from clusterkit.compute.totals import exact_value
from clusterkit.compute.words import amount_header
from clusterkit.tables import tables

_COLUMNS = ["key", "name", "counted", "contribution", "reason", "rule", "file", "sheet", "row"]


class Lineage(pd.DataFrame):
    """A lineage as a DataFrame that knows whose it is; what is taken from it is an ordinary frame."""

    _metadata: ClassVar[list[str]] = ["result"]
    result: Result

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame


def lineage(result: Result) -> Lineage:
    """Return the lineage of a result (see `Result.lineage`)."""
    records = [record for given in result.contributions for record in _records(result, given)]
    amounts = [name for record in records[:1] for name in record if name not in _COLUMNS]
    frame = Lineage(records, columns=[*_COLUMNS, *amounts])
    frame.result = result
    return frame


def _records(result: Result, given: Contributions) -> Iterable[dict[str, Any]]:
    assert result.reasons is not None
    share, headers = Share(result), amount_headers(result)
    for position in shown(given):
        row = given.records[position]
        counted = bool(given.status[position] == COUNTED)
        amounts = given.amounts[position]
        yield {
            **_who(given, row),
            "counted": counted,
            "contribution": share.of(amounts) if counted else 0.0,
            "reason": result.reasons.of(given, position),
            "rule": result.reasons.rule_of(given, position),
            **_where(row),
            **{header: _number(amounts[index]) for index, header in headers.items()},
        }


def amount_headers(result: Result) -> dict[int, str]:
    """Return the headers of the amounts of a formula's sums (a count has none)."""
    assert result.reasons is not None
    guide, indicator = result.reasons.guide, result.indicator
    sums = [index for index, call in enumerate(indicator.aggregates) if call.function == "sum"]
    return {index: amount_header(guide, indicator, index) for index in sums}


@dataclass(frozen=True)
class Share:
    """What a row gives to the value: the formula with the row's amounts, divisors taken as they are in total.

    So the contributions of the rows add up to the value, for a ratio of sums too.
    """

    result: Result

    @cached_property
    def _totals(self) -> dict[Any, Decimal | None]:
        return {call: total for call, (total, _) in self.result.totals.items()}

    def of(self, amounts: np.ndarray[Any, Any]) -> float | None:
        """Return the row's contribution in the indicator's unit."""
        indicator = self.result.indicator
        if indicator.tree is None or self.result.reasons is None:
            return None
        row = {call: _decimal(amounts[index]) for index, call in enumerate(indicator.aggregates)}
        found = exact_value(indicator.tree, row, self._totals)
        return None if found is None else float(found * self.result.factor)


def shown(given: Contributions) -> list[int]:
    """Return the positions to show: a received row once (several owners), a list's enterprise once.

    Of the rows that are shown as one, a counted one stands, else a repeated one, else the one that came
    farthest through the rules.
    """
    best: dict[Any, int] = {}
    keys = _entities(given)
    for position, key in enumerate(keys):
        kept = best.setdefault(key, position)
        if given.progress(position) > given.progress(kept):
            best[key] = position
    return sorted(best.values())


def _entities(given: Contributions) -> list[Any]:
    frame = given.frame
    rows = frame["_row"].tolist() if "_row" in frame else list(range(len(frame)))
    if not given.demand.rows.once_per_key:
        return rows
    subject = tables()[given.demand.rows.table].subject
    ids, names = frame["_id"].tolist(), frame[subject].tolist()
    return [
        ident if isinstance(ident, str) else name if isinstance(name, str) else row
        for ident, name, row in zip(ids, names, rows, strict=True)
    ]


def _who(given: Contributions, row: dict[str, Any]) -> dict[str, Any]:
    table = tables()[given.demand.rows.table]
    name = _string(row.get(table.subject))
    ident = (
        _string(row.get("_id"))
        if table.id in ("enterprises", "institutions") or table.subject == table.owner
        else None
    )
    return {"key": ident or name or "", "name": name or ident or ""}


def _where(row: dict[str, Any]) -> dict[str, Any]:
    line = row.get("_line")
    return {
        "file": _string(row.get("_file")) or "",
        "sheet": _string(row.get("_sheet")) or "",
        "row": None if line is None or pd.isna(line) else int(line),
    }


def _string(value: Any) -> str | None:
    return str(value) if isinstance(value, str) and value else None


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _decimal(value: float) -> Decimal | None:
    return None if np.isnan(value) else Decimal(repr(float(value)))
