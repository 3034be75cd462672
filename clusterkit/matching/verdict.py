"""Who a name and a code are: for certain, to be asked, or nobody that the lists know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clusterkit.matching.clues import EQUAL_NAME
from clusterkit.matching.parties import Party, Register

How = Literal["uscc", "name", "former_name", "suggested", "none"]
Clash = Literal["", "code_of_another", "different_codes", "several_bearers"]


@dataclass(frozen=True, slots=True)
class Option:
    """A party that a name may be, how likely it is (0–100), why it was thought of, and by which of its names."""

    party: Party
    score: float
    why: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the lists say about a name: ``party`` where it is certain, else what to ask (``options``).

    ``clash`` says what speaks against a match that would be certain otherwise.
    """

    party: Party | None = None
    how: How = "none"
    options: tuple[Option, ...] = ()
    clash: Clash = ""


NOBODY = Verdict()


def look_up(register: Register, name: str, code: str | None, barred: frozenset[str] = frozenset()) -> Verdict:
    """Look for who certainly bears a normalised name and a good code, in everything that was received.

    Certain is the same good code, and the name not another enterprise's present one; or, where one side
    has no good code, the same present or former name borne by one (present before former, the living
    before 注销). ``barred`` are identities that a person has ruled out.

    Returns
    -------
    Verdict
        Without party, options and clash where nothing is certain and nothing clashes.
    """
    owner = register.by_code.get(code) if code else None
    if owner and owner.id not in barred:
        return _by_code(register, owner, name, barred)
    for how, group in _bearers(register, name, barred):
        known = [party for party in group if not party.ambiguous]
        if len(group) > 1 and known:
            return _asked(known, "several_bearers")
        if known and code and known[0].code and known[0].code != code:
            return _asked(known, "different_codes")
        if known:
            return Verdict(known[0], how)
    return NOBODY


def _by_code(register: Register, owner: Party, name: str, barred: frozenset[str]) -> Verdict:
    bearers = [
        party for party in register.present.get(name, ()) if party.id not in barred and not party.ambiguous
    ]
    others = [party for party in bearers if not party.institution and party.id != owner.id]
    if others and owner not in bearers:
        return _asked([owner, *others], "code_of_another")
    return Verdict(owner, "uscc")


def _bearers(register: Register, name: str, barred: frozenset[str]) -> Iterator[tuple[How, list[Party]]]:
    """Yield the groups that may bear a name, in the order in which they are believed."""
    kinds: tuple[tuple[How, dict[str, tuple[Party, ...]]], ...] = (
        ("name", register.present), ("former_name", register.former),
    )  # fmt: skip
    for how, bearers in kinds:
        found = [party for party in bearers.get(name, ()) if party.id not in barred]
        for living in (True, False):
            if group := [party for party in found if party.living == living]:
                yield how, group


def _asked(parties: list[Party], clash: Clash) -> Verdict:
    why = {"code_of_another": "代码或名称相同", "different_codes": "名称相同，代码不同"}.get(
        clash, "名称相同"
    )
    return Verdict(None, "suggested", tuple(Option(party, EQUAL_NAME, why) for party in parties), clash)
