"""The received and settled rows by whom they are about, each index made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from clusterkit.compute.owners import ENTERPRISES
from clusterkit.intake.received import UnknownWord
from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import NAMED, review_key
from clusterkit.matching.names import normalise
from clusterkit.questions.index import grouped
from clusterkit.questions.touched import HONOURS, TALENTS, Rows
from clusterkit.questions.world import World


class RowIndex:
    """Finds rows by their numbers (`_row`), enterprises, names, people and places."""

    def __init__(self, world: World) -> None:
        self.received, self.settled = world.received.tables, world.settled.tables
        self._party_of: Mapping[int, str | None] = world.settled.identities
        self._known_spots: dict[str, dict[tuple[str, str, int], list[int]]] = {}

    def whole(self, rows: Mapping[str, Iterable[int]]) -> Rows:
        """Return the rows with all others of the same enterprises and people."""
        whole = {table: frozenset(found) for table, found in rows.items() if found}
        if ENTERPRISES in whole:
            named = {row for at in whole[ENTERPRISES] for row in self._by_name.get(self._name_of[at], ())}
            parties = {self._party_of.get(row) for row in whole[ENTERPRISES] | named} - {None}
            whole[ENTERPRISES] |= {row for party in parties for row in self.by_party.get(str(party), ())}
        if TALENTS in whole:
            people = self._people
            names = {people.of_row.get(row) for row in whole[TALENTS]} - {None, ""}
            whole[TALENTS] |= {row for name in names for row in people.rows.get(str(name), ())}
        return whole

    def with_name(self, name: str, choice: str) -> Rows:
        """Return the rows that are of a name, and those without a code that become ``choice``'s."""
        rows = {table: found.get(name, frozenset()) for table, found in self._by_owner.items()}
        unnamed = {row for row in self._by_name.get(name, ()) if row in self._without_code}
        if unnamed:
            rows[ENTERPRISES] = frozenset(unnamed) | self.of_party(choice)
        return self.whole(rows)

    def of_party(self, party: str) -> frozenset[int]:
        """Return the received rows of an enterprise."""
        return frozenset(self.by_party.get(party) or self.by_party.get(NAMED + party) or ())

    def of_word(self, word: UnknownWord) -> frozenset[int]:
        """Return the rows that hold a word nobody knows."""
        spots, place = self._spots(word.table), word.place
        return frozenset(row for line in word.lines for row in spots.get((place.file, place.sheet, line), ()))

    def _spots(self, table: str) -> dict[tuple[str, str, int], list[int]]:
        if table not in self._known_spots:
            self._known_spots[table] = _spots(self.received[table])
        return self._known_spots[table]

    @cached_property
    def by_party(self) -> dict[str, list[int]]:
        """The received rows by the enterprise (``_id``) that they are about."""
        return grouped((party, row) for row, party in self._party_of.items() if party)

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        return grouped((name, row) for row, name in self._name_of.items() if name)

    @cached_property
    def _name_of(self) -> dict[int, str]:
        frame = self.received.get(ENTERPRISES)
        if frame is None or "name" not in frame:
            return {}
        names = (normalise(name) if isinstance(name, str) else "" for name in frame["name"])
        return dict(zip(frame["_row"].tolist(), names, strict=True))

    @cached_property
    def _without_code(self) -> frozenset[int]:
        frame = self.received[ENTERPRISES]
        coded = [
            good_code(code) if isinstance(code, str) else None
            for code in frame.get("uscc", [None] * len(frame))
        ]
        return frozenset(row for row, code in zip(frame["_row"].tolist(), coded, strict=True) if code is None)

    @cached_property
    def _by_owner(self) -> dict[str, dict[str, frozenset[int]]]:
        return {
            name: {key: frozenset(rows) for key, rows in grouped(_owners(frame)).items()}
            for name, frame in self.settled.items()
            if "_owner_name" in frame
        }

    @cached_property
    def held(self) -> dict[str, list[int]]:
        """The rows of honours by what a decision about a review names: the list and who holds it."""
        frame = self.settled.get(HONOURS)
        if frame is None:
            return {}
        kinds, parties = frame["kind"].fillna(""), frame["_id"].fillna("")
        return grouped(
            (review_key(kind, party), int(row))
            for kind, party, row in zip(kinds, parties, frame["_row"], strict=True)
        )

    @cached_property
    def _people(self) -> _People:
        frame = self.received[TALENTS]
        names = (normalise(name) if isinstance(name, str) else "" for name in frame["person"])
        of_row = dict(zip(frame["_row"].tolist(), names, strict=True))
        return _People(of_row, grouped((name, row) for row, name in of_row.items() if name))


@dataclass(frozen=True)
class _People:
    of_row: dict[int, str]
    rows: dict[str, list[int]]


def _owners(frame: pd.DataFrame) -> Iterable[tuple[str, int]]:
    names = frame["_owner_name"].fillna("")
    return ((normalise(name), int(row)) for name, row in zip(names, frame["_row"], strict=True) if name)


def _spots(frame: pd.DataFrame) -> dict[tuple[str, str, int], list[int]]:
    places = zip(frame["_file"], frame["_sheet"].fillna(""), frame["_line"], frame["_row"], strict=True)
    return grouped(((str(file), str(sheet), int(line)), int(row)) for file, sheet, line, row in places)
