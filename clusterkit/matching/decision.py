"""Decisions by hand: what one is, and what all of them together say about an enterprise or a name.

Kinds: ``scope`` (an enterprise in or out), ``match`` (who a name is), ``duplicate`` (which of several rows
stands), ``review`` (in which year a recognition passed its review), ``finding`` (a finding that is accepted),
``text`` (words of a text that may stay).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from clusterkit.findings import Place
from clusterkit.matching.names import normalise

FILE = "decisions.csv"
NAMED = "名称:"  # begins the identity of a party without a good code
NOT = "not:"
LATER = "later"
LAPSED = "lapsed"
_SAID = re.compile(r"#[0-9a-fA-F]{8}$")
_ROW = re.compile(r"(?P<file>[^:]+):(?:(?P<sheet>.+):)?(?P<row>\d+)(?:#(?P<hash>[0-9a-fA-F]{8}))?")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of ``decisions.csv``; ``key`` and ``choice`` are compared without spaces and case."""

    kind: str
    key: str
    choice: str
    reason: str
    name: str = ""
    by: str = ""
    at: str = ""
    line: int = 0

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(FILE, "", self.line)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided about a name: a choice (``""`` for none yet) and who it is not."""

    choice: str
    barred: frozenset[str]
    decision: Decision


@dataclass(frozen=True, slots=True)
class RowChoice:
    """The row that a ``duplicate`` decision keeps."""

    file: str
    sheet: str | None
    row: int
    hash: str | None


@dataclass(frozen=True)
class Decisions:
    """All decisions that are applied, in the order of the file, and those with a code that Excel damaged.

    Examples
    --------
    >>> decisions = Decisions((Decision("scope", "91120000238994906G", "exclude", "已迁出"),))
    >>> decisions.exclude
    {'91120000238994906G': '已迁出'}
    """

    rows: tuple[Decision, ...] = ()
    damaged: tuple[Decision, ...] = field(default=())

    @cached_property
    def scope(self) -> dict[str, Decision]:
        """The last ``scope`` decision by code or normalised name."""
        return {normalise(row.key): row for row in self._of("scope")}

    @property
    def include(self) -> dict[str, str]:
        """Who is taken in by hand, with the reason."""
        return {key: row.reason for key, row in self.scope.items() if row.choice == "include"}

    @property
    def exclude(self) -> dict[str, str]:
        """Who is left out by hand, with the reason."""
        return {key: row.reason for key, row in self.scope.items() if row.choice == "exclude"}

    @cached_property
    def match(self) -> dict[str, Ruling]:
        """What was decided about each name, by normalised name.

        The last choice stands, and ``not:`` rows add up beside it; one that rules out the choice itself undoes it.
        """
        rulings: dict[str, Ruling] = {}
        for row in self._of("match"):
            key = normalise(row.key)
            before = rulings.get(key, Ruling("", frozenset(), row))
            who = row.choice.removeprefix(NOT)
            if who != row.choice:
                rulings[key] = Ruling(
                    "" if before.choice == who else before.choice, before.barred | {who}, row
                )
            else:
                rulings[key] = Ruling(row.choice, before.barred - {row.choice}, row)
        return rulings

    @cached_property
    def duplicate(self) -> dict[str, Decision]:
        """The last ``duplicate`` decision by code or normalised name."""
        return {normalise(row.key): row for row in self._of("duplicate")}

    @cached_property
    def review(self) -> dict[str, Decision]:
        """The last ``review`` decision by kind of recognition and holder (`review_key`)."""
        return {review_key(*row.key.split(":", 1)): row for row in self._of("review") if ":" in row.key}

    @cached_property
    def accepted(self) -> dict[str, Decision]:
        """The findings that were accepted, by their id."""
        return {accepted_id(row.key): row for row in self._of("finding")}

    @cached_property
    def left(self) -> dict[str, Decision]:
        """What texts may say though it was noticed: by section and words, as the finding names them, normalised."""
        return {normalise(row.key): row for row in self._of("text")}

    def _of(self, kind: str) -> Iterator[Decision]:
        return (row for row in self.rows if row.kind == kind)


def accepted_id(key: str) -> str:
    """Return the id of the finding that the key of a ``finding`` decision names.

    Examples
    --------
    >>> accepted_id("unit_missing:a.xlsx:Sheet1:1:产值#0a1b2c3d"), accepted_id("unit_missing:a.xlsx")
    ('unit_missing:a.xlsx:Sheet1:1:产值', 'unit_missing:a.xlsx')
    """
    return _SAID.sub("", key)


def said_then(key: str) -> str | None:
    """Return what the key of a ``finding`` decision remembers of the finding's message; None: nothing.

    Examples
    --------
    >>> said_then("unit_missing:a.xlsx#0a1b2c3d")
    '0a1b2c3d'
    """
    found = _SAID.search(key)
    return found[0][1:].lower() if found else None


def said_hash(message: str) -> str:
    """Return what a decision remembers of a message, so that another one at the same place is not accepted with it."""
    return hashlib.sha256(message.encode("utf-8")).hexdigest()[:8]


def review_key(kind: str, holder: str) -> str:
    """Return how a ``review`` decision names a recognition: its kind and its holder's code (or name).

    Examples
    --------
    >>> review_key("hightech_enterprises", "名称:天津甲公司")
    'hightech_enterprises:天津甲公司'
    """
    return f"{kind.strip()}:{normalise(holder.removeprefix(NAMED))}"


def row_choice(choice: str) -> RowChoice | None:
    """Read ``file:row`` or ``file:sheet:row``, with ``#`` and eight hex digits behind it or not.

    Examples
    --------
    >>> row_choice("企业名录.xlsx:Sheet1:7#0a1b2c3d")
    RowChoice(file='企业名录.xlsx', sheet='Sheet1', row=7, hash='0a1b2c3d')
    """
    if not (found := _ROW.fullmatch(choice.strip())):
        return None
    sheet, digest = found["sheet"], found["hash"]
    return RowChoice(
        found["file"].strip(), sheet and sheet.strip(), int(found["row"]), digest and digest.lower()
    )
