"""The cluster's other institutions, and which of them also stand in the register of enterprises."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from clusterkit.matching.decision import Decisions
from clusterkit.matching.frames import Columns
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.parties import Party
from clusterkit.matching.register import SettledRegister, settle_register
from clusterkit.tables import Table


@dataclass
class SettledInstitutions:
    """The settled institutions, if there is such a list, and those that are parties of their own."""

    settled: SettledRegister | None = None
    parties: list[Party] = field(default_factory=list)


def settle_institutions(
    columns: Columns | None,
    table: Table,
    enterprises: SettledRegister | None,
    decisions: Decisions,
    words: NameWords,
) -> SettledInstitutions:
    """Settle the institutions; one that is also an enterprise is no party of its own, its names are the enterprise's."""
    if columns is None:
        return SettledInstitutions()
    settled = settle_register(columns, table, None, decisions, words=words, institution=True)
    bearers = _bearers(enterprises.parties if enterprises else [])
    also = {party.id: found for party in settled.parties if (found := _same_enterprise(party, bearers))}
    settled.columns["_also_enterprise"] = [identity in also for identity in settled.columns["_id"]]
    if enterprises:
        _lend_names(enterprises, settled.parties, also)
    return SettledInstitutions(settled, [party for party in settled.parties if party.id not in also])


def _bearers(parties: list[Party]) -> dict[str, list[Party]]:
    found: dict[str, list[Party]] = {}
    for party in parties:
        for key in (party.id, *party.names):
            found.setdefault(key, []).append(party)
    return found


def _same_enterprise(institution: Party, bearers: dict[str, list[Party]]) -> str | None:
    """Return the enterprise with the same good code, or the same name where one side has no code."""
    if institution.code and institution.code in bearers:
        return institution.code
    named = [party for name in institution.names for party in bearers.get(name, ())]
    named = [party for party in named if not (party.code and institution.code)]
    living = [party for party in named if party.living] or named
    return living[0].id if living else None


def _lend_names(enterprises: SettledRegister, institutions: list[Party], also: dict[str, str]) -> None:
    """Let an enterprise be found by the names, and the code it lacks, that the institutions' list gives it."""
    lent: dict[str, list[Party]] = {}
    for party in institutions:
        if party.id in also:
            lent.setdefault(also[party.id], []).append(party)
    enterprises.parties = [_with_lent(party, lent.get(party.id, [])) for party in enterprises.parties]


def _with_lent(party: Party, lent: list[Party]) -> Party:
    if not lent:
        return party
    names = dict.fromkeys((*party.names, *(name for other in lent for name in other.names)))
    code = party.code or next((other.code for other in lent if other.code), None)
    return replace(party, names=tuple(names), code=code)
