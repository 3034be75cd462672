"""The usual mistakes with an indicator, as data: what each changes, so that its effect can be computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

from clusterkit.guide.entry import Entry
from clusterkit.guide.indicator_model import Indicator, Rows, Rule, Sequence


class Mistake(Entry):
    """One usual mistake: the indicator computed as people wrongly do.

    What it changes is said by one or several of these keys; what is not said stays as it is right.

    Parameters
    ----------
    formula
        Another formula.
    rows
        Other rows.
    without
        Rules that are not asked.
    instead
        Rules that ask something else, with the condition.
    once
        What counts once; ``[]``: every row counts.
    average
        The mean of the rows' own values, instead of the formula over the sums.
    incomplete
        Rows that lack a figure stay in the sums for which they have one.
    unit
        The unit of the figure that is written where the indicator's own is asked for.
    """

    id: str
    indicator: str
    title: str
    because: str
    formula: str | None = None
    rows: tuple[Rows, ...] = ()
    without: tuple[str, ...] = ()
    instead: dict[str, str] = Field(default_factory=dict)
    once: tuple[str, ...] | None = None
    average: bool = False
    incomplete: bool = False
    unit: str | None = None

    def applied(
        self, indicator: Indicator, rules: Mapping[str, Rule], sequences: Mapping[str, Sequence]
    ) -> tuple[Indicator, dict[str, Rule]]:
        """Return the indicator with the mistake made, under the mistake's id, and the rules that it needs."""
        other = {name: self._other(rules[name], when) for name, when in self.instead.items()}
        rows = tuple(self._rows(one, other, sequences) for one in self.rows or indicator.rows)
        changed = {"id": self.id, "formula": self.formula or indicator.formula, "rows": rows}
        said = {name: getattr(indicator, name) for name in Indicator.model_fields}
        return Indicator(**{**said, **changed}), {rule.id: rule for rule in other.values()}

    def rule_names(self, rows: Rows, sequences: Mapping[str, Sequence]) -> Iterator[str]:
        """Yield the rules of an indicator's rows, sequences taken apart."""
        for name in rows.rules:
            yield from sequences[name].rules if name in sequences else (name,)

    def _other(self, rule: Rule, when: str) -> Rule:
        return rule.model_copy(update={"id": f"{self.id}:{rule.id}", "when": when})

    def _rows(self, rows: Rows, other: Mapping[str, Rule], sequences: Mapping[str, Sequence]) -> Rows:
        changed: dict[str, object] = {}
        if self.without or other:
            kept = [name for name in self.rule_names(rows, sequences) if name not in self.without]
            changed["rules"] = tuple(other[name].id if name in other else name for name in kept)
        if self.once is not None:
            changed |= {"once": self.once, "once_per_key": False}
        return rows.model_copy(update=changed)
