"""Which rows an answer touches, and what it makes of them: before anything is settled again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from clusterkit.compute.demand import demands
from clusterkit.intake.received import UnknownWord
from clusterkit.intake.typed import type_column
from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import NAMED, Decision, review_key
from clusterkit.matching.names import normalise
from clusterkit.questions.index import grouped
from clusterkit.questions.keep import DECISIONS, Keep, ListSpot
from clusterkit.questions.priorities import PRIORITY, answered_ranks
from clusterkit.questions.world import World
from clusterkit.tables import tables

ENTERPRISES, INSTITUTIONS = "enterprises", "institutions"
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


class Touches:
    """Finds out what answers touch, by indices over the received and the settled rows."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.received, self.settled = world.received.tables, world.settled.tables
        self._known_spots: dict[str, dict[tuple[str, str, int], list[int]]] = {}

    def of(self, keep: Keep, value: str) -> Touched | None:
        """Return what an answer touches; None where that can only be told by reading the lists again."""
        if keep.file == DECISIONS:
            return self._of_decision(keep, value)
        if keep.list is None and keep.path[0] == "values":
            _, name, word = keep.path
            return self._of_words(name, word, value)
        if keep.path[0] == PRIORITY:
            return self._of_ranks(keep, value)
        if keep.list is None or keep.list.table == INSTITUTIONS or keep.path == ("constants", "kind"):
            return None
        return self._of_reading(keep, keep.list, value)

    def _of_decision(self, keep: Keep, value: str) -> Touched | None:
        kind, key = keep.path
        decision = self.world.decided(keep, value).rows[-1]
        if kind == "match":
            return Touched(self._with_name(normalise(key), decision.choice), decision)
        if kind == "duplicate":
            return Touched(self._whole({ENTERPRISES: self._rows_of_party(key)}), decision)
        if kind == "review":
            return Touched({"recognitions": frozenset(self._held.get(key, ()))}, decision)
        if kind == "scope":
            party = next((one for one in (key, NAMED + key) if one in self._by_party), None)
            if party is None:
                return None
            return Touched(included=party) if decision.choice == "include" else Touched(excluded=party)
        return None

    def _with_name(self, name: str, choice: str) -> Rows:
        rows = {table: found.get(name, frozenset()) for table, found in self._by_owner.items()}
        unnamed = {row for row in self._by_name.get(name, ()) if row in self._without_code}
        if unnamed:
            rows[ENTERPRISES] = frozenset(unnamed) | self._rows_of_party(choice)
        return self._whole(rows)

    def _of_words(self, name: str, word: str, value: str) -> Touched | None:
        """Tables of institutions change who other rows are, and a kind may open a list that was not given."""
        places = [one for one in self.world.received.words if (one.field, one.word) == (name, word)]
        known = {one.table for one in places}
        if INSTITUTIONS in known:
            return None
        edits = []
        for table in known:
            typed = type_column([value], tables()[table].fields[name], self.world.guide, {}).values[0]
            if name == "kind" and self._opens(table, typed):
                return None
            rows = {row for one in places if one.table == table for row in self._at(one)}
            edits.append(Edit(table, name, dict.fromkeys(rows, typed)))
        return self._edited(edits)

    def _opens(self, table: str, kind: str | None) -> bool:
        """Return whether rows of a kind give an indicator its list, which it has not yet."""
        asked = {demand.sublist for demand in demands(self.world.guide, table)}
        return kind in asked and kind not in self.world.received.given().get(table, frozenset())

    def _of_ranks(self, keep: Keep, value: str) -> Touched | None:
        """Other ranks change which row of an enterprise stands: only the rows of such lists are settled again."""
        table = keep.path[1]
        if table != ENTERPRISES:
            return None
        edits = []
        for spot, rank in answered_ranks(keep.path, value, self.world.received.sources).items():
            rows = _of_list(self.received[table], spot)["_row"].tolist()
            edits.append(Edit(table, "_priority", dict.fromkeys(rows, rank)))
        return self._edited(edits)

    def _of_reading(self, keep: Keep, spot: ListSpot, value: str) -> Touched | None:
        """Read the list again and compare: only what an answer about it can change, its own rows' fields."""
        after = self.world.read_with(keep, value, spot.file).tables.get(spot.table)
        if after is None or spot.table not in self.received:
            return None
        old, new = (_of_list(frame, spot) for frame in (self.received[spot.table], after))
        if old["_line"].tolist() != new["_line"].tolist():
            return None
        edits = [
            Edit(spot.table, name, _changes(old, new, name))
            for name in new.columns
            if name in _read_columns(spot.table)
        ]
        return self._edited([edit for edit in edits if edit.values])

    def _edited(self, edits: list[Edit]) -> Touched:
        rows: dict[str, set[int]] = defaultdict(set)
        for edit in edits:
            rows[edit.table].update(edit.values)
        return Touched(self._whole(rows), edits=tuple(edits))

    def _whole(self, rows: Mapping[str, Iterable[int]]) -> Rows:
        """Return the rows with all others of the same enterprises and people."""
        whole = {table: frozenset(found) for table, found in rows.items() if found}
        if ENTERPRISES in whole:
            named = {row for at in whole[ENTERPRISES] for row in self._by_name.get(self._name_of[at], ())}
            parties = {self._party(row) for row in whole[ENTERPRISES] | named} - {None}
            whole[ENTERPRISES] |= {row for party in parties for row in self._by_party.get(str(party), ())}
        if "talents" in whole:
            people = self._people
            names = {people.of_row.get(row) for row in whole["talents"]} - {None, ""}
            whole["talents"] |= {row for name in names for row in people.rows.get(str(name), ())}
        return whole

    def _party(self, row: int) -> str | None:
        return self.world.settled.identities.get(row)

    def _rows_of_party(self, party: str) -> frozenset[int]:
        found = self._by_party.get(party) or self._by_party.get(NAMED + party) or ()
        return frozenset(found)

    def _at(self, word: UnknownWord) -> frozenset[int]:
        spots, place = self._spots(word.table), word.place
        return frozenset(row for line in word.lines for row in spots.get((place.file, place.sheet, line), ()))

    def _spots(self, table: str) -> dict[tuple[str, str, int], list[int]]:
        if table not in self._known_spots:
            self._known_spots[table] = _spots(self.received[table])
        return self._known_spots[table]

    @cached_property
    def _by_party(self) -> dict[str, list[int]]:
        return grouped((party, row) for row, party in self.world.settled.identities.items() if party)

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
    def _held(self) -> dict[str, list[int]]:
        frame = self.settled.get("recognitions")
        if frame is None:
            return {}
        kinds, parties = frame["kind"].fillna(""), frame["_id"].fillna("")
        return grouped(
            (review_key(kind, party), int(row))
            for kind, party, row in zip(kinds, parties, frame["_row"], strict=True)
        )

    @cached_property
    def _people(self) -> _People:
        frame = self.received["talents"]
        names = (normalise(name) if isinstance(name, str) else "" for name in frame["person"])
        of_row = dict(zip(frame["_row"].tolist(), names, strict=True))
        return _People(of_row, grouped((name, row) for row, name in of_row.items() if name))


@dataclass(frozen=True)
class _People:
    of_row: dict[int, str]
    rows: dict[str, list[int]]


def _of_list(frame: pd.DataFrame, spot: ListSpot) -> pd.DataFrame:
    return frame[(frame["_file"] == spot.file) & (frame["_sheet"].fillna("") == spot.sheet)]


def _read_columns(table: str) -> set[str]:
    """Return the columns of a received table that reading fills."""
    return {*tables()[table].fields, "_unknown", "_assumed", "_note"}


def _changes(old: pd.DataFrame, new: pd.DataFrame, name: str) -> dict[int, Any]:
    """Return what some rows say now, where that is something else than before."""
    before = old[name] if name in old else pd.Series([None] * len(old), index=old.index, dtype=object)
    pairs = zip(old["_row"].tolist(), _plain(before), _plain(new[name]), strict=True)
    return {row: other for row, one, other in pairs if one != other}


def _plain(column: pd.Series[Any]) -> list[Any]:
    """Return a column's values, blanks as None."""
    return column.astype(object).where(column.notna(), None).tolist()


def _owners(frame: pd.DataFrame) -> Iterable[tuple[str, int]]:
    names = frame["_owner_name"].fillna("")
    return ((normalise(name), int(row)) for name, row in zip(names, frame["_row"], strict=True) if name)


def _spots(frame: pd.DataFrame) -> dict[tuple[str, str, int], list[int]]:
    places = zip(frame["_file"], frame["_sheet"].fillna(""), frame["_line"], frame["_row"], strict=True)
    return grouped(((str(file), str(sheet), int(line)), int(row)) for file, sheet, line, row in places)
