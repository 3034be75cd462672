"""The 申报条件 of a workspace, sentence by sentence: what its data, texts and evidence support."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from clusterkit.evidence.binding import cited
from clusterkit.evidence.conditions import Conditions
from clusterkit.evidence.targets import targets_of
from clusterkit.evidence.weighing import conditions
from clusterkit.tables import tables

if TYPE_CHECKING:
    from clusterkit.guide.evidence_model import Point
    from clusterkit.workspace.workspace import Workspace


def conditions_of(workspace: Workspace) -> Conditions:
    """Return every sentence of the conditions with what supports it and what it lacks."""
    return conditions(workspace.guide, WorkspaceFacts(workspace, workspace.narrative().texts))


@dataclass(frozen=True)
class WorkspaceFacts:
    """What the conditions are held against, taken from a workspace."""

    workspace: Workspace
    texts: Mapping[str, str]

    @property
    def industries(self) -> tuple[str, ...]:
        """The codes of the leading industry."""
        return self.workspace.settings.cluster.industries

    def figure(self, indicator: str) -> tuple[Decimal | None, str]:
        """Return an indicator's value, and how it is said."""
        result = self.workspace.results()[indicator]
        return result.exact, f"{result.name}{result.display}{result.unit}"

    def rows(self, table: str, where: Mapping[str, str]) -> tuple[int | None, str]:
        """Return how many rows a list has whose fields hold a word of the sets named, and what it is called."""
        frame, name = self.workspace.settled().tables.get(table), tables()[table].name
        if frame is None:
            return None, name
        for field, word_set in where.items():
            words, _, named = word_set.partition(".")
            frame = frame[frame[field].isin(self.workspace.guide.words[words].sets[named])]
        return len(frame), name

    def setting(self, key: str) -> tuple[str, str]:
        """Return a setting of cluster.toml, and what it means."""
        here: Any = self.workspace.settings
        words = []
        for part in key.split("."):
            words.append((type(here).model_fields[part].description or part).partition("，")[0])
            here = getattr(here, part)
        told = f"{here:g}" if isinstance(here, float) else str(here or "")
        return told, "".join(word.removesuffix("一节") for word in words)

    def papers(self, criterion: str, point: Point) -> list[tuple[str, str]]:
        """Return the papers of a point's kinds: on the sentence itself, or on one of the point's indicators."""
        targets = targets_of(self.workspace.guide)
        about = {one for key in (criterion, *point.indicators) for one in targets.find(key)}
        bound = self.workspace.evidence().binding.of(*about)
        found = [one for one in bound if one.paper.kind in point.evidence and one.paper.can_be_bound]
        kinds = dict.fromkeys(one.paper.kind for one in found)
        names = self.workspace.guide.evidence_kinds
        return [(names[kind].name, cited([one for one in found if one.paper.kind == kind])) for kind in kinds]
