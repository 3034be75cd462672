"""Figures against facts: what a figure counts is told by the words beside it; then it must round to that fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clusterkit.findings import Finding
from clusterkit.guide.formula.figures import printed as in_digits
from clusterkit.guide.prose_model import Prose
from clusterkit.narrative.checks.ahead import figure_is_ahead, year_before
from clusterkit.narrative.checks.aimed import aimed
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.known import Known
from clusterkit.narrative.checks.passage import Passage
from clusterkit.narrative.checks.patterns import longest_first

_CUT = re.compile(r"[。；，,、！？]")
_NEAR = 0.1  # how near the nearest fact must be to be named
_PUBLISHED = "published"
_UNIT = re.compile(r"^[\d,.\s余多]+")


def compared(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield what is to be said about the figures of a sentence that somebody typed."""
    before, aim = "", None
    proven = re.search(against.prose.evidence, sentence.text) is not None
    for figure in against.said(sentence.text):
        if checked.plan is not None and figure_is_ahead(sentence, figure, checked, against):
            said, aim = aimed(sentence, figure, aim, checked, against, checked.plan)
            yield from said
            continue
        known, path = _meant(sentence.text, figure, against, before)
        before = path or before
        if sentence.is_filled(figure.start, figure.end):
            before = path or _path_of(figure, against) or before
            continue
        year = year_before(sentence.text, figure)
        if year and year != against.year:
            yield from _of_other_year(sentence, figure, path, year, checked, against)
        elif known is not None:
            if not known.agrees(figure):
                yield _differs(sentence, figure, known, checked)
        elif not proven and against.figures.agreeing(figure) is None:
            yield _alone(sentence, figure, checked, against)


def _meant(text: str, figure: Figure, against: Against, before: str) -> tuple[Known | None, str]:
    """Return the fact that the words beside a figure call, and its path; none where they call nothing."""
    left, right = _sides(text, figure)
    found: list[tuple[int, Known]] = []
    for word, path in against.figures.called:
        known = against.figures.at(path, before)
        if known is None or not known.measures_like(figure):
            continue
        at = left.rfind(word)
        gap = left[at + len(word) :] if at >= 0 and not _is_part(left[:at], against.prose) else None
        if (gap is not None and _connects(gap, against.prose)) or _begins(right, word):
            found.append((len(word), known))
    if not found:
        return None, ""
    best = max(found, key=lambda one: one[0])[1]
    return best, best.fact.path


def _is_part(head: str, prose: Prose) -> bool:
    """Tell whether what stands right before a name makes the figure one of a part: ``封测环节产值``, ``新增企业``."""
    words = (*prose.increases, *prose.narrower)
    return head.endswith(words) or (head.endswith("）") and head[: head.rfind("（")].endswith(words))


def _sides(text: str, figure: Figure) -> tuple[str, str]:
    """Return what stands before a figure back to the figure or sentence before, and what stands behind it."""
    head = text[: figure.start]
    cut = max((found.end() for found in re.finditer(r"[。；！？]", head)), default=0)
    return head[cut:], text[figure.end :]


def _begins(right: str, word: str) -> bool:
    """Tell whether a word stands right behind a figure, and is not only what the figure is a part of."""
    behind = re.match(r"[的以]?", right)
    start = behind.end() if behind else 0
    return right.startswith(word, start) and not right.startswith(("中", "里"), start + len(word))


def _connects(gap: str, prose: Prose) -> bool:
    return _connecting(prose.connecting).fullmatch(gap) is not None


@lru_cache(maxsize=8)
def _connecting(words: tuple[str, ...]) -> re.Pattern[str]:
    either = longest_first(words)
    return re.compile(f"(?:{either})*(?:数量|总数)?(?:{either})*")


def _path_of(figure: Figure, against: Against) -> str:
    found = against.figures.agreeing(figure)
    return found.fact.path if found else ""


def _differs(sentence: Passage, figure: Figure, known: Known, checked: Checked) -> Finding:
    fact = known.fact
    return checked.found(
        "text_figure_differs", sentence, figure.start, figure.words, computed=_computed(figure, known),
        name=fact.name, path=fact.path,
    )  # fmt: skip


def _computed(figure: Figure, known: Known) -> str:
    """Return a fact as printed, and in the figure's own unit where that says more."""
    printed = str(known.fact).lstrip("-")
    unit = _UNIT.sub("", figure.words)
    if not figure.size or unit == known.fact.unit or (known.quantity.counts and known.fact.shown.isdecimal()):
        return printed
    return f"{printed}（{in_digits(abs(known.value / figure.size), None)}{unit}）"


def _alone(sentence: Passage, figure: Figure, checked: Checked, against: Against) -> Finding:
    near = against.figures.nearest(figure)
    said = ""
    if near is not None and figure.value and abs(abs(near.value) / figure.value - 1) <= _NEAR:
        said = f"；最接近的是{near.fact.name} {near.fact}（{{{{ {near.fact.path} }}}}）"
    return checked.found("text_figure_alone", sentence, figure.start, figure.words, near=said)


def _of_other_year(
    sentence: Passage, figure: Figure, path: str, year: int, checked: Checked, against: Against
) -> Iterator[Finding]:
    """Compare a figure of an earlier year with what was published for it; targets of later years are the plan's."""
    published = against.figures.at(f"{path}.{_PUBLISHED}") if path else None
    if (
        year < against.year
        and published is not None
        and published.fact.when == f"{year}年"
        and not published.agrees(figure)
    ):
        yield checked.found(
            "text_contradicts_published", sentence, figure.start, figure.words, year=year,
            name=published.fact.name, published=str(published.fact), source=published.fact.how,
        )  # fmt: skip
