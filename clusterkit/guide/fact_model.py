"""What text may cite besides the indicators: shares, groups, the largest, growth, references, lists, settings."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import model_validator

from clusterkit.guide.entry import Entry
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tree import Node

FactKind = Literal[
    "formula",  # of other facts
    "groups",  # indicators by a field of the rows that count
    "top",  # the largest rows of an indicator
    "course",  # an indicator over the years, under it
    "reference",  # what others have, from the table of references, under the indicator it is about
    "table",  # the rows of a list that no indicator counts
    "setting",  # what the settings say
    "contributed",  # what a room above gives: the chain, the plan's targets
]
_NEEDS: dict[FactKind, str] = {
    "formula": "formula", "groups": "indicators", "top": "indicators", "course": "indicators",
    "reference": "subjects", "table": "table", "setting": "setting", "contributed": "name",
}  # fmt: skip


class FactPlan(Entry):
    """One fact, or one kind of fact about several indicators.

    Parameters
    ----------
    name
        Its Chinese name; ``{indicator}`` is that of the indicator it stands under.
    at
        Its path where that is not its id (``cluster.name``).
    also
        Chinese words by which text may cite it too.
    indicators
        Whose rows; the leading one first.
    by, length
        Of groups the field, and how many digits of a code make one. Of the largest the field that orders them;
        without it what they give to the indicator.
    most
        How many of the largest.
    unit, digits, measure
        How it is printed; the word for one of a list.
    subjects
        Of references how their subjects begin; none: every subject that no other entry names.
    compares
        Of references whether ours is a part of theirs (``share``) or stands beside it (``gap``).
    """

    id: str
    kind: FactKind
    name: str
    at: str = ""
    also: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    formula: str = ""
    by: str = ""
    length: int = 0
    most: int = 0
    unit: str = ""
    digits: int = 1
    measure: str = "家"
    subjects: tuple[str, ...] = ()
    compares: Literal["share", "gap"] = "gap"
    table: str = ""
    setting: str = ""

    @property
    def path(self) -> str:
        """Where it stands in the tree of facts."""
        return self.at or self.id

    @cached_property
    def tree(self) -> Node | None:
        """The parsed formula."""
        return parse(self.formula) if self.formula else None

    @model_validator(mode="after")
    def _says_what(self) -> FactPlan:
        needed = _NEEDS[self.kind]
        if not getattr(self, needed) and self.kind != "reference":
            raise ValueError(f"{self.kind} 类的事实要写 {needed}")
        return self
