"""Who can own something: the enterprises and institutions of the lists, found by code and by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Party:
    """An enterprise or an institution, with every name that the lists give it (normalised).

    ``ambiguous``: a name without a code that several living enterprises bear, so nobody in particular.
    """

    id: str
    name: str
    code: str | None = None
    institution: bool = False
    living: bool = True
    ambiguous: bool = False
    district: str | None = None
    names: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    address: str | None = None

    @property
    def label(self) -> str:
        """How a person is shown the party."""
        remarks = [self.code] if self.code else []
        remarks += ["机构"] if self.institution else []
        remarks += [] if self.living else ["已注销、吊销"]
        return f"{self.name}（{'，'.join(remarks)}）" if remarks else self.name


@dataclass(frozen=True)
class Register:
    """All parties, and who bears which code or name. Enterprises come before institutions."""

    parties: tuple[Party, ...]
    by_id: dict[str, Party] = field(repr=False)
    by_code: dict[str, Party] = field(repr=False)
    present: dict[str, tuple[Party, ...]] = field(repr=False)
    former: dict[str, tuple[Party, ...]] = field(repr=False)

    def knows(self, name: str) -> bool:
        """Tell whether a normalised name is borne, now or formerly, by anybody."""
        return name in self.present or name in self.former


def register_of(parties: Iterable[Party]) -> Register:
    """Index parties by code and by name.

    Examples
    --------
    >>> register = register_of([Party("名称:甲公司", "甲公司", names=("甲公司",), former=("乙公司",))])
    >>> register.former["乙公司"][0].name
    '甲公司'
    """
    ordered = tuple(sorted(parties, key=lambda party: party.institution))
    by_id: dict[str, Party] = {}
    by_code: dict[str, Party] = {}
    present: dict[str, list[Party]] = {}
    former: dict[str, list[Party]] = {}
    for party in ordered:
        by_id.setdefault(party.id, party)
        if party.code:
            by_code.setdefault(party.code, party)
        for name in party.names:
            present.setdefault(name, []).append(party)
        for name in party.former:
            former.setdefault(name, []).append(party)
    return Register(ordered, by_id, by_code, _frozen(present), _frozen(former))


def _frozen(bearers: dict[str, list[Party]]) -> dict[str, tuple[Party, ...]]:
    return {
        name: tuple(dict.fromkeys(group)) if len(group) > 1 else (group[0],)
        for name, group in bearers.items()
    }
