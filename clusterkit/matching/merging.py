"""Several rows of one thing become one: the row that stands, its blanks filled, disagreements shown."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clusterkit.findings import Finding, finding
from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import Decision, Decisions, RowChoice, row_choice
from clusterkit.matching.frames import Columns, place_of, shown
from clusterkit.matching.names import normalise
from clusterkit.tables import Table

DISAGREES, BY_PRIORITY = "duplicate_disagrees", "duplicate_by_priority"
NOT_COMPARED = ("uscc", "former_names", "year")  # identity has settled the first, all of the second are kept


@dataclass(frozen=True, slots=True)
class Group:
    """Positions of the rows of one identity and year, the one that stands first."""

    identity: str
    year: int | None
    rows: tuple[int, ...]


def stands_first(columns: Columns, rows: Iterable[int]) -> list[int]:
    """Order rows by who is believed: the higher priority, else the first received."""
    return sorted(rows, key=lambda row: (-columns["_priority"][row], columns["_row"][row]))


def row_hash(columns: Columns, row: int, table: Table) -> str:
    """Return eight hex digits of the SHA-256 of what the row says, so that a later change is seen.

    Fields in the table's order, blanks left out, also those that a person gave a meaning.
    """
    said = {name: _plain(columns[name][row]) for name in table.fields if says(columns, row, name)}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def choice_of(columns: Columns, row: int, table: Table) -> str:
    """Return how a ``duplicate`` decision names this row."""
    parts = [columns["_file"][row], columns["_sheet"][row], str(columns["_line"][row])]
    return ":".join(part for part in parts if part) + "#" + row_hash(columns, row, table)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else repr(value)
    return value if isinstance(value, str | int | bool) else str(value)


def says(columns: Columns, row: int, name: str) -> bool:
    """Tell whether a row itself says something: a blank that a person gave a meaning gives way to other rows."""
    return columns[name][row] is not None and name not in columns["_assumed"][row].split(",")


def fill(columns: Columns, group: Group, table: Table) -> dict[str, int]:
    """Fill the blanks of the row that stands from the others, in place; return which row each came from."""
    first, *others = group.rows
    filled = _registered_name(columns, group)
    for name in table.fields:
        if not says(columns, first, name):
            source = next((row for row in others if says(columns, row, name)), None)
            if source is None and columns[name][first] is None:
                source = next((row for row in others if columns[name][row] is not None), None)
            if source is not None:
                columns[name][first] = columns[name][source]
                filled[name] = source
    columns["_unknown"][first] = ",".join(_still_unknown(columns, group, filled))
    return filled


def _registered_name(columns: Columns, group: Group) -> dict[str, int]:
    """Take the name beside a code, the registered one, where the row that stands has no code and another name."""
    names, first = columns["name"], group.rows[0]
    row = next((row for row in group.rows if good_code(columns["uscc"][row]) and names[row]), first)
    if row == first or not _differs(names[row], names[first]):
        return {}
    names[first] = names[row]
    return {"name": row}


def _still_unknown(columns: Columns, group: Group, filled: Mapping[str, int]) -> Iterable[str]:
    """Return the fields that no row says, and some row says in a word that nobody knows: asked by the word."""
    first, *others = group.rows
    own = [name for name in columns["_unknown"][first].split(",") if name and name not in filled]
    further = (name for row in others for name in columns["_unknown"][row].split(",") if name)
    return dict.fromkeys([*own, *(name for name in further if columns[name][first] is None)])


def disagreements(columns: Columns, group: Group, fields: Iterable[str]) -> list[tuple[str, int, int]]:
    """Return the fields in which rows say different things: the row that is believed, and the first other."""
    found = []
    for name in fields:
        said = [row for row in group.rows if says(columns, row, name)]
        other = next((row for row in said if _differs(columns[name][row], columns[name][said[0]])), None)
        if other is not None:
            found.append((name, said[0], other))
    return found


def _differs(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return normalise(one) != normalise(other)
    return bool(one != other)


class Duplicates:
    """Which row of several stands, by decision or by rule, and what must be asked or told about it."""

    def __init__(self, columns: Columns, table: Table, decisions: Decisions) -> None:
        self.columns, self.table = columns, table
        self.decisions: Mapping[str, Decision] = decisions.duplicate
        self.findings: list[Finding] = []
        self.cells: dict[int, dict[str, int]] = {}
        self.used: set[str] = set()

    def settle(self, group: Group) -> Group:
        """Put the row that stands first, fill its blanks, and report what the rows disagree in."""
        chosen = self._decided(group)
        rows = stands_first(self.columns, group.rows)
        if chosen is not None:
            rows = [chosen, *(row for row in rows if row != chosen)]
        settled = Group(group.identity, group.year, tuple(rows))
        if chosen is None:
            self._report(settled)
        if filled := fill(self.columns, settled, self.table):
            self.cells[rows[0]] = filled
        return settled

    def _decided(self, group: Group) -> int | None:
        names = [normalise(self.columns["name"][row]) for row in group.rows]
        keys = [group.identity, group.identity.partition(":")[2], *names]
        decision = next((self.decisions[key] for key in keys if key and key in self.decisions), None)
        self.used |= {key for key in keys if key in self.decisions}
        choice = decision and row_choice(decision.choice)
        if not decision or not choice:
            return None
        row = next((row for row in group.rows if self._is_meant(choice, row)), None)
        if row is not None and choice.hash and choice.hash != row_hash(self.columns, row, self.table):
            at = place_of(self.columns, row)
            self.findings.append(finding("duplicate_row_changed", at, name=self.columns["name"][row]))
            return None
        return row

    def _is_meant(self, choice: RowChoice, row: int) -> bool:
        at = place_of(self.columns, row)
        return choice.row == at.row and normalise(choice.file) == normalise(at.file) and (
            choice.sheet is None or normalise(choice.sheet) == normalise(at.sheet)
        )  # fmt: skip

    def _report(self, group: Group) -> None:
        compared = [name for name in self.table.fields if name not in NOT_COMPARED]
        for name, first, other in disagreements(self.columns, group, compared):
            if name == "name" and self._is_renamed(group, first, other):
                continue
            self.findings.append(self._disagreement(group, name, first, other))

    def _is_renamed(self, group: Group, first: int, other: int) -> bool:
        """Tell whether one of two names is a former name that the rows themselves give."""
        texts = (
            (self.columns["former_names"][row] for row in group.rows)
            if "former_names" in self.columns
            else ()
        )
        former = {normalise(part) for text in texts if text for part in re.split("[、;；,，/]", text)}
        return any(normalise(self.columns["name"][row]) in former for row in (first, other))

    def _disagreement(self, group: Group, name: str, first: int, other: int) -> Finding:
        header = self.table.fields[name].header
        ranks = self.columns["_priority"]
        said = [row for row in group.rows if self.columns[name][row] is not None]
        return finding(
            BY_PRIORITY if ranks[first] > ranks[other] else DISAGREES, place_of(self.columns, first, header), key=group.identity,
            field=name, header=header, name=self.columns["name"][first] or group.identity,
            identity=group.identity, year=group.year,
            one=shown(self.columns[name][first]), other=shown(self.columns[name][other]),
            other_place=str(place_of(self.columns, other, header)), other_spot=place_of(self.columns, other, header),
            spots=[place_of(self.columns, row, header) for row in said],
            options=self._options(group.rows), suggested=choice_of(self.columns, group.rows[0], self.table),
        )  # fmt: skip

    def _options(self, rows: Sequence[int]) -> list[dict[str, Any]]:
        return [
            {"value": choice_of(self.columns, row, self.table), "label": str(place_of(self.columns, row))}
            for row in rows
        ]
