"""What an indicator's rows ask of a table: the rules in order, the columns they and the formula read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Comparison, Name, Node, Text, names
from clusterkit.guide.indicator_model import Indicator, Rows, Rule

IN_SCOPE = "in_scope"  # the sequence of rules that says which enterprises are in scope
IN_AREA = "institution_in_area"  # and the one that says which institutions are in the area


@dataclass(frozen=True)
class Demand:
    """One indicator's rows in one table."""

    guide: Guide
    indicator: Indicator
    rows: Rows

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in their order, sequences taken apart."""
        return tuple(expand(self.guide, self.rows.rules))

    @cached_property
    def in_scope_first(self) -> bool:
        """Whether the rows are the enterprises in scope (and further rules)."""
        return self.rows.rules[:1] == (IN_SCOPE,)

    @cached_property
    def prefer(self) -> Node | None:
        """What tells which of several rows of one thing stands."""
        return self.rows.prefer_tree

    @cached_property
    def sublist(self) -> str | None:
        """The kind of list, where the table holds several lists (``kind == 'green_factories'``)."""
        where = self.rows.where_tree
        if isinstance(where, Comparison) and isinstance(where.left, Name) and isinstance(where.right, Text):
            return where.right.value
        return None

    def trees(self) -> Iterable[Node]:
        """Yield every expression that is evaluated in a row."""
        yield from (rule.tree for rule in self.rules)
        yield from (tree for rule in self.rules if (tree := rule.asked_tree) is not None)
        yield from self.indicator.aggregates
        yield from self.rows.once_trees
        yield from (tree for tree in (self.rows.where_tree, self.prefer) if tree is not None)


def expand(guide: Guide, rules: Iterable[str]) -> Iterable[Rule]:
    """Yield rules in their order, sequences taken apart."""
    for name in rules:
        if name in guide.sequences:
            yield from (guide.rules[rule] for rule in guide.sequences[name].rules)
        else:
            yield guide.rules[name]


def demands(guide: Guide, table: str, only: Iterable[str] | None = None) -> tuple[Demand, ...]:
    """Return what the indicators (those of ``only``) ask of a table, in the guide's order."""
    wanted = set(guide.indicators if only is None else only)
    return tuple(
        Demand(guide, indicator, rows)
        for indicator in guide.indicators.values()
        if indicator.id in wanted
        for rows in indicator.rows
        if rows.table == table
    )


def columns_read(guide: Guide, trees: Iterable[Node]) -> tuple[str, ...]:
    """Return the plain names that expressions read, terms followed."""
    found: dict[str, None] = {}
    stack = list(trees)
    while stack:
        for name in names(stack.pop()):
            if name in guide.terms:
                stack.append(guide.terms[name].tree)
            else:
                found[name] = None
    return tuple(found)
