"""Who owns a row: each owner that a list names, held against decisions, the register and the institutions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from clusterkit.matching.candidates import Suggester
from clusterkit.matching.clues import EQUAL_NAME
from clusterkit.matching.decision import LATER, NAMED, Ruling
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.names import ends_like_company, normalise
from clusterkit.matching.parties import Party, Register
from clusterkit.matching.verdict import NOBODY, Option, Verdict, look_up

State = Literal["enterprise", "institution", "assumed", "asked", "company", "nobody", "blank"]
DECIDED_INSTITUTION = "决定:"  # begins the identity of an owner that a person called an institution


@dataclass(frozen=True, slots=True)
class Named:
    """An owner as a list names it: the name as printed, its normalised form, its good code."""

    printed: str
    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Who an owner is: its state, identity, code, a Chinese note, and what to ask where it is open."""

    state: State
    id: str | None = None
    code: str | None = None
    note: str = ""
    verdict: Verdict = NOBODY
    decided: bool = False


class Owners:
    """All owners of all lists, each resolved once.

    Parameters
    ----------
    register
        Enterprises and institutions, as received.
    words
        The guide's words of names.
    rulings
        The ``match`` decisions by normalised name.
    suggester
        Finds near names of the register; made where it is not given.
    """

    def __init__(
        self,
        register: Register,
        words: NameWords,
        rulings: Mapping[str, Ruling],
        suggester: Suggester | None = None,
    ) -> None:
        self.register, self.words, self.rulings = register, words, rulings
        self.suggester = suggester or Suggester(register, words)
        self._found: dict[tuple[str, str | None], Owner] = {}
        self.used: set[str] = set()

    def knows(self, text: str) -> bool:
        """Tell whether a text as a whole is a name that the lists or a decision know."""
        name = normalise(text)
        return self.register.knows(name) or name in self.rulings

    def resolve(self, named: Iterable[Named]) -> None:
        """Find out who these are; names that nobody bears are searched for near ones, all at once."""
        open_names: list[Named] = []
        for one in dict.fromkeys(named):
            owner = self._by_decision(one) or self._by_lists(one)
            if owner:
                self._found[one.name, one.code] = owner
            else:
                open_names.append(one)
        self._suggest(open_names)

    def __getitem__(self, named: Named) -> Owner:
        return self._found[named.name, named.code]

    def is_stranger(self, named: Named) -> bool:
        """Tell whether the lists say nothing about an owner that speaks for or against anybody."""
        owner = self[named]
        return (
            owner.state in ("company", "assumed", "asked") and not owner.verdict.clash and not owner.decided
        )

    def barred(self, name: str) -> frozenset[str]:
        """Return who a person said that this name is not."""
        return self.rulings[name].barred if name in self.rulings else frozenset()

    def _by_decision(self, one: Named) -> Owner | None:
        ruling = self.rulings.get(one.name) if one.name else None
        if ruling is None:
            return None
        self.used.add(one.name)
        reason = ruling.decision.reason
        if ruling.choice == "none":
            return Owner("nobody", note=f"人工决定：不属于本集群（{reason}）", decided=True)
        if ruling.choice == "institution":
            note = f"人工决定：是集群内机构（{reason}）"
            return Owner("institution", DECIDED_INSTITUTION + one.name, note=note, decided=True)
        if ruling.choice == LATER:
            return self._postponed(one, look_up(self.register, one.name, one.code, ruling.barred))
        return self._chosen(ruling.choice, reason) if ruling.choice else None

    def _postponed(self, one: Named, verdict: Verdict) -> Owner | None:
        """Return an owner that is asked about again, last; None where near names have to be looked for."""
        if verdict.party:
            certain = Option(verdict.party, EQUAL_NAME, _how_matched(verdict))
            verdict = Verdict(None, "suggested", (certain,))
        return replace(self._asked(one, verdict), decided=True) if verdict.options else None

    def _chosen(self, identity: str, reason: str) -> Owner:
        party = self.register.by_id.get(identity) or self.register.by_code.get(identity)
        if party is None:
            code = None if identity.startswith(NAMED) else identity
            return Owner(
                "company",
                identity,
                code,
                f"人工决定：是 {identity}，但各名录中没有（{reason}）",
                decided=True,
            )
        return replace(_matched(party, f"人工决定：是“{party.name}”（{reason}）"), decided=True)

    def _by_lists(self, one: Named) -> Owner | None:
        verdict = look_up(self.register, one.name, one.code, self.barred(one.name))
        if verdict.party:
            return replace(_matched(verdict.party, _how_matched(verdict)), verdict=verdict)
        if verdict.options:
            return self._asked(one, verdict)
        if not one.name:
            return _nameless(one.code)
        return None

    def _asked(self, one: Named, verdict: Verdict) -> Owner:
        return Owner("asked", NAMED + one.name, one.code, _what_is_asked(verdict), verdict)

    def _suggest(self, open_names: list[Named]) -> None:
        names = list(dict.fromkeys(one.name for one in open_names))
        options = dict(zip(names, self.suggester.suggest(names), strict=True))
        for one in open_names:
            barred = self.barred(one.name)
            near = tuple(option for option in options[one.name] if option.party.id not in barred)
            self._found[one.name, one.code] = self._open(one, near)

    def _open(self, one: Named, near: tuple[Option, ...]) -> Owner:
        if one.name in self.rulings and self.rulings[one.name].choice == LATER:
            return replace(self._asked(one, Verdict(None, "suggested", near)), decided=True)
        if near:
            return self._asked(one, Verdict(None, "suggested", near))
        if ends_like_company(one.name, self.words):
            return Owner("company", NAMED + one.name, one.code, "名录中没有这家企业")
        return Owner("assumed", NAMED + one.name, one.code, "名录和机构名单中没有，暂按集群内机构计")


def _nameless(code: str | None) -> Owner:
    return (
        Owner("company", code, code, "没有单位名称，代码不在名录中")
        if code
        else Owner("blank", note="单位为空")
    )


def _matched(party: Party, note: str) -> Owner:
    return Owner("institution" if party.institution else "enterprise", party.id, party.code, note)


def _how_matched(verdict: Verdict) -> str:
    name = verdict.party.name if verdict.party else ""
    return {
        "uscc": f"统一社会信用代码与“{name}”一致",
        "name": f"名称与“{name}”一致",
        "former_name": f"是“{name}”的曾用名",
    }.get(verdict.how, "")


def _what_is_asked(verdict: Verdict) -> str:
    likely = "、".join(option.party.label for option in verdict.options[:3])
    return {
        "code_of_another": f"代码和名称不是同一家：{likely}",
        "different_codes": f"名称与“{likely}”相同，但代码不同",
        "several_bearers": f"同名的不止一家：{likely}",
    }.get(verdict.clash, f"可能是{likely}" if likely else "待定")
