"""Facts that are formulas of others: shares of one indicator in another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from clusterkit.compute.given import Given
from clusterkit.compute.totals import exact_value
from clusterkit.guide.fact_model import FactPlan
from clusterkit.guide.formula.quantity import PURE, quantity
from clusterkit.guide.formula.tree import Name, walk
from clusterkit.narrative.facts.fact import Fact, number


def formula_fact(plan: FactPlan, given: Given, facts: Mapping[str, Fact]) -> Fact:
    """Return a formula's value over exact facts, in the entry's unit; missing where one of them is."""
    assert plan.tree is not None
    named = {node: facts[node.id] for node in walk(plan.tree) if isinstance(node, Name) and node.id in facts}
    totals = {node: fact.value if isinstance(fact.value, Decimal) else None for node, fact in named.items()}
    value = exact_value(plan.tree, totals)
    factor = PURE.factor_to(quantity(plan.unit)) if plan.unit == "%" else Decimal(1)
    said = plan.formula
    for node, fact in named.items():
        said = said.replace(node.id, f"{fact.name} {fact.shown}{fact.unit}")
    how = said.replace("/", "÷").replace("*", "×")
    return number(
        plan.path, plan.name, None if value is None else value * factor, plan.unit, plan.digits, how=how,
        when=given.when,
    )  # fmt: skip
