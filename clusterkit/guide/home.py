"""The guide that an entry stands in: known to the entry, but no part of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, PrivateAttr

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


class AtHome(BaseModel):
    """An entry that knows the guide it stands in."""

    id: str

    _home: Home | None = PrivateAttr(default=None)

    @property
    def guide(self) -> Guide:
        """The guide that it stands in."""
        if self._home is None:
            raise AttributeError(f"{type(self).__name__} {self.id} stands in no guide")
        return self._home.guide
