"""The worked example: what a guide gives on the sample data that ships."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from clusterkit.compute import Results, evaluate
from clusterkit.compute.mistakes import Mistaken, mistakes
from clusterkit.guide import Guide
from clusterkit.workspace import Workspace
from clusterkit.workspace.sample import shipped


@dataclass(frozen=True)
class Example:
    """A guide's indicators, and its usual mistakes, on the sample data."""

    guide: Guide
    workspace: Workspace

    @cached_property
    def results(self) -> Results:
        """The indicators."""
        sample = self.workspace
        return evaluate(self.guide, sample.settled().tables, sample.scope, given=sample.received().given())

    @cached_property
    def mistakes(self) -> dict[str, Mistaken]:
        """What every usual mistake would do to them."""
        sample = self.workspace
        return mistakes(
            self.guide, sample.settled().tables, sample.scope, self.results, sample.received().given()
        )

    def mistakes_with(self, indicator: str) -> list[Mistaken]:
        """Return the usual mistakes with one indicator."""
        return [one for one in self.mistakes.values() if one.mistake.indicator == indicator]


@cache
def example(guide: Guide) -> Example:
    """Return the worked example of a guide, computed once."""
    return Example(guide, Workspace(shipped("sample_data")))
