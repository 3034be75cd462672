"""What is told about the register: dissolved enterprises, branches, other years, rows that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from clusterkit.findings import Finding, finding
from clusterkit.matching.blanks import per_list
from clusterkit.matching.decision import NAMED, Decisions
from clusterkit.matching.frames import Columns, place_of
from clusterkit.matching.register import SettledRegister
from clusterkit.tables import Table


def register_findings(
    register: SettledRegister, table: Table, year: int, dissolved: Iterable[str]
) -> list[Finding]:
    """Return everything that is told about a settled register."""
    columns = register.columns
    return [
        *register.findings,
        *_merged(register),
        *_ambiguous(register, table),
        *_dissolved(columns, table, frozenset(dissolved)),
        *_branches(columns, table),
        *_other_years(register, table, year),
    ]


def _merged(register: SettledRegister) -> Iterator[Finding]:
    others = {row for group in register.groups for row in group.rows[1:]}
    if others:
        yield from per_list(register.received, "duplicates_merged", lambda row: row in others)


def _ambiguous(register: SettledRegister, table: Table) -> Iterator[Finding]:
    names = register.identities.names
    parties = {party.id: party for party in register.parties}
    told: set[str] = set()
    for row, identity in enumerate(register.identities.of_row):
        name = names[row]
        if register.identities.is_ambiguous(identity) and name not in told:
            told.add(name)
            options = [
                {"value": code, "label": parties[code].label, "score": 100.0}
                for code in register.identities.asked[name]
            ]
            yield finding(
                "name_ambiguous", place_of(register.received, row, table.fields["name"].header), key=name,
                name=register.received["name"][row], name_key=name, options=options,
                bearers="、".join(str(option["label"]) for option in options), suggested=None,
            )  # fmt: skip


def _dissolved(columns: Columns, table: Table, words: frozenset[str]) -> Iterator[Finding]:
    for row, status in enumerate(columns["status"]):
        if status in words:
            at = place_of(columns, row, table.fields["status"].header)
            yield finding("enterprise_dissolved", at, **_who(columns, row), status=status)


def _branches(columns: Columns, table: Table) -> Iterator[Finding]:
    for row, branch in enumerate(columns["branch"]):
        if branch:
            yield finding(
                "branch_listed", place_of(columns, row, table.fields["name"].header), **_who(columns, row)
            )


def _who(columns: Columns, row: int) -> dict[str, Any]:
    return {"name": columns["name"][row] or columns["_id"][row], "identity": columns["_id"][row]}


def _other_years(register: SettledRegister, table: Table, year: int) -> Iterator[Finding]:
    header = table.fields["year"].header
    columns, history = register.columns, register.history
    yield from per_list(history, "other_year_rows", lambda _: True, header, year=year)
    yield from per_list(
        columns, "only_other_years", lambda row: columns["year"][row] != year, header, year=year
    )


def unused_decisions(decisions: Decisions, used: set[str]) -> Iterator[Finding]:
    """Report decisions about names and duplicates that no list has any more."""
    about_names = {key: ruling.decision for key, ruling in decisions.match.items()}
    for kind in (about_names, decisions.duplicate):
        for key, decision in kind.items():
            if key not in used and key.removeprefix(NAMED) not in used:
                yield finding("decision_unused", decision.place, kind=decision.kind, name=decision.key)
