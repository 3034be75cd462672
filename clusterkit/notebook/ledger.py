"""A lineage put in order for reading: what counts by its share, then the rest in heaps, a reason each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from clusterkit.compute.result import Result
from clusterkit.compute.table_rows import TableRows
from clusterkit.compute.tally import heading, rank

_ORDINARY = frozenset(["key", "name", "counted", "contribution", "reason", "rule", "file", "sheet", "row"])


@dataclass(frozen=True)
class Line:
    """One row: who, what it gives, which share of the whole, why, and where it stands."""

    name: str
    amounts: tuple[float | None, ...]
    share: float | None
    reason: str
    place: str


@dataclass(frozen=True)
class Heap:
    """Rows that do not count for one and the same reason: what it is, whose rule, how many, the first of them."""

    title: str
    origin: str
    size: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Ledger:
    """A lineage for reading.

    Parameters
    ----------
    headers
        The headers of the amounts, with their units.
    size, total
        Rows that count; all rows that were considered.
    counted
        The first rows that count, the largest share first.
    basis
        What all of them count by, where it is one place of the guide.
    shares
        Whether rows differ in what they give (an indicator that counts has none worth showing).
    top
        The share of the five largest; None where shares say nothing.
    heaps
        The rows that do not count.
    """

    headers: tuple[str, ...]
    size: int
    total: int
    counted: tuple[Line, ...]
    shares: bool
    top: float | None
    heaps: tuple[Heap, ...]
    basis: str = ""

    @property
    def left_out(self) -> int:
        """How many rows do not count."""
        return self.total - self.size

    def heap(self, title: str) -> Heap | None:
        """Return the heap of a title, if there is one."""
        return next((heap for heap in self.heaps if heap.title == title), None)


def ledger(result: Result, frame: pd.DataFrame | None = None, *, first: int = 100, each: int = 30) -> Ledger:
    """Put a result's lineage in order.

    Parameters
    ----------
    frame
        The lineage, where it is at hand.
    first, each
        How many of the rows that count are given, and of each heap of those that do not.
    """
    frame = result.lineage() if frame is None else frame
    headers = tuple(str(name) for name in frame.columns if name not in _ORDINARY)
    counted = frame[frame["counted"].astype(bool)]
    whole = float(counted["contribution"].fillna(0).abs().sum())
    if headers:
        counted = counted.sort_values("contribution", ascending=False, kind="stable")
    shares = bool(headers) and whole > 0 and len(counted) > 1
    top = float(counted["contribution"].head(5).sum()) / whole if shares and len(counted) > 5 else None
    shown = TableRows(counted.head(first)).records
    basis = _basis([str(row["reason"]) for row in shown])
    lines = tuple(_line(row, headers, whole if shares else None, basis) for row in shown)
    heaps = _heaps(result, frame[~frame["counted"].astype(bool)], headers, each)
    return Ledger(headers, len(counted), len(frame), lines, shares, top, heaps, basis)


def _heaps(result: Result, frame: pd.DataFrame, headers: tuple[str, ...], each: int) -> tuple[Heap, ...]:
    heaps = []
    for rule, rows in frame.groupby("rule", sort=False):
        title, origin = heading(result, str(rule))
        lines = (_line(row, headers, None, origin) for row in TableRows(rows.head(each)).records)
        heaps.append((rank(str(rule)), Heap(title, origin, len(rows), tuple(lines))))
    return tuple(heap for _, heap in sorted(heaps, key=lambda item: (item[0], -item[1].size)))


def _basis(reasons: list[str]) -> str:
    """Return the place in brackets that all reasons end with, if it is one."""
    ends = {reason[reason.rindex("（") + 1 : -1] if reason.endswith("）") else "" for reason in reasons}
    return ends.pop() if len(ends) == 1 else ""


def _line(row: dict[str, Any], headers: tuple[str, ...], whole: float | None, origin: str = "") -> Line:
    amounts = tuple(None if pd.isna(row[name]) else float(row[name]) for name in headers)
    given = row["contribution"]
    share = float(given) / whole if whole and given is not None and not pd.isna(given) else None
    reason = str(row["reason"]).removeprefix("计入：").removesuffix(f"（{origin}）")
    return Line(str(row["name"]), amounts, share, reason, place(row))


def place(row: dict[str, Any]) -> str:
    """Return where a row stands: “名单.xlsx · Sheet1 · 第7行”."""
    parts = [str(row["file"] or ""), str(row["sheet"] or "")]
    number = row["row"]
    parts += [f"第{int(number)}行"] if number is not None and not pd.isna(number) else []
    return " · ".join(part for part in parts if part)
