"""What a word in a column of industries may mean: the codes of a standard that are near it, and those of the cluster."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from clusterkit.guide.entry import plain
from clusterkit.guide.gbt4754 import industries, read_code, scope_codes
from clusterkit.guide.gbt4754_entries import industries_by_name
from clusterkit.questions.model import Option
from clusterkit.scope import Scope

ONE_BY_ONE = ""  # the word says nothing: each enterprise is asked about
_NEAR, _LIKE = 4, 55  # so many names are offered, from this ratio on
_SHORTEST = 2  # characters of a word that is looked for inside names


def industry_code(word: str) -> str:
    """Return what kind of question a word is.

    Examples
    --------
    >>> industry_code("6510"), industry_code("C"), industry_code("电子")
    ('industry_former', 'industry_section_only', 'industry_unknown')
    """
    reading = read_code(word)
    if reading.former is not None and reading.digits is not None:
        return "industry_former"
    return "industry_section_only" if reading.industry is not None else "industry_unknown"


def industry_options(word: str, scope: Scope) -> Iterator[Option]:
    """Yield what a word may mean: the codes that it may be, those of the cluster, and that each is asked about.

    Examples
    --------
    >>> [one.value for one in industry_options("3963 集成电路制造", Scope(2024, industries=["39"]))]
    ['3973', '3963']
    >>> [one.value for one in industry_options("电子", Scope(2024, industries=["4021"]))]
    ['4021', '356', '39', '397', '398', '']
    """
    reading = read_code(word)
    codes = dict.fromkeys(reading.choices)
    if reading.former is None or not codes:
        codes |= dict.fromkeys(code for one in scope.industries for code in scope_codes(one))
        codes |= dict.fromkeys([*_levels_below(word), *_near(word)])
    yield from (Option(code, str(industries()[code])) for code in codes if code in industries())
    if reading.digits is None:
        yield Option(ONE_BY_ONE, "看不出是哪个行业，逐家再问")


def likely_industry(word: str) -> str | None:
    """Return what a word means for all we know: the only successor, a code that was cut in two; a 门类 says nothing.

    Examples
    --------
    >>> likely_industry("6510"), likely_industry("C39-73"), likely_industry("4021/4022"), likely_industry("电子")
    ('651', '3973', None, None)
    """
    reading = read_code(word)
    if reading.industry is not None and reading.digits is None:
        return ONE_BY_ONE
    if reading.former is not None:
        return reading.former.successors[0] if len(reading.former.successors) == 1 else None
    whole = re.sub(r"\D", "", plain(word))
    return whole if whole in reading.choices else None


def _levels_below(word: str) -> tuple[str, ...]:
    entry = read_code(word).industry
    return scope_codes(entry.code) if entry is not None and entry.level == "门类" else ()


def _near(word: str) -> list[str]:
    name = re.sub(r"[\dA-Z.\-()]+", "", plain(word).upper())
    by_name = industries_by_name()
    found = process.extract(name, list(by_name), scorer=fuzz.ratio, limit=_NEAR, score_cutoff=_LIKE)
    entries = [by_name[near][0] for near, _, _ in found]
    if len(name) >= _SHORTEST:
        named = [several[0] for known, several in by_name.items() if name in known]
        entries += [entry for entry in named if entry.level in ("大类", "中类")][:_NEAR]
    return [entry.code for entry in entries if entry.level != "门类"]
