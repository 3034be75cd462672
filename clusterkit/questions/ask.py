"""From what was noticed to what is asked: one question for one answer, however many findings wait for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from clusterkit.findings import Finding, Place
from clusterkit.findings.catalogue import Asking, catalogue, filled
from clusterkit.guide import Guide
from clusterkit.guide.indicator_model import Interpretation
from clusterkit.intake.received import SourceReading, UnknownWord
from clusterkit.questions.keep import SETTINGS, Keep
from clusterkit.questions.keeping import KEEPING, Asked
from clusterkit.questions.model import Option, Question
from clusterkit.questions.words import word_questions
from clusterkit.scope import Scope

_BY_WORDS = "word"  # asked word by word, see `word_questions`


@dataclass(frozen=True)
class Heard:
    """What there is to ask about.

    Parameters
    ----------
    findings
        All findings, weighed.
    sources, words
        How each list was understood, and the words in them that no list knows.
    accepted
        Ids of findings that a person accepted: those are not asked.
    chosen
        The keys of ``[interpretation]`` that a person wrote.
    """

    guide: Guide
    scope: Scope
    findings: tuple[Finding, ...]
    sources: tuple[SourceReading, ...]
    words: tuple[UnknownWord, ...]
    accepted: Collection[str]
    chosen: Collection[str]


def ask(heard: Heard) -> list[Question]:
    """Return everything that a person can settle, without effects, each answer asked for once."""
    found: dict[Keep, Question] = {}
    for question in [
        *_of_findings(heard),
        *word_questions(heard.guide, heard.scope, heard.findings, heard.words, heard.accepted),
    ]:
        same = found.setdefault(question.keep, question)
        found[question.keep] = replace(
            same, findings=tuple(dict.fromkeys((*same.findings, *question.findings)))
        )
    asked = list(found.values())
    return [*asked, *(_of_interpretation(one) for one in _open_choices(heard))]


def _open_choices(heard: Heard) -> Iterator[Interpretation]:
    return (one for one in heard.guide.interpretations.values() if one.key and one.id not in heard.chosen)


def _of_interpretation(one: Interpretation) -> Question:
    options = tuple(Option(choice.value, choice.label) for choice in one.choices)
    return Question(
        f"interpretation:{one.id}", "interpretation", one.question, options, Keep(SETTINGS, ("interpretation", one.id)),
        "指南", suggested=one.default, evidence=f"{one.text}（指南 {one.source}）",
        place=Place(SETTINGS, "", 0, f"interpretation.{one.id}"), indicators=one.indicators,
    )  # fmt: skip


def _of_findings(heard: Heard) -> Iterator[Question]:
    by_keep: dict[Keep, list[Asked]] = {}
    causes = {found.id for found in heard.findings if _is_open(found, heard.accepted)}
    for found in heard.findings:
        asking = catalogue()[found.code].question
        if asking is None or asking.keep == _BY_WORDS or not _is_open(found, heard.accepted):
            continue
        if found.caused_by in causes:
            continue  # the answer to its cause may settle it
        asked = Asked(heard.guide, heard.scope, heard.sources, found, asking)
        if (keep := KEEPING[asking.keep].keep(asked)) is not None:
            by_keep.setdefault(keep, []).append(asked)
    for keep, several in by_keep.items():
        yield _question(keep, several)


def _is_open(found: Finding, accepted: Collection[str]) -> bool:
    asking = catalogue()[found.code].question
    return found.id not in accepted and asking is not None and (asking.notices or found.level != "info")


def _question(keep: Keep, several: list[Asked]) -> Question:
    first = several[0]
    found, asking = first.finding, first.asking
    words = _words(first, several)
    given = KEEPING[asking.keep].options(first)
    choices = (
        Option(filled(one.value, found, **words), filled(one.label, found, **words)) for one in asking.choices
    )
    options = tuple({one.value: one for one in [*given, *choices]}.values())
    told = next(
        (one for one in asking.tells if one.is_told_by(f"{found.place.file} {found.place.sheet}")), None
    )
    likely = told.value if told else filled(asking.suggested, found, **words) or None
    by_data = KEEPING[asking.keep].suggested(first)
    suggested = likely if by_data is None else by_data
    said = KEEPING[asking.keep].evidence(first) or str(found.values.get("evidence") or "")
    evidence = told.evidence if told else filled(asking.evidence, found, **words)
    return Question(
        found.id, found.code, filled(asking.text, found, **words), options, keep, _rule(asking, found, words),
        suggested=suggested if any(one.value == suggested for one in options) else None,
        evidence=said or evidence,
        place=found.place, indicators=(found.indicator,) if found.indicator else (), postponed=found.code == "match_postponed",
        findings=tuple(one.finding.id for one in several),
    )  # fmt: skip


def _words(first: Asked, several: Iterable[Asked]) -> Mapping[str, Any]:
    year = first.scope.on.year
    headers = dict.fromkeys(str(one.finding.values.get("header", "")) for one in several)
    return {
        "list": str(replace(first.finding.place, row=0, column="")),
        "on_year": year, **{f"year_{back}": year - back for back in (1, 2, 3)},
        "headers": "、".join(f"“{header}”" for header in headers if header),
    }  # fmt: skip


def _rule(asking: Asking, found: Finding, words: Mapping[str, Any]) -> Any:
    return filled(asking.rule, found, **words)
