"""Enterprises named in a text: on a list, nearly one that is, and with what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from clusterkit.findings import Finding
from clusterkit.guide.prose_model import Prose
from clusterkit.matching.names import normalise
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.passage import Passage
from clusterkit.narrative.checks.patterns import any_word

_ALIKE = 82.0
_SHORTEST = 2  # characters of a name before its ending
_MARK = re.compile(r"[\s，。；、：！？“”《》【】]")


def named(sentence: Passage, checked: Checked, against: Against) -> Iterator[Finding]:
    """Yield the enterprises of a sentence that stand on no list, or whose part nobody tells."""
    text = sentence.text
    for start, end in _places(text, against.prose):
        if sentence.is_filled(start, end):
            continue
        run = text[start:end]
        known = _known(run, tuple(against.names))
        if known:
            if not _says_more(text, known, against):
                yield checked.found("text_enterprise_bare", sentence, start, known)
            continue
        name = _trimmed(run, against.prose)
        if name in against.prose.not_names or len(name) < _SHORTEST + 4:
            continue
        near = _nearest(name, tuple(against.names))
        if near:
            yield checked.found("text_name_near", sentence, start, name, listed=near)
        else:
            yield checked.found("text_name_unknown", sentence, start, name)


def _places(text: str, prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield from where to where names of enterprises may stand: back from their ending to the mark before."""
    last = 0
    for found in any_word(prose.company_endings).finditer(text):
        marks = [mark.end() for mark in _MARK.finditer(text, last, found.start())]
        start = marks[-1] if marks else last
        last = found.end()
        if found.start() - start >= _SHORTEST:
            yield start, found.end()


def _known(run: str, names: tuple[str, ...]) -> str:
    """Return the longest name on the lists that a run of text ends with."""
    whole = normalise(run)
    ends = _by_end(names).get(whole[-6:], ())
    return next((name for key, name in ends if whole.endswith(key)), "")


@lru_cache(maxsize=4)
def _by_end(names: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        key = normalise(name)
        found.setdefault(key[-6:], []).append((key, name))
    return {end: tuple(sorted(every, key=lambda one: -len(one[0]))) for end, every in found.items()}


def _trimmed(run: str, prose: Prose) -> str:
    """Return a run of text without the words that stand before the name in it."""
    start = 0
    for word in prose.before_names:
        at = run.rfind(word)
        if at >= 0 and len(run) - at - len(word) >= _SHORTEST + 4:
            start = max(start, at + len(word))
    return run[start:]


@lru_cache(maxsize=512)
def _nearest(name: str, names: tuple[str, ...]) -> str:
    found = process.extractOne(normalise(name), _normalised(names), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return names[found[2]] if found else ""


@lru_cache(maxsize=4)
def _normalised(names: tuple[str, ...]) -> list[str]:
    return [normalise(name) for name in names]


def _says_more(text: str, name: str, against: Against) -> bool:
    """Tell whether a sentence says what an enterprise makes or is."""
    rest, product = text.replace(name, ""), against.names.get(name, "")
    return any(role in rest for role in against.prose.roles) or bool(product and product in rest)
