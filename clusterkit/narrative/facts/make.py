"""Make the tree of facts: indicators, what the guide's data asks for, and what rooms above contribute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from clusterkit.compute.given import Given
from clusterkit.guide.fact_model import FactPlan
from clusterkit.narrative.facts.fact import Fact, said
from clusterkit.narrative.facts.formulas import formula_fact
from clusterkit.narrative.facts.groups import group_list
from clusterkit.narrative.facts.indicators import indicator_facts
from clusterkit.narrative.facts.largest import largest
from clusterkit.narrative.facts.rows import table_list
from clusterkit.narrative.facts.tree import Facts

_MAKERS: dict[str, Callable[[FactPlan, Given], Fact]] = {
    "groups": group_list,
    "top": largest,
    "table": lambda plan, given: table_list(
        plan.path, plan.name, plan.table, given.tables.get(plan.table), plan.measure
    ),
    "setting": lambda plan, given: said(
        plan.path, plan.name, given.settings.get(plan.setting), f"cluster.toml {plan.setting}"
    ),
}


def make_facts(given: Given, contributed: Mapping[str, Fact] | None = None) -> Facts:
    """Return the tree of facts.

    Parameters
    ----------
    given
        What they are made from.
    contributed
        What a room above gives (the chain, the plan's targets), by first word.
    """
    roots = indicator_facts(given)
    also: dict[str, str] = {}
    for plan in given.guide.facts.values():
        if plan.kind in _MAKERS:
            _put(roots, plan.path.split("."), _MAKERS[plan.kind](plan, given))
        elif plan.kind == "formula":
            roots[plan.path] = formula_fact(plan, given, roots)
        also |= dict.fromkeys(plan.also, plan.path)
    return Facts({**roots, **(contributed or {})}, also)


def _put(roots: dict[str, Fact], path: list[str], fact: Fact) -> None:
    """Put a fact at its path; what it hangs below is made where it is not there."""
    if len(path) == 1:
        roots[path[0]] = fact
        return
    head, last = path
    above = roots.get(head, Fact(head, head))
    parts = {**above.parts, last: fact}
    roots[head] = replace(above, made_parts=lambda: parts)
