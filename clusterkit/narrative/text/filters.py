"""What text may do with facts: name some of a list, say growth and distance in words, leave the unit out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from clusterkit.narrative.facts.fact import Fact

_NUMERALS = "零一二三四五六七八九十"


def enumerated(given: Any, most: int = 0, measure: str = "") -> Any:
    """Return the names of a list: all of them, or the first ``most`` with 等 and how many there are.

    Examples
    --------
    >>> from clusterkit.narrative.facts.fact import listed, said
    >>> firms = listed("a", "企业", lambda: tuple(said("", "", name) for name in "甲乙丙丁"), "家")
    >>> enumerated(firms), enumerated(firms, 2), enumerated(firms, 4), enumerated(firms, 1, "个")
    ('甲、乙、丙、丁', '甲、乙等4家', '甲、乙、丙、丁', '甲等4个')
    """
    if is_nothing(given):
        return given
    names = list(dict.fromkeys(str(one) for one in items_of(given)))
    if not most or len(names) <= most:
        return "、".join(names)
    word = measure or (given.unit if isinstance(given, Fact) else "")
    return f"{'、'.join(names[:most])}等{len(names)}{word}"


def figure(given: Any) -> Any:
    """Return a number without its unit."""
    return given.shown if isinstance(given, Fact) and given.is_number else given


def change(given: Any) -> Any:
    """Return a change in words: 增长 or 下降 of a rate, 提高 or 降低 of percentage points.

    Examples
    --------
    >>> from clusterkit.narrative.facts.fact import number
    >>> change(number("a", "", Decimal("8.25"), "%", 1)), change(number("a", "", Decimal("-0.03"), "个百分点", 2))
    ('增长8.3%', '降低0.03个百分点')
    """
    if is_nothing(given) or not isinstance(given, Fact) or not isinstance(given.value, Decimal):
        return given
    if not Decimal(given.shown):
        return "持平"
    up, down = ("增长", "下降") if given.unit == "%" else ("提高", "降低")
    return f"{up if given.value > 0 else down}{given.shown.lstrip('-')}{given.unit}"


def on_last_year(given: Any) -> Any:
    """Return “比上年增长8.3%” of an indicator, or of its growth."""
    grown = given.get("growth") if isinstance(given, Fact) and "growth" in given.parts else given
    if is_nothing(grown):
        return grown
    said = change(grown)
    return "与上年持平" if said == "持平" else f"比上年{said}"


def distance(given: Any) -> Any:
    """Return a distance in words: 高1.20个百分点, 低28.34万元/人.

    Examples
    --------
    >>> from clusterkit.narrative.facts.fact import number
    >>> distance(number("a", "", Decimal("-28.34"), "万元/人", 2))
    '低28.34万元/人'
    """
    if is_nothing(given) or not isinstance(given, Fact) or not isinstance(given.value, Decimal):
        return given
    if not Decimal(given.shown):
        return "持平"
    return f"{'高' if given.value > 0 else '低'}{given.shown.lstrip('-')}{given.unit}"


def rank(given: Any) -> Any:
    """Return 第一, 第二 … of a rank, or of something that has one.

    Examples
    --------
    >>> from clusterkit.narrative.facts.fact import number
    >>> rank(number("a", "", Decimal(1), "", 0)), rank(number("a", "", Decimal(12), "", 0))
    ('第一', '第12')
    """
    place = given.get("rank") if isinstance(given, Fact) and "rank" in given.parts else given
    if is_nothing(place) or not isinstance(place, Fact) or not isinstance(place.value, Decimal):
        return place
    at = int(place.value)
    return f"第{_NUMERALS[at] if at < len(_NUMERALS) else at}"


def first(given: Any, most: int = 1) -> Any:
    """Return the first items of a list."""
    return given if is_nothing(given) else items_of(given)[:most]


def instead(given: Any, words: str = "") -> Any:
    """Return ``words`` where there is nothing."""
    return words if is_nothing(given) else given


def unspaced(given: Any) -> Any:
    """Return words without the blanks that a list has between them (“中游 部件”), for running text.

    Examples
    --------
    >>> unspaced("中游 部件")
    '中游部件'
    """
    return given if is_nothing(given) else "".join(str(given).split())


def size(given: Any) -> int:
    """Return how many items a list has."""
    return 0 if is_nothing(given) else len(items_of(given))


def is_nothing(given: Any) -> bool:
    """Tell whether there is nothing to print: a fact nobody knows, or one without a value."""
    return isinstance(given, Undefined) or (isinstance(given, Fact) and given.is_missing)


def items_of(given: Any) -> tuple[Any, ...]:
    """Return the items of a list; what is none is one."""
    if isinstance(given, Fact):
        return given.items if given.is_list else (given,)
    return tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)


FILTERS: dict[str, Callable[..., Any]] = {
    "列举": enumerated, "names": enumerated,
    "数值": figure, "figure": figure,
    "增减": change, "change": change,
    "比上年": on_last_year, "比上年增长": on_last_year, "on_last_year": on_last_year,
    "高低": distance, "distance": distance,
    "位次": rank, "rank": rank,
    "前": first, "first": first,
    "没有则": instead, "default": instead,
    "连写": unspaced, "unspaced": unspaced,
    "个数": size, "count": size, "length": size,
}  # fmt: skip
"""What a text may call, by Chinese and English names."""
