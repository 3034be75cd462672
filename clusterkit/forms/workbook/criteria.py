"""The rules that many indicators share, asked once each, so that their answers are one column a reader can change.

Sixteen indicators stand on 企业名录 and all begin with the same rules (in scope), some with the same further ones
(规上). Each such list of rules is a criterion: a column of 0 and 1 with its reasons. An indicator's flag is their
product.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clusterkit.compute.contribution import Contributions, contributions
from clusterkit.compute.demand import Demand
from clusterkit.compute.prepare import Engine
from clusterkit.guide import Guide
from clusterkit.guide.indicator_model import Indicator

Rules = tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    """A list of rules and what it says of every row."""

    id: str
    title: str
    part: Contributions


def split(guide: Guide, rules: Rules) -> tuple[Rules, ...]:
    """Return the rules as the sequence they begin with and what is left.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> split(load_guide("tianjin-2025-1"), ("in_scope", "above_scale"))
    (('in_scope',), ('above_scale',))
    """
    if rules[:1] and rules[0] in guide.sequences and rules[1:]:
        return rules[:1], rules[1:]
    return (rules,)


def derivable(part: Contributions) -> bool:
    """Whether the flag of every row follows from its rules and figures alone."""
    return not part.demand.rows.once and bool(part.frame["_row"].is_unique) and bool(part.demand.rows.rules)


def criteria(engine: Engine, parts: Iterable[Contributions]) -> Mapping[Rules, Criterion]:
    """Return the criteria of the parts of one sheet, in the order in which they first appear."""
    asked: dict[Rules, Demand] = {}
    for part in sorted(filter(derivable, parts), key=_simplest):
        for rules in split(engine.guide, part.demand.rows.rules):
            asked.setdefault(rules, _demand(engine.guide, part.demand, rules, len(asked)))
    if not asked:
        return {}
    table = next(iter(asked.values())).rows.table
    found = contributions(engine, table, list(asked.values()))
    return {
        rules: Criterion(demand.indicator.id, _title(engine.guide, rules), found[demand.indicator.id])
        for rules, demand in asked.items()
    }


def _demand(guide: Guide, demand: Demand, rules: Rules, place: int) -> Demand:
    """Ask for the rows that these rules let pass, as if an indicator counted them."""
    rows = demand.rows.model_copy(update={"rules": rules})
    asking = demand.indicator.model_dump() | {
        "id": f"_criterion{place}",
        "formula": "count()",
        "rows": (rows,),
    }
    return Demand(guide, Indicator.model_validate(asking), rows)


def _title(guide: Guide, rules: Rules) -> str:
    return "、".join(
        guide.sequences[name].name if name in guide.sequences else guide.rules[name].name for name in rules
    )


def _simplest(part: Contributions) -> tuple[int, bool]:
    """Put plain counts with few rules first: their sentences speak for the criterion."""
    sums = any(call.function == "sum" for call in part.demand.indicator.aggregates)
    return len(part.demand.rows.rules), sums
