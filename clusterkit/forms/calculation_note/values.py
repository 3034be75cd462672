"""What goes into the calculation note, beside the results themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusterkit.compute.by_hand import ByHand
from clusterkit.matching.decision import Decisions

if TYPE_CHECKING:
    from clusterkit.compute import Results
    from clusterkit.compute.taken import Taken
    from clusterkit.guide import Guide


@dataclass(frozen=True)
class NoteValues:
    """What the note is made of.

    Parameters
    ----------
    results
        All indicators; they know their open questions.
    name
        What the cluster is called.
    facts
        What the first page says of the computation: word → text, in their order.
    taken
        How the guide's ambiguous places are read.
    by_hand
        The decisions by hand.
    names
        The enterprises' names by identity.
    watermark
        Words across every page, None for none.
    """

    guide: Guide
    results: Results
    name: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    taken: tuple[Taken, ...] = ()
    by_hand: ByHand = field(default_factory=lambda: ByHand(Decisions()))
    names: Mapping[str, str] = field(default_factory=dict)
    watermark: str | None = None
