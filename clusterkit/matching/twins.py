"""Rows of a register that may be one enterprise: one has no code, and its name is nearly another's.

Rows are one enterprise by their code or by the whole name, so that a misspelt name without a code would count
twice and nobody would notice. It is asked, where another file has the enterprise and the districts are not two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from clusterkit.findings import Finding, finding
from clusterkit.matching.cores import Cores
from clusterkit.matching.decision import Ruling
from clusterkit.matching.evidence import Weigher
from clusterkit.matching.frames import place_of
from clusterkit.matching.names import core_of, is_branch
from clusterkit.matching.parties import Party
from clusterkit.matching.register import SettledRegister
from clusterkit.matching.verdict import Option
from clusterkit.matching.weighed import Weighed, of_all, record_in, weigh_options
from clusterkit.tables import Table

_WHY = "名称相近，没有代码"
_MOST = 3  # where more are a character apart, that says nothing


@dataclass(frozen=True)
class _Twins:
    """A register in which enterprises without a code are looked for among the others."""

    register: SettledRegister
    rulings: Mapping[str, Ruling]
    weigher: Weigher

    def found(self) -> Iterator[tuple[Party, list[Party]]]:
        """Yield who has no code and is not settled, with whom it may be."""
        places = {party.id: place for place, party in enumerate(self.register.parties)}
        known = [party for party in self.register.parties if self._is_known(party)]
        asked = [party for party in known if party.code is None and not self._is_settled(party)]
        if not asked or len(set(self.register.received["_file"])) < 2:
            return
        near = self._near(asked, known)
        for party in asked:
            others = (
                other
                for other in dict.fromkeys(near[party.id])
                if (other.code or places[other.id] < places[party.id]) and self._may_be(party, other)
            )
            if options := list(others):
                yield party, options

    def _is_known(self, party: Party) -> bool:
        return party.living and not party.ambiguous and not is_branch(party.name, self.weigher.words)

    def _is_settled(self, party: Party) -> bool:
        return any(self.rulings[name].choice for name in party.names if name in self.rulings)

    def _near(self, asked: list[Party], known: list[Party]) -> dict[str, list[Party]]:
        """Return those who bear, or bore, a name with the same core, or one a character apart."""
        borne = [(name, party) for party in known for name in (*party.names, *party.former)]
        cores = Cores.index([core_of(name, self.weigher.words) for name, _ in borne])
        wanted = [core_of(party.names[0], self.weigher.words) for party in asked]
        same, apart = (
            _grouped(asked, [borne[at][1] for at in others.tolist()], ones.tolist())
            for ones, others in (cores.same(wanted), cores.one_apart(wanted))
        )
        return {
            party.id: [*same[party.id], *(apart[party.id] if len(apart[party.id]) <= _MOST else ())]
            for party in asked
        }

    def _may_be(self, party: Party, other: Party) -> bool:
        barred = chain.from_iterable(
            self.rulings[name].barred for name in party.names if name in self.rulings
        )
        apart = party.district and other.district and party.district != other.district
        return (
            party.id != other.id
            and other.id not in set(barred)
            and not apart
            and self._files(party).isdisjoint(self._files(other))
        )

    def _files(self, party: Party) -> set[str]:
        return {self.register.received["_file"][row] for row in self.register.rows[party.id]}


def _grouped(asked: list[Party], others: list[Party], of: list[int]) -> dict[str, list[Party]]:
    """Return, for each who is asked about, the others found for it, each once."""
    found: dict[str, dict[str, Party]] = {party.id: {} for party in asked}
    for at, other in zip(of, others, strict=True):
        found[asked[at].id].setdefault(other.id, other)
    return {identity: list(parties.values()) for identity, parties in found.items()}


def twin_findings(
    register: SettledRegister, table: Table, rulings: Mapping[str, Ruling], weigher: Weigher
) -> Iterator[Finding]:
    """Ask about every enterprise without a code that may be another one."""
    twins = _Twins(register, rulings, weigher)
    for party, others in twins.found():
        rows = register.rows[party.id]
        given = of_all([record_in(register.received, row, party.name, None) for row in rows])
        weighed = weigh_options(given, [Option(other, 0.0, _WHY) for other in others], weigher)
        place = place_of(register.received, rows[0], table.fields["name"].header)
        yield finding(
            "name_twin", place, key=party.names[0], name=party.name, name_key=party.names[0], count=len(rows),
            others=_labels(weighed), options=[one.as_dict() for one in weighed],
            suggested=weighed[0].option.party.code or weighed[0].option.party.id, evidence=_evidence(weighed),
        )  # fmt: skip


def _labels(weighed: Iterable[Weighed]) -> str:
    return "、".join(one.option.party.label for one in weighed)


def _evidence(weighed: Iterable[Weighed]) -> str:
    return "；".join(f"{one.option.party.label}：{one.evidence}" for one in weighed)
