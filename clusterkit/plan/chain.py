"""产业链: the segments from upstream to downstream, who is in each, and what they supply to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from clusterkit.compute import Result, Results

FIELD, LINKS = "chain_segment", "supply_links"
_NAMED = 3  # enterprises that a segment names


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: how many enterprises (and above scale) it has, their output in 亿元, the largest by name."""

    name: str
    enterprises: int
    above_scale: int
    output: Decimal
    largest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outside:
    """What comes from enterprises outside the cluster."""

    product: str
    supplier: str
    amount: Decimal


@dataclass(frozen=True)
class Chain:
    """The chain of a cluster.

    Parameters
    ----------
    segments
        From upstream to downstream.
    flows
        (from, to) → what one segment supplies to another, in 万元.
    outside
        What comes from outside, the largest first.
    year
        The year of the supplies.
    unknown
        Enterprises whose segment nobody wrote.
    output
        The output of the whole cluster in 亿元, also of those.
    """

    segments: tuple[Segment, ...] = ()
    flows: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    outside: tuple[Outside, ...] = ()
    year: int | None = None
    unknown: int = 0
    output: Decimal = Decimal(0)

    @property
    def empty(self) -> tuple[str, ...]:
        """The segments without an enterprise."""
        return tuple(one.name for one in self.segments if not one.enterprises)

    @property
    def local_rate(self) -> Decimal | None:
        """Local supplies in % of all supplies; None where there is none."""
        inside = sum(self.flows.values(), Decimal(0))
        whole = inside + sum((one.amount for one in self.outside), Decimal(0))
        return inside / whole * 100 if whole else None


def chain(
    order: Sequence[str], tables: Mapping[str, pd.DataFrame], results: Results, named: Sequence[str]
) -> Chain:
    """Return the chain of a cluster.

    Parameters
    ----------
    order
        The segments from upstream to downstream; others that enterprises name follow.
    tables
        Settled tables.
    results
        The indicators.
    named
        The indicators that count a segment's enterprises, those above scale, and its output.
    """
    counted = [_counted(results.get(indicator)) for indicator in named]
    if any(frame is None for frame in counted):
        return Chain()
    enterprises, above, output = (frame for frame in counted if frame is not None)
    if FIELD not in enterprises or not enterprises[FIELD].notna().any():
        return Chain()
    names = list(dict.fromkeys([*order, *sorted(enterprises[FIELD].dropna())]))
    segments = tuple(_segment(name, enterprises, above, output) for name in names)
    flows, outside, year = _supplies(tables.get(LINKS), enterprises)
    return Chain(segments, flows, outside, year, int(enterprises[FIELD].isna().sum()), _sum(output))


def _counted(result: Result | None) -> pd.DataFrame | None:
    """Return the rows that an indicator counts, each with what it gives, in the indicator's unit."""
    if result is None or not result.contributions:
        return None
    made = result.contributions[0]
    amounts = made.amounts[:, 0] * float(result.factor) if made.amounts.shape[1] else 0
    frame: pd.DataFrame = made.frame.assign(_gives=amounts)[made.counted]
    return frame


def _segment(name: str, enterprises: pd.DataFrame, above: pd.DataFrame, output: pd.DataFrame) -> Segment:
    mine = output[output[FIELD] == name].sort_values(["_gives", "_row"], ascending=[False, True])
    return Segment(
        name,
        int((enterprises[FIELD] == name).sum()),
        int((above[FIELD] == name).sum()),
        _sum(mine),
        tuple(mine["name"].head(_NAMED)),
    )


def _sum(frame: pd.DataFrame) -> Decimal:
    return sum((Decimal(repr(float(value))) for value in frame["_gives"].dropna()), Decimal(0))


def _supplies(
    links: pd.DataFrame | None, enterprises: pd.DataFrame
) -> tuple[dict[tuple[str, str], Decimal], tuple[Outside, ...], int | None]:
    """Return what segments supply to each other, and what comes from outside to enterprises of the cluster."""
    if links is None or links.empty:
        return {}, (), None
    where = {
        key: "" if pd.isna(segment) else str(segment)
        for column in ("uscc", "name")
        for key, segment in zip(enterprises[column], enterprises[FIELD], strict=True)
        if pd.notna(key)
    }
    years = links["year"].dropna()
    year = int(years.max()) if len(years) else None
    flows: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    outside: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in links[links["year"].isna() | (links["year"] == year)].to_dict("records"):
        supplier, customer = (_where(row, side, where) for side in ("supplier", "customer"))
        amount = Decimal(repr(float(row["amount"]))) if pd.notna(row["amount"]) else Decimal(0)
        if customer is not None and supplier is None:
            outside[str(row["product"]), str(row["supplier"])] += amount
        elif customer and supplier:
            flows[supplier, customer] += amount
    found = [Outside(product, supplier, amount) for (product, supplier), amount in outside.items()]
    return dict(flows), tuple(sorted(found, key=lambda one: (-one.amount, one.product))), year


def _where(row: Mapping[Any, Any], side: str, where: Mapping[Any, str]) -> str | None:
    """Return the segment of one side of a supply, blank where nobody wrote it; None for who is not of the cluster."""
    keys = (row.get(f"{side}_uscc"), row.get(side))
    return next((where[key] for key in keys if isinstance(key, str) and key in where), None)
