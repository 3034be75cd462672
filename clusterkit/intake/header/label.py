"""What one header cell says: a name, a unit, a year, and words that change its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from clusterkit.intake.units import read_unit, trailing_unit
from clusterkit.intake.vocabulary import compact, key, vocabulary

When = Literal["", "last", "this", "last_same_period", "before_last", "part"]

_YEAR = re.compile(
    r"(?:截至|截止|至)?((?:19|20)\d\d)(?:年度|年末|年底|年|(?!\d))(?:12月(?:31日|底|末)?)?(?:末|底)?"
)
_WHOLE = re.compile(r"1(?:月份?)?[-—–~至到]12月份?(?:累计)?|全年(?:累计)?|年度累计")
_MONTHS = r"\d{1,2}(?:月份?)?[-—–~至到]\d{1,2}月份?|[上下]半年"
_PART = re.compile(
    _MONTHS + r"|[一二三四1-4]季度|前[一二三1-3]季度|q[1-4]|(?<!\d)(?:1[01]|[1-9])月份?|本月|当月",
    re.I,
)
_PART_OF_LIST = re.compile(
    _MONTHS + r"|前?[一二三四1-4]季度"
)  # a single month in a title is a day of something
_RELATIVE: tuple[tuple[str, When], ...] = (
    ("上年同期", "last_same_period"), ("去年同期", "last_same_period"), ("同期", "last_same_period"),
    ("上上年", "before_last"), ("前年", "before_last"),
    ("上一年度", "last"), ("上年度", "last"), ("上一年", "last"), ("上年末", "last"), ("上年", "last"), ("去年", "last"),
    ("本年度", "this"), ("本年累计", "this"), ("本年", "this"), ("当年", "this"), ("今年", "this"), ("本期", "this"),
)  # fmt: skip
_CURRENT_PRICES = "当年价"  # how output is valued, not which year it is of
_BRACKET = re.compile(r"[(\[【<《〔{]([^()\[\]【】<>《》〔〕{}]*)[)\]】>》〕}]")
_NUMBERING = re.compile(
    r"^(?:[(]?\d{1,2}[.、)](?!\d(?!\d{3}年))|[一二三四五六七八九十]{1,3}[、.)]|[a-z]\d?[.、)])", re.I
)


@dataclass(frozen=True)
class Label:
    """A header cell taken apart.

    Parameters
    ----------
    text
        As written, line breaks and spaces removed.
    names
        What to look the field up by, from the whole to the bare name.
    unit_text
        The unit as written; which unit it is depends on the field (see ``read_unit``).
    year, when
        The year it names, or which year it speaks of; ``part`` for less than a year.
    changed
        A word in a bracket that changes the meaning (预计, 合并 …).
    altered
        Such a word outside brackets, and the names without it: 营业收入增长 is not 营业收入, but near.
    """

    text: str
    names: tuple[str, ...]
    unit_text: str = ""
    year: int | None = None
    when: When = ""
    changed: str = ""
    altered: tuple[str, tuple[str, ...]] = ("", ())


@lru_cache(maxsize=4096)
def read_label(text: str) -> Label:
    """Take a header cell apart.

    Examples
    --------
    >>> label = read_label("* 2024年营业收入\\n（万元）")
    >>> label.names[-1], label.unit_text, label.year
    ('营业收入', '万元', 2024)
    >>> read_label("上年产值/亿元").when
    'last'
    """
    whole = compact(text)
    said = _without_marks(whole)
    said, inside = _brackets(said)
    units = [unit for part in inside if (unit := _unit_among(part))]
    kept = [_YEAR.sub("", part, count=1) for part in inside if not _unit_among(part)]
    changed = [word for part in inside for word in vocabulary().changing_words if word in part]
    said, tail = _trailing(said)
    everything = "".join([said, *inside])
    names = tuple(_names(whole, said, kept))
    return Label(
        text=whole,
        names=names,
        unit_text=next(iter(units), tail),
        year=_year(everything),
        when=_when(everything),
        changed=next(iter(changed), ""),
        altered=_altered(names),
    )


def join_labels(*rows: str) -> Label:
    """Read a header of several rows: the lowest name, with what stands above it; year and unit from any.

    Examples
    --------
    >>> join_labels("2024年", "营业收入（万元）").year
    2024
    >>> join_labels("主要经济指标（万元）", "产值").names[-1]
    '产值'
    >>> label = join_labels("2023年", "营业收入", "万元")
    >>> label.names[-1], label.year, label.unit_text
    ('营业收入', 2023, '万元')
    """
    units = [unit for row in rows if (unit := bare_unit(row))]
    names = [row for row in rows if row.strip() and not bare_unit(row)]
    if not names:
        return read_label("".join(rows))
    found: dict[str, None] = {}
    for at in range(len(names)):
        found |= dict.fromkeys(read_label("".join(names[at:])).names)
    whole = replace(read_label("".join(names)), names=tuple(found))
    if not units or len(rows) == 1:
        return whole
    return replace(whole, text=compact(f"{''.join(names)}({units[-1]})"), unit_text=compact(units[-1]))


def bare_unit(text: str) -> str:
    """Return the unit that a cell of a header says and nothing else, in a bracket or not; empty where it is none.

    Examples
    --------
    >>> bare_unit("（万元）"), bare_unit("产值")
    ('万元', '')
    """
    said = compact(text).strip("()[]【】")
    return said if said and read_unit(said) else ""


def speaks_of_time(text: str) -> bool:
    """Return whether a cell of a header says nothing but when: 2024年, 本月, 1-12月累计, 上年同期.

    Examples
    --------
    >>> speaks_of_time("1-12月累计"), speaks_of_time("上年同期"), speaks_of_time("年产值")
    (True, True, False)
    """
    said = _WHOLE.sub("", _YEAR.sub("", compact(text)))
    for word, _ in _RELATIVE:
        said = said.replace(word, "")
    said = _PART.sub("", said).strip("()")
    return said != compact(text) and said in {"", "累计", "数", "实际", "实绩", "预计", "计划", "末"}


def _without_marks(said: str) -> str:
    for mark in vocabulary().header.marks:
        said = (
            said.replace(f"({mark})", "").replace(mark, "")
            if len(mark) == 1
            else said.replace(f"({mark})", "")
        )
    return _NUMBERING.sub("", said).strip(":：,，.。、;；")


def _brackets(said: str) -> tuple[str, list[str]]:
    inside: list[str] = []
    while found := _BRACKET.search(said):
        inside.append(found[1])
        said = said[: found.start()] + said[found.end() :]
    return said, inside


def _unit_among(part: str) -> str:
    """Return the unit in a bracket: alone, or beside other words (``万元，保留两位小数``)."""
    if read_unit(part) or part in {"万", "亿", "千", "百万"}:
        return part
    for piece in re.split(r"[,，、;；|]|(?<![人次])/(?!年)", part):
        if read_unit(piece):
            return piece
    return ""


def _trailing(said: str) -> tuple[str, str]:
    if key(said) in _whole_names():
        return said, ""
    found = trailing_unit().search(said)
    if not found or found.start() == 0:
        return said, ""
    return said[: found.start()], next(group for group in found.groups() if group)


@lru_cache(maxsize=1)
def _whole_names() -> frozenset[str]:
    """Return the names that end like a unit but have none."""
    return frozenset(map(key, vocabulary().header.unit))


def _year(said: str) -> int | None:
    found = _YEAR.search(said)
    return int(found[1]) if found else None


def _when(said: str) -> When:
    said = said.replace(_CURRENT_PRICES, "")
    for word, when in _RELATIVE:
        if word in said:
            return when
    return "part" if _PART.search(_WHOLE.sub("", _YEAR.sub("", said))) else ""


def part_of_year(title: str) -> str:
    """Return the words by which a title says a part of a year; empty where it says none.

    Examples
    --------
    >>> part_of_year("2024年1—6月企业产值"), part_of_year("2024年前三季度"), part_of_year("2024年1-12月（2025年3月报）")
    ('1—6月', '前三季度', '')
    """
    found = _PART_OF_LIST.search(_WHOLE.sub("", compact(title)))
    return found[0] if found else ""


def says_its_year(label: Label) -> bool:
    """Return whether a header says itself that its figures are of a whole year: 2024年产值, 1-12月累计."""
    return label.year is not None or bool(_WHOLE.search(label.text))


def relative_word(text: str) -> str:
    """Return the word by which a header says its year: 上年, 本年; empty where it says none.

    Examples
    --------
    >>> relative_word("去年营业收入（万元）"), relative_word("营业收入")
    ('去年', '')
    """
    said = compact(text).replace(_CURRENT_PRICES, "")
    return next((word for word, _ in _RELATIVE if word in said), "")


def _names(whole: str, said: str, kept: list[str]) -> Iterator[str]:
    """Yield the keys to look up: as written, without brackets, without year, without period."""
    found = [whole, said + "".join(kept), said]
    bare = _WHOLE.sub("", _YEAR.sub("", said))
    found.append(bare)
    for word, _ in _RELATIVE:
        if word in bare:
            found.append(bare.replace(word, "", 1))
            break
    found += [_PART.sub("", name) for name in found[3:]]
    seen: dict[str, None] = dict.fromkeys(key(name) for name in found)
    yield from (name for name in seen if name)


def _altered(names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the first word that changes the meaning of a name, and the names without such words."""
    words = [word for word in vocabulary().changing_words if any(word in name for name in names)]
    for word in words:
        names = [name.replace(word, "") for name in names]
    return next(iter(words), ""), tuple(dict.fromkeys(names)) if words else ()
