"""Who each row of a register is: a good code, else the normalised name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import NAMED, Ruling
from clusterkit.matching.frames import Columns
from clusterkit.matching.merging import stands_first
from clusterkit.matching.names import normalise


@dataclass
class Identities:
    """The identity of every row (``None`` for a row without name and code).

    Parameters
    ----------
    of_row
        By position.
    asked
        Names of rows without a code that more than one living enterprise bears, with those enterprises.
    dissolved
        Identities whose status says 注销 or 吊销.
    ruled
        Names of rows without a code about which a person decided something.
    """

    of_row: list[str | None]
    names: list[str]
    asked: dict[str, list[str]] = field(default_factory=dict)
    dissolved: set[str] = field(default_factory=set)
    ruled: set[str] = field(default_factory=set)

    def is_ambiguous(self, identity: str | None) -> bool:
        """Tell whether an identity is a name that several living enterprises bear."""
        return (
            bool(identity)
            and str(identity).removeprefix(NAMED) in self.asked
            and str(identity).startswith(NAMED)
        )

    def rows(self) -> dict[str, list[int]]:
        """Positions of rows by identity, in the order received."""
        found: dict[str, list[int]] = {}
        for row, identity in enumerate(self.of_row):
            if identity:
                found.setdefault(identity, []).append(row)
        return found


def identify(
    columns: Columns, year: int | None, dissolved_words: Iterable[str], rulings: Mapping[str, Ruling]
) -> Identities:
    """Give every row its identity.

    A row without a good code joins the one enterprise that bears its normalised name, the living one where
    others are dissolved; where several living ones bear it, it stays apart and is asked.
    """
    codes = [good_code(text) for text in columns["uscc"]]
    names = [normalise(text) for text in columns["name"]]
    found = Identities(list(codes), names)
    found.ruled = {name for name, code in zip(names, codes, strict=True) if name in rulings and not code}
    found.dissolved = _dissolved(columns, codes, year, frozenset(dissolved_words))
    bearers: dict[str, dict[str, None]] = {}
    for name, code in zip(names, codes, strict=True):
        if name and code:
            bearers.setdefault(name, {})[code] = None
    for row, (name, code) in enumerate(zip(names, codes, strict=True)):
        if name and not code:
            found.of_row[row] = _joined(name, list(bearers.get(name, ())), rulings.get(name), found)
    alone = [None if code else identity for code, identity in zip(codes, found.of_row, strict=True)]
    found.dissolved |= _dissolved(columns, alone, year, frozenset(dissolved_words)) - set(codes)
    return found


def _joined(name: str, codes: list[str], ruling: Ruling | None, found: Identities) -> str:
    if ruling and (good_code(ruling.choice) or ruling.choice.startswith(NAMED)):
        return ruling.choice
    living = [code for code in codes if code not in found.dissolved]
    bearers = codes if len(codes) == 1 else living
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        found.asked[name] = bearers
    return NAMED + name


def _dissolved(
    columns: Columns, identities: Sequence[str | None], year: int | None, words: frozenset[str]
) -> set[str]:
    """Return the identities whose newest word on their status, the reference year's first, is 注销 or 吊销."""
    if words.isdisjoint(columns.get("status", ())):
        return set()
    said: dict[str, str] = {}
    for row in _by_belief(columns, year):
        identity, status = identities[row], columns["status"][row]
        if identity and status is not None:
            said.setdefault(identity, status)
    return {identity for identity, status in said.items() if status in words}


def _by_belief(columns: Columns, year: int | None) -> list[int]:
    years = columns.get("year") or [None] * len(columns["_row"])
    ordered = stands_first(columns, range(len(years)))
    return sorted(ordered, key=lambda row: (years[row] not in (year, None), -(years[row] or 0)))
