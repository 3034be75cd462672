"""The guide that an entry stands in: known to the entry, but no part of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterkit.guide.model import Guide


@dataclass(frozen=True, eq=False)
class Home:
    """Where an entry stands. All homes are equal, so that entries are compared by what they say alone.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> load_guide("tianjin-2025-1").notes[7].guide.year
    2025
    """

    guide: Guide

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Home)

    def __hash__(self) -> int:
        return 0
