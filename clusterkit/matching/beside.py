"""What stands beside many names, weighed for many pairs at once: districts and codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from clusterkit.matching.clues import DISTRICT, OTHER_DISTRICT, code_points
from clusterkit.matching.parties import Party
from clusterkit.matching.ragged import Numbers

_UNKNOWN, _NOTHING = -1, -2


@dataclass(frozen=True)
class Beside:
    """The district and the code (as written) beside each query, where known.

    Parameters
    ----------
    within
        The district that a functional area lies in.
    """

    districts: Sequence[str | None]
    codes: Sequence[str | None]
    within: Mapping[str, str] = field(default_factory=dict)

    def of(self, rows: slice) -> Beside:
        """Return what stands beside some of the queries."""
        return Beside(self.districts[rows], self.codes[rows], self.within)

    def points(self, parties: Sequence[Party], query: Numbers, party: Numbers) -> NDArray[np.float64]:
        """Return what districts and codes add to each pair of a query and a party."""
        given = _Places.of(self.districts, self.within)
        theirs = _Places.of([one.district for one in parties], self.within, given.known)
        return given.points(theirs, query, party) + self._code_points(parties, query, party)

    def _code_points(self, parties: Sequence[Party], query: Numbers, party: Numbers) -> NDArray[np.float64]:
        coded = np.array([bool(code) for code in self.codes], dtype=np.bool_)
        found = np.zeros(len(query))
        for at in np.flatnonzero(coded[query]).tolist():
            clue = code_points(self.codes[query[at]], parties[party[at]].code)
            found[at] = clue.points if clue else 0.0
        return found


@dataclass(frozen=True)
class _Places:
    """Districts as numbers, and the districts that they lie in."""

    known: dict[str, int]
    fine: Numbers
    coarse: Numbers

    @classmethod
    def of(
        cls, districts: Sequence[str | None], within: Mapping[str, str], known: dict[str, int] | None = None
    ) -> _Places:
        known = {} if known is None else known
        fine = [known.setdefault(one, len(known)) if one else _UNKNOWN for one in districts]
        around = (within.get(one) if one else None for one in districts)
        coarse = [known.setdefault(one, len(known)) if one else _NOTHING for one in around]
        return cls(known, np.array(fine, dtype=np.int64), np.array(coarse, dtype=np.int64))

    def points(self, others: _Places, at: Numbers, where: Numbers) -> NDArray[np.float64]:
        fine, other = self.fine[at], others.fine[where]
        same = (fine == other) | (self.coarse[at] == other) | (fine == others.coarse[where])
        both = (fine != _UNKNOWN) & (other != _UNKNOWN)
        return np.where(both, np.where(same, DISTRICT, OTHER_DISTRICT), 0.0)
