"""Groups: indicators by district, industry, kind or country, the largest first, each with its share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.compute.counted import CountedRow, value_of
from clusterkit.compute.given import Given
from clusterkit.compute.grouped import BLANK, group_rows, measured
from clusterkit.compute.result import Result
from clusterkit.guide.fact_model import FactPlan
from clusterkit.narrative.facts.fact import Fact, listed, number
from clusterkit.narrative.facts.rows import row_list


@dataclass(frozen=True)
class _Group:
    """One group: its name, place in the order, and its value of each indicator with the whole."""

    name: str
    rank: int
    values: Mapping[str, tuple[Result, Decimal, Decimal]]
    rows: tuple[CountedRow, ...]


def group_list(plan: FactPlan, given: Given) -> Fact:
    """Return the groups of an entry as a list."""
    how = f"计入“{given.results[plan.indicators[0]].name}”的各行按组加总"
    return listed(plan.path, plan.name, lambda: _items(plan, given), plan.measure, how, given.when)


def _items(plan: FactPlan, given: Given) -> tuple[Fact, ...]:
    lead = plan.indicators[0]
    grouped = {name: group_rows(given.rows(name), plan.by, plan.length) for name in plan.indicators}
    values = {name: measured(given.results[name], rows) for name, rows in grouped.items()}
    wholes = {name: value_of(given.results[name], given.rows(name)) for name in plan.indicators}
    order = sorted(
        (name for name in values[lead] if name != BLANK), key=lambda name: (-values[lead][name], name)
    )
    return tuple(
        _group(
            f"{plan.path}[{at}]",
            plan,
            given,
            _Group(
                name,
                at + 1,
                {
                    key: (given.results[key], mine[name], whole)
                    for key, mine in values.items()
                    if name in mine and (whole := wholes[key])
                },
                tuple(grouped[lead][name]),
            ),
        )
        for at, name in enumerate(order)
    )


def _group(path: str, plan: FactPlan, given: Given, group: _Group) -> Fact:
    def parts() -> dict[str, Fact]:
        found = {
            "name": Fact(f"{path}.name", plan.name, group.name),
            "rank": number(f"{path}.rank", "位次", Decimal(group.rank), "", 0, when=given.when),
            "names": row_list(
                f"{path}.names", f"{group.name}的名单", group.rows, "家", plan.name, given.when
            ),
        }
        for key, (result, value, whole) in group.values.items():
            found[key] = _measured(f"{path}.{key}", group.name, result, value, whole, given.when)
        lead = found.get(plan.indicators[0])
        return {**found, **({"value": lead, "share": lead.parts["share"]} if lead else {})}

    return Fact(path, plan.name, group.name, when=given.when, made_parts=parts)


def _measured(path: str, group: str, result: Result, value: Decimal, whole: Decimal, when: str) -> Fact:
    name, how = f"{group}{result.name}", f"{result.name}中{group}的部分"
    unit = result.indicator.measure if not result.indicator.digits and result.unit == "个" else result.unit
    share = number(
        f"{path}.share", f"{group}占{result.name}", value / whole * 100, "%", 1, how=how, when=when
    )
    return number(
        path, name, value, unit, result.indicator.digits, how=how, when=when, scope=group,
        parts=lambda: {"share": share},
    )  # fmt: skip
