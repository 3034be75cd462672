"""The part of a guide that is computed: rules, indicators, and the choices where the guide is ambiguous."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tree import Call, Node, aggregates
from clusterkit.guide.home import AtHome

Authority = Literal["指南", "上位文件", "本工具约定", "人工决定"]


class Entry(BaseModel):
    """What every entry of a guide has: frozen, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Group(Entry):
    """A 一级指标: the printed name and its place in the table."""

    id: str
    name: str
    order: int
    source: str


class Term(Entry):
    """A named expression that formulas and rules may use, with its words in Chinese.

    ``[term.software]`` is a condition, ``[term.fund_that_counts]`` an amount.
    """

    id: str
    expression: str
    words: str
    source: str
    authority: Authority = "指南"

    @property
    def tree(self) -> Node:
        """The parsed expression."""
        return parse(self.expression)


class Rule(Entry):
    """A named rule: what must hold for a row to count, the reason where it does not, and whose rule it is.

    ``reason`` is a template over the row's fields (by id) and the scope's parameters; ``holds`` says in a few
    words what a row that passes has (it makes the sentence of a counted row). ``asked`` is a condition: a row
    that this rule turns away and of which it holds is asked about, by the finding ``asks``.
    """

    id: str
    when: str
    reason: str
    holds: str = ""
    name: str
    authority: Authority
    source: str = ""
    asked: str = ""
    asks: str = ""

    @property
    def tree(self) -> Node:
        """The parsed condition."""
        return parse(self.when)

    @property
    def asked_tree(self) -> Node | None:
        """The parsed condition under which a row that fails is asked about; None where none is."""
        return parse(self.asked) if self.asked else None

    @property
    def origin(self) -> str:
        """Whose rule it is, with the place: “指南 附件6—1 指标说明 7”."""
        return f"{self.authority} {self.source}".strip()


class Sequence(Entry):
    """Rules in their order under one name, so that many indicators can share them.

    ``in_scope`` is the one that says which enterprises are in scope.
    """

    id: str
    name: str
    rules: tuple[str, ...]
    source: str


class Rows(Entry):
    """Where an indicator's rows come from: a table, which of its rows, the rules in order, what counts once.

    ``where`` picks the rows that are considered at all (one kind of recognition); ``once`` are expressions:
    rows that agree in all of them are one thing, and of those that count the first stands (the first by
    ``prefer``, the smallest, where that is given). ``optional``: the indicator can do without this table.
    """

    table: str
    rules: tuple[str, ...]  # rules or sequences
    where: str | None = None
    once: tuple[str, ...] = ()
    once_name: str = ""
    prefer: str | None = None
    optional: bool = False
    once_per_key: bool = False

    @property
    def where_tree(self) -> Node | None:
        """The parsed condition that picks the rows."""
        return parse(self.where) if self.where else None

    @property
    def prefer_tree(self) -> Node | None:
        """The parsed expression that tells which of several rows of one thing stands."""
        return parse(self.prefer) if self.prefer else None

    @property
    def once_trees(self) -> tuple[Node, ...]:
        """The parsed expressions of what counts once."""
        return tuple(parse(text) for text in self.once)


class Indicator(AtHome, Entry):
    """One of the indicators: name and unit as printed, where its rows come from, and the formula.

    ``population`` names in Chinese what is counted or summed over ("规上企业"); ``measure`` is the word for
    one row of evidence (家, 件, 名); ``reported`` names the organisation's setting where the figure is
    reported instead of computed; ``department`` says who usually holds the data (our convention, not the guide's).
    """

    id: str
    number: int
    name: str
    label: str
    group: str
    unit: str
    digits: int | None = None
    note: int | None = None
    population: str = ""
    measure: str = "家"
    department: str = ""
    formula: str | None = None
    reported: str | None = None
    rows: tuple[Rows, ...] = ()
    interpretation: str | None = None
    source: str

    @cached_property
    def tree(self) -> Node | None:
        """The parsed formula; None where the figure is reported."""
        return parse(self.formula) if self.formula else None

    @cached_property
    def aggregates(self) -> tuple[Call, ...]:
        """The sums and counts of the formula."""
        return aggregates(self.tree) if self.tree else ()


class Choice(Entry):
    """One way to read an ambiguous place of the guide."""

    value: str
    label: str


class Interpretation(Entry):
    """A place where the guide is ambiguous: the choices, the default, and why it is one."""

    id: str
    title: str
    question: str
    text: str
    choices: tuple[Choice, ...]
    default: str
    indicators: tuple[str, ...]
    source: str
    key: bool = True  # a key of [interpretation]; False: recorded only

    def label(self, value: str) -> str:
        """Return what a choice is called; the value itself where it is none of the guide's."""
        return next((choice.label for choice in self.choices if choice.value == value), value)
