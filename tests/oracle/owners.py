"""Whose a row is: the certain match, a person's decision, or nobody's yet."""

from __future__ import annotations

from typing import NamedTuple

from oracle.cells import good_code, text
from oracle.names import alike, ends_as_company, normal, split
from oracle.places import district
from oracle.register import Enterprise
from oracle.workspace import Row, Workspace

ASKED, INSTITUTION, NONE, COMPANY, ASSUMED = "asked", "institution", "none", "company", "assumed"


class Party(NamedTuple):
    """An enterprise or an institution that a name can be matched to."""

    id: str
    code: str | None
    names: set[str]
    former: set[str]
    dead: bool
    enterprise: bool
    counts: bool  # in S, or an institution of the cluster


class Who(NamedTuple):
    how: str  # "matched" or one of the words above
    party: Party | None = None
    id: str | None = None


class Matcher:
    """All that names can be matched to, and what people decided."""

    def __init__(
        self, space: Workspace, enterprises: dict[str, Enterprise], scope: set[str], places: set[str] | None
    ):
        self.places = places
        self.parties = [
            Party(one.id, one.code, one.names, one.former, one.dead, True, one.id in scope)
            for one in enterprises.values()
        ]
        self.parties += [
            _institution(row, places) for row in space.tables.get("institutions", []) if text(row.get("name"))
        ]
        self.rows = [row for row in space.decisions if row["kind"] == "match"]

    def who(self, name: object, code: object) -> Who:
        """Match one name and code."""
        called, coded = normal(text(name) or ""), good_code(code)
        choices = (
            [row["choice"].strip() for row in self.rows if normal(row["key"]) == called] if called else []
        )
        refused = {choice[4:] for choice in choices if choice.startswith("not:")}
        decided = next((choice for choice in reversed(choices) if not choice.startswith("not:")), None)
        if decided:
            return self._decided(decided, called)
        parties = [party for party in self.parties if party.code not in refused]
        certain = _certain(called, coded, parties)
        if certain:
            return certain
        if any(alike(called, known) for party in parties for known in party.names | party.former):
            return Who(ASKED)
        return Who(COMPANY if ends_as_company(called) else ASSUMED)

    def _decided(self, choice: str, called: str) -> Who:
        if choice == "institution":
            return Who(INSTITUTION, id=f"名称:{called}")
        if choice == "none":
            return Who(NONE)
        if choice == "later":
            return Who(ASKED)
        party = next((party for party in self.parties if party.code == choice), None)
        return Who("matched", party, choice)

    def owners(self, row: Row, name: str, code: str) -> list[tuple[Who, str]]:
        """Match every owner in a row's cell; its code belongs to an owner only where there is one."""
        cell = text(row.get(name)) or ""
        known = {called for party in self.parties for called in party.names | party.former}
        names = [cell] if normal(cell) in known else split(cell)
        if not names:
            return [(self.who("", row.get(code)), "")] if good_code(row.get(code)) else []
        return [(self.who(one, row.get(code) if len(names) == 1 else None), one) for one in names]

    def counting(self, row: Row, name: str, code: str) -> set[str]:
        """Return the identities of a row's owners where the row counts by one of them, else nothing."""
        here = district(row.get("district"))
        if here and self.places is not None and here not in self.places:
            return set()
        owners = self.owners(row, name, code)
        if not owners:
            return {""} if here else set()
        counted = any(counts(who) for who, _ in owners)
        return {who.id or normal(called) for who, called in owners} if counted else set()

    def in_register(self, name: object, code: object) -> bool:
        """Say whether an institution is an enterprise of the register too: by identity, whatever was decided."""
        who = _certain(normal(text(name) or ""), good_code(code), self.parties)
        return bool(who and who.party and who.party.enterprise)


def counts(who: Who) -> bool:
    """Say whether an owner makes a row count."""
    return who.how in (INSTITUTION, ASSUMED) or bool(who.how == "matched" and who.party and who.party.counts)


def _institution(row: Row, places: set[str] | None) -> Party:
    here = district(row.get("district"))
    name, code = normal(row["name"]), good_code(row.get("uscc"))
    return Party(
        code or f"名称:{name}",
        code,
        {name},
        set(),
        False,
        False,
        not here or places is None or here in places,
    )


def _certain(called: str, code: str | None, parties: list[Party]) -> Who | None:
    """Apply the rules of certainty; a contradiction is asked, no candidate gives None."""
    same_code = [party for party in parties if code and party.code == code]
    present = [party for party in parties if called and called in party.names]
    if same_code:
        strangers = [party for party in present if party.enterprise and party.id != same_code[0].id]
        own = any(called in party.names for party in same_code)
        return Who(ASKED) if strangers and not own else _matched(same_code)
    former = [party for party in parties if called and called in party.former]
    for bearers in (present, former):
        if not bearers:
            continue
        if code and all(party.code for party in bearers):
            return Who(ASKED)
        one = _only([party for party in bearers if not (code and party.code)])
        return _matched([one]) if one else Who(ASKED)
    return None


def _only(bearers: list[Party]) -> Party | None:
    """Return the one that bears a name: of several, the living one; the enterprise, where it is an institution too."""
    living = [party for party in bearers if not party.dead]
    ids = {party.id for party in bearers}
    if len(ids) == 1:
        return bearers[0]
    return living[0] if len({party.id for party in living}) == 1 else None


def _matched(parties: list[Party]) -> Who:
    return Who("matched", parties[0], parties[0].id)
