"""What speaks for a suggestion, in points: the name, and what stands beside it (district, address, code).

A score is their sum: at most 80 by the name alone, 6 for the district, 4 for the address, 10 for the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from clusterkit.matching.codes import good_code, looks_damaged, may_have_been
from clusterkit.matching.names import normalise

SAME_CORE, OTHER_CORE, BY_RATIO = 62.0, 52.0, 0.18  # a name's points: by its core, and per point of the ratio
EQUAL_NAME = 80.0
DISTRICT, OTHER_DISTRICT = 6.0, -2.0
ADDRESS, NEAR_ADDRESS = 4.0, 2.0
CODE, OTHER_CODE = 10.0, -10.0
_SAME_ADDRESS, _ALIKE_ADDRESS = 90, 70  # ratios
_SHARED = 8  # digits that most codes of one place begin with, so that they say nothing
_FRAGMENT = 6  # characters from which a part of a code says something


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one clue adds to a score: its label, its points and the reason, in Chinese."""

    label: str
    points: float
    detail: str


def name_points(floor: Any, ratio: Any) -> Any:
    """Return a name's points from what its core is worth and the ratio of the whole (numbers or arrays)."""
    return floor + BY_RATIO * ratio


def district_points(one: str | None, other: str | None) -> Contribution | None:
    """Return what two districts say; nothing where one is not known.

    Examples
    --------
    >>> district_points("西青区", "西青区")
    Contribution(label='所在区', points=6.0, detail='所在区一致：西青区')
    """
    if not one or not other:
        return None
    if one == other:
        return Contribution("所在区", DISTRICT, f"所在区一致：{one}")
    return Contribution("所在区", OTHER_DISTRICT, f"所在区不同：{one}↔{other}")


def address_points(one: str | None, other: str | None) -> Contribution | None:
    """Return what two addresses say; a different one says nothing, since companies move."""
    if not one or not other:
        return None
    ratio = fuzz.ratio(normalise(one), normalise(other))
    if ratio >= _SAME_ADDRESS:
        return Contribution("地址", ADDRESS, f"地址一致：{other}")
    if ratio >= _ALIKE_ADDRESS:
        return Contribution("地址", NEAR_ADDRESS, f"地址相近：{one}↔{other}")
    return Contribution("地址", 0.0, f"地址不同：{one}↔{other}")


@lru_cache(maxsize=1 << 16)
def code_points(said: str | None, code: str | None) -> Contribution | None:
    """Return what a code as written, good or not, says of a good one.

    Examples
    --------
    >>> code_points("9112000023899490G", "91120000238994906G").detail
    '代码只差一位：9112000023899490G↔91120000238994906G'
    >>> code_points("23899490-6", "91120000238994906G").points
    8.0
    """
    text = normalise(said).replace("-", "")
    if not text or not code:
        return None
    if text == code:
        return Contribution("代码", CODE, f"代码一致：{code}")
    if looks_damaged(text):
        return _of_damaged(text, code)
    apart = Levenshtein.distance(text, code, score_cutoff=2)
    if apart <= 2 and not good_code(text):
        words = {1: "一", 2: "两"}[apart]
        return Contribution("代码", CODE - 2 * apart, f"代码只差{words}位：{text}↔{code}")
    if _FRAGMENT <= len(text) < len(code) and (text in code[_SHARED:] or _is_start(text, code)):
        return Contribution("代码", CODE - 2, f"代码片段相符：{text}在{code}中")
    return Contribution("代码", OTHER_CODE, f"代码不同：{text}↔{code}")


def _is_start(text: str, code: str) -> bool:
    return len(text) >= _SHARED + _FRAGMENT and code.startswith(text)


def _of_damaged(text: str, code: str) -> Contribution:
    """Excel kept only the first digits; those that all codes of a place share don't count."""
    if not may_have_been(code, text):
        return Contribution("代码", OTHER_CODE, f"代码不同：{text}（被表格软件改坏）↔{code}")
    kept = len(text.partition("E")[0].replace(".", "")) if "E" in text else 15
    points = min(CODE, 2.0 * max(0, kept - _SHARED))
    return Contribution("代码", points, f"代码被表格软件改成{text}，与{code}相符")
