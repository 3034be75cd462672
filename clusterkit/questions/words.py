"""Words that no list knows: each asked once, for all lists that have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from clusterkit.findings import Finding, Place
from clusterkit.findings.catalogue import catalogue
from clusterkit.guide import Guide
from clusterkit.guide.gbt4754 import read_code
from clusterkit.intake.received import UnknownWord
from clusterkit.questions.industries import industry_code, industry_options, likely_industry
from clusterkit.questions.keep import MAPPING, Keep
from clusterkit.questions.model import Option, Question
from clusterkit.scope import Scope
from clusterkit.tables import Field, tables

_CODES = tuple(
    code for code, entry in catalogue().items() if entry.question and entry.question.keep == "word"
)


def word_questions(
    guide: Guide,
    scope: Scope,
    findings: Iterable[Finding],
    words: Iterable[UnknownWord],
    accepted: Collection[str],
) -> Iterator[Question]:
    """Yield a question for every field and word, with how many rows have it."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for one in findings:
        if one.code in _CODES:
            told.setdefault(_column(one.place), []).append(one.id)
    by_word: dict[tuple[str, str], list[UnknownWord]] = {}
    for word in words:
        said = told.get(_column(word.place), [])
        if not said or any(name not in accepted for name in said):
            by_word.setdefault((word.field, word.word), []).append(word)
    for several in by_word.values():
        if any(word.open for word in several):
            about = [name for word in several for name in told.get(_column(word.place), ())]
            yield _question(guide, scope, several, tuple(dict.fromkeys(about)))


def _column(place: Place) -> tuple[str, str, str]:
    return place.file, place.sheet, place.column


def _question(guide: Guide, scope: Scope, several: list[UnknownWord], findings: tuple[str, ...]) -> Question:
    first, field = several[0], tables()[several[0].table].fields[several[0].field]
    count = sum(len(word.lines) for word in several)
    code, why = _kind(guide, field, first.word)
    asking = catalogue()[code].question
    assert asking is not None
    words = {
        "column": first.place.column or field.header,
        "value": first.word,
        "count": count,
        "asked": why,
    }
    options = {one.value: one for one in _meanings(guide, scope, field, first.word)}
    likely = likely_industry(first.word) if field.type == "industry" else None
    return Question(
        f"{code}:{field.id}:{first.word}", code, asking.text.format_map(words), tuple(options.values()),
        Keep(MAPPING, ("values", field.id, first.word)), "本工具约定",
        suggested=likely if likely in options else None, evidence=asking.evidence.format_map(words),
        place=first.place, findings=findings,
    )  # fmt: skip


def _kind(guide: Guide, field: Field, word: str) -> tuple[str, str]:
    """Return which question a word is, and what a person should know of it."""
    if field.type == "district":
        asked = guide.places.read(word).asked
        return ("district_asked", asked) if asked else ("district_unknown", "")
    if field.type == "industry":
        return industry_code(word), "；".join(read_code(word).notices)
    return "word_unknown", ""


def _meanings(guide: Guide, scope: Scope, field: Field, word: str) -> Iterable[Option]:
    """Return what the word may mean: the words of the field's list, the places, codes, or 是 and 否."""
    if field.type == "industry":
        return industry_options(word, scope)
    if field.type == "district":
        known: Iterable[str] = (*guide.places.known(), *guide.places.words.outside[:1])
    elif field.type == "boolean":
        known = ("是", "否")
    else:
        words = guide.words[field.words or field.id]
        return (Option(one, words.shown(one)) for one in words.words)
    return (Option(one, one) for one in known)
