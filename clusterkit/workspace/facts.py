"""The facts of a workspace: from its results, tables and settings, with what the chain and the plan contribute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from clusterkit.compute.given import Given
from clusterkit.forms.basic_values import basic_values
from clusterkit.guide.days import day_in_words
from clusterkit.narrative.facts.make import make_facts
from clusterkit.narrative.facts.tree import Facts
from clusterkit.plan.chain_facts import chain_fact
from clusterkit.plan.target_facts import target_fact

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def facts_of(workspace: Workspace) -> Facts:
    """Return everything that a workspace's texts may cite."""
    given, made = workspace.given(), workspace.plan_made()
    plans = {plan.path: plan for plan in given.guide.fact_plans("contributed")}
    contributed = {"chain": chain_fact(plans["chain"], made.chain, given.when)} if "chain" in plans else {}
    if "targets" in plans:
        contributed["targets"] = target_fact(plans["targets"], made.written)
    return make_facts(given, contributed)


def given_of(workspace: Workspace) -> Given:
    """Return a workspace's results and what they were made from, the settings in words."""
    guide = workspace.guide
    settings = dict(_flat(workspace.settings))
    printed = basic_values(guide, workspace.settings.model_dump())  # as the form says them
    settings["cluster.field"] = printed.get("cluster.industries", "")
    settings["cluster.area"] = printed.get("cluster.districts", "")
    return Given(guide, workspace.scope, workspace.settled().tables, workspace.results(), settings)


def _flat(settings: BaseModel, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what the settings say by dotted key, as text: days in Chinese."""
    for key in type(settings).model_fields:
        value: Any = getattr(settings, key)
        if isinstance(value, BaseModel):
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, (str, int, float)):
            yield f"{before}{key}", _day(str(value))


def _day(text: str) -> str:
    """Return an ISO day in Chinese; anything else as it stands.

    Examples
    --------
    >>> _day("2021-06-18"), _day("社会团体法人")
    ('2021年6月18日', '社会团体法人')
    """
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return day_in_words(day) if "-" in text else text
