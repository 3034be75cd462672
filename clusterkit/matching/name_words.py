"""The words of names that matching takes names apart with, as the guide's data lists them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from clusterkit.matching.names import normalise

if TYPE_CHECKING:
    from clusterkit.guide import Guide

_CLOSING_COUNT = r"(?:[0-9一二两三四五六七八九十]*[家个所]?(?:单位|企业|公司|机构))?"
_LATIN_FORM = r"(?!\s*(?:LTD|INC|LLC|LIMITED|CORP|CO)\b)"  # the comma of "Co., Ltd."


@dataclass(frozen=True, eq=False)
class NameWords:
    """The words of names that the guide's data knows, normalised, the longest first (equal when identical).

    ``elsewhere`` are the places that lie outside the guide's city.
    """

    places: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    company_endings: tuple[str, ...] = ()
    separators: tuple[str, ...] = ("、", "；", ";", "，", ",", "/")
    not_core: frozenset[str] = frozenset()
    closing: tuple[str, ...] = ("等",)
    elsewhere: frozenset[str] = frozenset()

    @cached_property
    def separator(self) -> re.Pattern[str]:
        """Between two owners in one cell."""
        chars = {form for char in self.separators for form in (char, unicodedata.normalize("NFKC", char))} | {
            "／"
        }
        commas = "".join(re.escape(char) for char in sorted(chars & {",", "，"}))
        others = "".join(re.escape(char) for char in sorted(chars - {",", "，"}))
        return re.compile(rf"[{others}\r\n\v\f\u2028\u2029\x85]|[{commas}]{_LATIN_FORM}", re.IGNORECASE)

    @cached_property
    def closing_words(self) -> re.Pattern[str]:
        """等, 等3家单位 at the end of a cell."""
        longest_first = sorted(self.closing, key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))}){_CLOSING_COUNT}\s*$")

    @cached_property
    def places_first(self) -> re.Pattern[str]:
        """Places that a name begins with, one after another."""
        return _one_after_another(self.places)

    @cached_property
    def places_last(self) -> re.Pattern[str]:
        """Places that a name ends with, to be found in the name read backwards."""
        return _one_after_another(place[::-1] for place in self.places)

    @cached_property
    def forms_last(self) -> re.Pattern[str]:
        """Legal forms that a name ends with, to be found in the name read backwards."""
        return _one_after_another(form[::-1] for form in self.legal_forms)


def _one_after_another(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any words in a row, each the first of the list that fits where it stands."""
    return re.compile(f"(?>{'|'.join(map(re.escape, words)) or '(?!)'})*")


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({normalise(word) for word in words} - {""}, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=8)
def _words_of(*lists: tuple[str, ...]) -> NameWords:
    places, forms, branches, endings, separators, not_core, closing, elsewhere = lists
    return NameWords(
        places=_longest_first(places),
        legal_forms=_longest_first(forms),
        branches=_longest_first(branches),
        company_endings=_longest_first(endings),
        separators=separators,
        not_core=frozenset(_longest_first(not_core)),
        closing=closing,
        elsewhere=frozenset(map(normalise, elsewhere)),
    )


def name_words(guide: Guide) -> NameWords:
    """Return the words of names that this guide's data lists."""
    names = guide.names
    return _words_of(
        tuple(names.place_words), tuple(names.legal_forms), tuple(names.branch_words), tuple(names.company_endings),
        tuple(names.separators), tuple(names.not_core), tuple(names.closing_words), tuple(names.elsewhere),
    )  # fmt: skip
