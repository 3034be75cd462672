"""The largest: the first five by what they give to an indicator or by a field, with what they carry together."""

from __future__ import annotations

from decimal import Decimal

from clusterkit.compute.counted import CountedRow, value_of
from clusterkit.compute.given import Given
from clusterkit.guide.fact_model import FactPlan
from clusterkit.narrative.facts.fact import Fact, number
from clusterkit.narrative.facts.rows import row_fact
from clusterkit.tables import tables

_Ranked = list[tuple[Decimal, CountedRow]]


def largest(plan: FactPlan, given: Given) -> Fact:
    """Return the largest rows as a list; ``share`` and ``value`` below it are theirs together."""
    result = given.results[plan.indicators[0]]
    by = f"按{_by(plan, given)}排序的前 {plan.most} {result.indicator.measure}"
    return Fact(
        plan.path, plan.name, unit=result.indicator.measure, how=by, when=given.when,
        made_items=lambda: _items(plan, given), made_parts=None if plan.by else lambda: _together(plan, given),
    )  # fmt: skip


def _by(plan: FactPlan, given: Given) -> str:
    rows = given.results[plan.indicators[0]].indicator.rows
    if not plan.by:
        return given.results[plan.indicators[0]].name
    return tables()[rows[0].table].fields[plan.by].header


def _ranked(plan: FactPlan, given: Given) -> _Ranked:
    result = given.results[plan.indicators[0]]
    rows = given.rows(result.id)
    own = [(row.field(plan.by) if plan.by else value_of(result, [row]), row) for row in rows]
    known = [(Decimal(str(value)), row) for value, row in own if value is not None]
    return sorted(known, key=lambda one: -one[0])[: plan.most]


def _items(plan: FactPlan, given: Given) -> tuple[Fact, ...]:
    return tuple(
        _item(f"{plan.path}[{at}]", at + 1, plan, given, value, row)
        for at, (value, row) in enumerate(_ranked(plan, given))
    )


def _item(path: str, rank: int, plan: FactPlan, given: Given, value: Decimal, row: CountedRow) -> Fact:
    result = given.results[plan.indicators[0]]

    def more() -> dict[str, Fact]:
        found = {"rank": number(f"{path}.rank", "位次", Decimal(rank), "", 0, when=given.when)}
        whole = None if plan.by else value_of(result, given.rows(result.id))
        if whole:
            digits = result.indicator.digits
            name = f"{row.name}{result.name}"
            found["value"] = number(f"{path}.value", name, value, result.unit, digits, when=given.when)
            found["share"] = number(
                f"{path}.share", f"{name}占比", value / whole * 100, "%", 1, when=given.when
            )
        return found

    return row_fact(path, row.table, row.field, more, f"{plan.name}第{rank}")


def _together(plan: FactPlan, given: Given) -> dict[str, Fact]:
    result = given.results[plan.indicators[0]]
    whole, rows = value_of(result, given.rows(result.id)), [row for _, row in _ranked(plan, given)]
    part = value_of(result, rows)
    if not whole or part is None:
        return {}
    path, how = plan.path, f"前 {len(rows)} {result.indicator.measure}合计 ÷ {result.name}"
    return {
        "value": number(
            f"{path}.value", f"{plan.name}合计", part, result.unit, result.indicator.digits, when=given.when
        ),
        "share": number(
            f"{path}.share", f"{plan.name}占比", part / whole * 100, "%", 1, how=how, when=given.when
        ),
    }
