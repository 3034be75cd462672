"""Patterns of the guide's words, each made once."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=64)
def any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words, the longer ones first.

    Examples
    --------
    >>> any_word(("企业", "企业数量")).findall("企业数量83家")
    ['企业数量']
    """
    return re.compile(longest_first(words))


@lru_cache(maxsize=16)
def any_pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some regular expressions, in their order."""
    return re.compile("|".join(f"(?:{one})" for one in patterns))


def longest_first(words: tuple[str, ...]) -> str:
    """Return the source of a pattern for words, the longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
