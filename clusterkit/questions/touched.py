"""What an answer touches: the received rows that are settled again, and what they say then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clusterkit.matching.decision import Decision

HONOURS, TALENTS = "recognitions", "talents"
Rows = Mapping[str, frozenset[int]]  # by table: the numbers (`_row`) of received rows


@dataclass(frozen=True)
class Edit:
    """One field of some received rows reads otherwise; ``values`` by the rows' numbers."""

    table: str
    field: str
    values: Mapping[int, Any]


@dataclass(frozen=True)
class Touched:
    """What one answer touches.

    Parameters
    ----------
    rows
        The received rows that are settled again.
    decision, edits
        What the answer is: a decision, or fields that read otherwise.
    included, excluded
        An enterprise (``_id``) that is taken in, or left out, by hand.
    """

    rows: Rows = field(default_factory=dict)
    decision: Decision | None = None
    edits: tuple[Edit, ...] = ()
    included: str | None = None
    excluded: str | None = None

    @property
    def by_hand(self) -> str | None:
        """The enterprise that is taken in or left out."""
        return self.included or self.excluded
