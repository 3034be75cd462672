"""Answers that touch few rows, all tried at once."""

from __future__ import annotations

from collections.abc import Sequence

from clusterkit.questions.model import Question
from clusterkit.questions.totals import Moved
from clusterkit.questions.world import World


class Batch:
    """Tries answers on the rows they touch."""

    def __init__(self, world: World) -> None:
        self.world = world

    def takes(self, question: Question) -> bool:
        """Whether the question's answers touch few rows."""
        return False

    def tried(self, asked: Sequence[Question]) -> dict[str, list[Moved]]:
        """Return, per question and answer, the totals that it moves."""
        return {}
