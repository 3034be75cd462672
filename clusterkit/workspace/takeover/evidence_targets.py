"""What last year's evidence proves, under the new guide and on the new lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterkit.evidence.papers import Paper
from clusterkit.evidence.register import several
from clusterkit.evidence.targets import OTHER, Target, targets_of
from clusterkit.matching.names import normalise
from clusterkit.workspace.evidence_rows import Rows

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.workspace.workspace import Workspace

_OF_ONE_YEAR = {"slot", "declared"}  # papers of one application, totals of one year


class Targets:
    """The targets of papers, each as the new workspace knows it."""

    def __init__(self, before: Guide, new: Workspace) -> None:
        self._same_guide = before.id == new.guide.id
        self._now = {(one.kind, one.id): one for one in (*targets_of(new.guide).every, OTHER)}
        self._results = new.results()
        self._rows = Rows(new.guide, self._results, new.annexes().rows)

    def of_this_application(self, paper: Paper) -> bool:
        """Return whether a paper belongs to one application alone: the notice asked for it."""
        return {target.kind for target in paper.targets} == {"slot"}

    def lasting(self, paper: Paper) -> list[Target]:
        """Return what a paper proves that is not of one year."""
        return [target for target in paper.targets if target.kind not in _OF_ONE_YEAR]

    def now(self, paper: Paper) -> tuple[list[str], list[str]]:
        """Return what a paper proves, by the names of the new guide, and what it has no more.

        What was written and never understood stays as it was written; so does everything where nothing is lost.
        """
        known = {target: self._now.get((target.kind, target.id)) for target in self.lasting(paper)}
        lost = [target.name for target in paper.targets if not known.get(target)]
        if not lost and self._same_guide:
            return several(paper.entry.targets) or [OTHER.name], []
        return [*(one.name for one in known.values() if one), *paper.unknown], lost

    def rows(self, paper: Paper) -> tuple[list[str], list[str], bool]:
        """Return the rows that a paper names, those that the lists have no more, and whether that could be told."""
        named = several(paper.entry.rows)
        now = [self._now[target.kind, target.id] for target in self.lasting(paper) if self._has(target)]
        if not named or not now or not all(map(self._is_told, now)):
            return named, [], not named
        known = {name for target in now for row in self._rows(target) for name in row.known_as}
        gone = [name for name in named if normalise(name) not in known]
        return [name for name in named if name not in gone], gone, True

    def _has(self, target: Target) -> bool:
        return (target.kind, target.id) in self._now

    def _is_told(self, target: Target) -> bool:
        """Return whether the lists that say which rows a target has are there."""
        if target.kind == "indicator":
            result = self._results[target.id]
            return result.status != "missing" and bool(result.contributions)
        return bool(self._rows(target))
