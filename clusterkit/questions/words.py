"""Words that no list knows: each asked once, for all lists that have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from clusterkit.findings import Finding
from clusterkit.findings.catalogue import catalogue
from clusterkit.guide import Guide
from clusterkit.intake.received import UnknownWord
from clusterkit.questions.keep import MAPPING, Keep
from clusterkit.questions.model import Option, Question
from clusterkit.tables import Field, tables

_CODES = tuple(
    code for code, entry in catalogue().items() if entry.question and entry.question.keep == "word"
)


def word_questions(
    guide: Guide, findings: Iterable[Finding], words: Iterable[UnknownWord], accepted: Collection[str]
) -> Iterator[Question]:
    """Yield a question for every field and word, with how many rows have it."""
    told = {
        (one.place.file, one.place.sheet, one.place.column): one for one in findings if one.code in _CODES
    }
    by_word: dict[tuple[str, str], list[UnknownWord]] = {}
    for word in words:
        said = told.get((word.place.file, word.place.sheet, word.place.column))
        if said is None or said.id not in accepted:
            by_word.setdefault((word.field, word.word), []).append(word)
    for several in by_word.values():
        if any(word.open for word in several):
            yield _question(guide, several)


def _question(guide: Guide, several: list[UnknownWord]) -> Question:
    first, field = several[0], tables()[several[0].table].fields[several[0].field]
    count = sum(len(word.lines) for word in several)
    asked = guide.places.read(first.word).asked if field.type == "district" else None
    code = "district_asked" if asked else "district_unknown" if field.type == "district" else "word_unknown"
    asking = catalogue()[code].question
    assert asking is not None
    words = {
        "column": first.place.column or field.header,
        "value": first.word,
        "count": count,
        "asked": asked or "",
    }
    return Question(
        f"{code}:{field.id}:{first.word}", code, asking.text.format_map(words), tuple(_meanings(guide, field)),
        Keep(MAPPING, ("values", field.id, first.word)), "本工具约定", evidence=asking.evidence.format_map(words),
        place=first.place,
    )  # fmt: skip


def _meanings(guide: Guide, field: Field) -> Iterator[Option]:
    """Yield what the word may mean: the words of the field's list, the places, or 是 and 否."""
    if field.type == "district":
        known: Iterable[str] = guide.places.known()
    elif field.type == "boolean":
        known = ("是", "否")
    else:
        known = guide.words[field.words or field.id].words
    return (Option(word, word) for word in known)
