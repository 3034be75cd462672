"""Names of enterprises and institutions: when two are the same, and what their core is.

Two names are the same when their *normalised* forms are equal. The *core* is what is left without place,
legal form, branch and bracket; it only ever leads to a suggestion.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterkit.matching.name_words import NameWords

_MIDDLE_DOTS = frozenset("·•・‧∙⋅●･ꞏ᛫・◦")
_MORE_DASHES = frozenset("−─━﹘﹣")
_REMOVED_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_IGNORABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u180b\u180c\u180d\u180f")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_CLOSING_BRACKET = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】)$")


class _Unified(dict[int, str]):
    """What becomes of a character: learned as characters come."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category in _REMOVED_CATEGORIES or char in _IGNORABLE or 0xFE00 <= code <= 0xFE0F:
            unified = ""
        elif category == "Pd" or char in _MORE_DASHES:
            unified = "-"
        else:
            unified = "·" if char in _MIDDLE_DOTS else char
        self[code] = unified
        return unified


_UNIFIED = _Unified()


@lru_cache(maxsize=1 << 18)
def normalise(text: str | None) -> str:
    """Return the form in which names are compared, and nothing is changed beyond it.

    NFKC, upper case, all spaces and invisible characters removed, dashes and middle dots unified.

    Examples
    --------
    >>> normalise(" 博思特能源装备（天津）股份有限公司")
    '博思特能源装备(天津)股份有限公司'
    >>> normalise("Abc–天津") == normalise("ＡＢＣ－天 津")
    True
    """
    current = text or ""
    while (once := unicodedata.normalize("NFKC", current).upper().translate(_UNIFIED)) != current:
        current = once
    return current


def _without_last(name: str, backwards: re.Pattern[str]) -> str:
    found = backwards.match(name[::-1])
    return name[: len(name) - found.end()] if found else name


def _without_brackets(name: str) -> str:
    while (shorter := _BRACKETS.sub("", name)) != name:
        name = shorter
    return name


def is_branch(name: str | None, words: NameWords) -> bool:
    """Tell whether the name is that of a branch (分公司, 分厂, 办事处 …), a closing bracket aside or in it.

    Examples
    --------
    >>> from clusterkit.matching.name_words import NameWords
    >>> words = NameWords(branches=("分公司",))
    >>> is_branch("甲有限公司天津分公司", words), is_branch("甲有限公司（天津分公司）", words), is_branch("甲有限公司", words)
    (True, True, False)
    """
    whole = normalise(name)
    return any(
        form.endswith(words.branches) for form in (_CLOSING_BRACKET.sub("", whole), whole.rstrip(")]】"))
    )


def ends_like_company(name: str | None, words: NameWords) -> bool:
    """Tell whether the name ends as a company's does (公司, 厂, 集团, 企业, 合伙 …).

    Examples
    --------
    >>> from clusterkit.matching.name_words import NameWords
    >>> words = NameWords(company_endings=("公司", "合伙"))
    >>> [ends_like_company(name, words) for name in ("甲公司", "甲中心（有限合伙）", "甲大学")]
    [True, True, False]
    """
    whole = normalise(name)
    forms = (_CLOSING_BRACKET.sub("", whole), whole.rstrip(")]】"), whole)
    return any(form.endswith(words.company_endings) for form in forms)


@lru_cache(maxsize=1 << 18)
def core_of(name: str, words: NameWords) -> str:
    """Return a normalised name without place, legal form, branch and bracket; the whole where nothing is left.

    Examples
    --------
    >>> from clusterkit.matching.name_words import NameWords
    >>> words = NameWords(places=("天津市", "天津"), legal_forms=("有限公司",), not_core=frozenset({"大学"}))
    >>> core_of("天津市甲乙科技有限公司", words), core_of("天津大学", words)
    ('甲乙科技', '天津大学')
    """
    bare = _without_brackets(name)
    if bare.endswith(words.branches):
        bare = _of_mother(bare, words)
    bare = _without_last(bare, words.forms_last)
    bare = words.places_first.sub("", bare, 1)
    bare = _without_last(bare, words.places_last)
    return name if not bare or bare in words.not_core or bare in words.places else bare


def place_in(name: str, words: NameWords) -> str | None:
    """Return the place that a normalised name begins with, else the one in its brackets.

    Examples
    --------
    >>> from clusterkit.matching.name_words import NameWords
    >>> words = NameWords(places=("天津市", "天津", "北京"))
    >>> [place_in(name, words) for name in ("北京甲公司", "甲(天津)公司", "甲公司")]
    ['北京', '天津', None]
    """
    starts = [name, *(found[1:-1] for found in _BRACKETS.findall(name))]
    return next((place for start in starts for place in words.places if start.startswith(place)), None)


def _of_mother(name: str, words: NameWords) -> str:
    """Cut a branch's name behind its mother's legal form (甲有限公司天津分公司 → 甲有限公司)."""
    ends = [
        at + len(form)
        for form in words.legal_forms
        if (at := name.rfind(form)) > 0 and at + len(form) < len(name)
    ]
    if ends:
        return name[: max(ends)]
    return name.removesuffix(next(word for word in words.branches if name.endswith(word)))


def split_owners(
    cell: str | None, is_known: Callable[[str], bool], words: NameWords
) -> tuple[list[str], str]:
    """Return the owners that one cell names, and the closing word that was dropped (``""`` for none).

    A cell that is as a whole a known name is one owner.

    Examples
    --------
    >>> from clusterkit.matching.name_words import NameWords
    >>> split_owners("甲公司、乙大学等", lambda name: False, NameWords())
    (['甲公司', '乙大学'], '等')
    >>> split_owners("甲/乙公司", lambda name: name == "甲/乙公司", NameWords())
    (['甲/乙公司'], '')
    """
    whole = (cell or "").strip()
    if not whole or is_known(whole):
        return ([whole] if whole else []), ""
    shortened = words.closing_words.sub("", whole).strip()
    dropped = whole[len(shortened) :].strip() if shortened else ""
    if dropped and is_known(shortened):
        return [shortened], dropped
    parts = [part.strip() for part in words.separator.split(shortened if dropped else whole)]
    return [part for part in dict.fromkeys(parts) if normalise(part)], dropped
