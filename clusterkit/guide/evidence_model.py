"""What has to be proved, with what, and in which order it is bound: the guide's words and our conventions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from clusterkit.guide.entry import Entry, Part

Authority = Literal["指南", "上位文件", "本工具约定"]
Takes = Literal["slot", "criterion", "indicator", "declared", "annex", "section", "other"]


class Point(Part):
    """What one sentence of the 申报条件 asks for, and where it shows; whatever is given here must be there.

    Parameters
    ----------
    name
        The words of the sentence.
    indicators, tables, settings, pillars
        Where the data shows it: any one is enough: a value above zero, a list with rows (of which the fields in
        ``where`` hold a word of the set named), a setting of ``cluster.toml``, an industry of the “1+3+4” system.
    keywords
        Words of which the criterion's sections must hold one.
    evidence
        Kinds of documents of which one must be there.
    help
        What a person should write or get where it is not.
    """

    name: str
    indicators: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    where: dict[str, str] = Field(default_factory=dict)
    settings: tuple[str, ...] = ()
    pillars: bool = False
    keywords: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    help: str = ""

    @property
    def from_data(self) -> bool:
        """Whether the data must show it."""
        return bool(self.indicators or self.tables or self.settings or self.pillars)


class EvidenceKind(Entry):
    """A kind of document, and the words by which a file's name tells it; the first kind whose words fit stands.

    Parameters
    ----------
    lasts
        Whether last year's still proves something: a certificate does, the proof of one year's figures does not.
    next_year
        What is to be done with it in the next year: looked at again where it lasts, got anew where it does not.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    lasts: bool = False
    next_year: str = ""


class EvidenceNeed(Entry):
    """What is needed by default: one of ``documents`` for each of the indicators, annexes and criteria.

    Parameters
    ----------
    each
        Whether every row that counts needs its own, if no document covers them all.
    authority
        Whose rule it is.
    why
        The sentence of the guide or of the convention.
    """

    id: str
    indicators: tuple[str, ...] = ()
    annexes: tuple[int, ...] = ()
    criteria: tuple[str, ...] = ()
    documents: tuple[str, ...]
    each: bool = False
    authority: Authority
    why: str


class EvidenceHint(Entry):
    """Words in the name of a file or its folder that tell what it is about."""

    id: str
    words: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    annexes: tuple[int, ...] = ()
    criteria: tuple[str, ...] = ()


class EvidencePart(Entry):
    """One part of the bound evidence; ``takes`` says which targets it holds, ``group`` of which 一级指标."""

    id: str
    number: int
    name: str
    takes: tuple[Takes, ...]
    group: str = ""
    note: str = ""


class MaterialSlot(Entry):
    """A paper that the notice (通知正文) asks for, which the guide puts first; ``by`` is who gives it."""

    id: str
    number: int
    material: str
    name: str
    by: str
    words: tuple[str, ...]
    authority: Authority
