"""GB/T 4754-2017 (国民经济行业分类): reading a code as people write it, and what belongs to an industry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from clusterkit.guide.entry import plain
from clusterkit.guide.gbt4754_entries import (
    FormerIndustry,
    Industry,
    former_by_name,
    former_industries,
    industries,
    industries_by_name,
)

__all__ = [
    "CodeReading",
    "FormerIndustry",
    "Industry",
    "industries",
    "industry",
    "read_code",
    "scope_codes",
    "wider_codes",
]

_CODE = re.compile(r"(?<![A-Z0-9.])([A-T]?)[-.]?(\d{1,4})(?![A-Z0-9.])")
_BETWEEN = re.compile(r"[-–—>/\\|→»]+")  # between the levels of one industry, the widest first
_AROUND = "-.()[]【】"


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a cell was read as.

    Parameters
    ----------
    digits
        The code without its letter; None where there is none, or several.
    industry
        Its entry; None where the standard has no such code.
    notices
        What a person should know.
    former
        The entry of the 2011 edition that was meant.
    choices
        The codes that may be meant, where a person has to say which.
    restored
        Whether the code lost its leading zero and got it back.
    """

    digits: str | None = None
    industry: Industry | None = None
    notices: tuple[str, ...] = ()
    former: FormerIndustry | None = None
    choices: tuple[str, ...] = ()
    restored: bool = False


def industry(code: object) -> Industry | None:
    """Return the entry of a code of any level, with or without its letter; None where there is none.

    Examples
    --------
    >>> industry("C39").name
    '计算机、通信和其他电子设备制造业'
    >>> industry("3973").level, industry("C").level, industry("9999")
    ('小类', '门类', None)
    """
    said = plain(str(code)).upper()
    if said in industries():
        return industries()[said]
    return read_code(said).industry


def read_code(text: object) -> CodeReading:
    """Read an industry code as it stands in a cell: text or number, with a letter, a name, or a name alone.

    The digits decide; a letter or a name that contradicts them is a notice. A code that lost its leading
    zero gets it back, where it is no code as it stands. Of the levels of one industry the narrowest is read.

    Examples
    --------
    >>> read_code("C3973").digits, read_code("3973 集成电路制造").digits, read_code(39.0).digits
    ('3973', '3973', '39')
    >>> read_code("A3973").notices
    ('字母 A 与代码 3973 不符，应为 C；以数字为准',)
    >>> read_code("集成电路制造").digits, read_code(112).digits, read_code(113).digits
    ('3973', '112', '0113')
    >>> read_code("制造业/C39/3973").digits, read_code("3973、3975").choices
    ('3973', ('3973', '3975'))
    >>> read_code("3963 集成电路制造").former.successors
    ('3973',)
    """
    return _read(plain(str(text)).upper() if text is not None else "")


def scope_codes(text: object) -> tuple[str, ...]:
    """Return the digits that codes within an industry of any level begin with.

    Examples
    --------
    >>> scope_codes("C39"), scope_codes("4021"), scope_codes("I")
    (('39',), ('4021',), ('63', '64', '65'))
    """
    said = plain(str(text)).upper()
    entry = industries().get(said)
    if entry is not None and entry.level == "门类":
        return tuple(child.code for child in entry.children)
    reading = read_code(said)
    if reading.digits is None and reading.industry is not None:
        return scope_codes(reading.industry.code)
    return (reading.digits,) if reading.digits else ()


def wider_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that some of ``codes`` lie within and that are none of them: too coarse to tell.

    Examples
    --------
    >>> wider_codes(["4021", "39"]), wider_codes(["402", "4021"])
    (('40', '402'), ('40',))
    """
    inner = tuple(codes)
    wider = {code[:size] for code in inner for size in range(2, len(code))}
    return tuple(sorted(code for code in wider if not code.startswith(inner)))


@cache
def _read(said: str) -> CodeReading:
    said = re.sub(r"^([A-Z]?\d+)\.0+$", r"\1", said)
    found = _CODE.findall(said)
    if not found:
        return _by_name(said)
    digits = sorted({code for _, code in found}, key=len)
    if any(not longer.startswith(code) for code, longer in pairwise(digits)):
        return _several([code for _, code in found])
    return _one(said, next(letter for letter, code in found if code == digits[-1]), digits[-1])


def _several(codes: list[str]) -> CodeReading:
    """Say that a person has to choose; a code that was cut in two may also be meant as a whole."""
    whole = "".join(codes)
    pieces = dict.fromkeys(code for code in codes if code in industries())
    choices = ((whole,) if whole in industries() else ()) + tuple(pieces)
    return CodeReading(notices=("写了几个行业代码，请只留主营的一个",), choices=choices)


def _one(said: str, letter: str, digits: str) -> CodeReading:
    known, former = industries(), former_industries()
    name = re.sub(r"^[A-Z]?[\d.\-()\[\]]+|[A-Z]?[\d.\-()\[\]]+$", "", said)
    for code in (digits, f"0{digits}"):
        restored = code != digits
        zero = (f"代码 {digits} 补上了开头的 0，读作 {code}",) if restored else ()
        if code in known and not _is_former(code, name):
            notices = (*zero, *_contradictions(name, letter, known[code]))
            return CodeReading(code, known[code], notices, restored=restored)
        if code in former:
            return _as_former(former[code], code, known.get(code))
    return CodeReading(digits, None, (f"GB/T 4754-2017 里没有代码 {digits}",))


def _is_former(code: str, name: str) -> bool:
    """Whether a code that means something else by now stands with its name of 2011."""
    entry = former_industries().get(code)
    return entry is not None and not entry.renamed and entry in former_by_name().get(name, ())


def _as_former(entry: FormerIndustry, digits: str | None, now: Industry | None) -> CodeReading:
    follow = "、".join(str(industries()[code]) for code in entry.successors)
    notice = f"2011 年版的 {entry}，2017 年版" + (f"是 {follow}" if follow else "没有对应的名称")
    choices = (*entry.successors, *(code for code in (digits,) if now and code))
    return CodeReading(digits, now, (notice,), entry, tuple(dict.fromkeys(choices)))


def _contradictions(name: str, letter: str, entry: Industry) -> list[str]:
    found: list[str] = []
    if letter and letter != entry.section:
        found.append(f"字母 {letter} 与代码 {entry.code} 不符，应为 {entry.section}；以数字为准")
    others = industries_by_name().get(name, ())
    if others and not any(
        other.code.startswith(entry.code) or entry.code.startswith(other.code) for other in others
    ):
        found.append(f"代码 {entry.code} 是“{entry.name}”，写的名称是“{others[0].name}”；以数字为准")
    return found


def _by_name(said: str) -> CodeReading:
    if said in industries():
        entry = industries()[said]
        return CodeReading(None, entry, (f"只写了门类 {entry}，没有数字代码",))
    named = industries_by_name().get(said.strip(_AROUND)) or _narrowest(said)
    if not named:
        former = former_by_name().get(said.strip(_AROUND), ())
        if former:
            return _as_former(former[-1], None, None)
        return CodeReading(notices=("读不出行业代码",) if said else ())
    entry = named[-1]
    if entry.level == "门类":
        return CodeReading(None, entry, (f"只写了门类 {entry}，没有数字代码",))
    return CodeReading(entry.code, entry, (f"按名称读作 {entry}",))


def _narrowest(said: str) -> tuple[Industry, ...]:
    """Return the last of several names that are the levels of one industry, the widest first."""
    levels = [industries_by_name().get(part.strip(_AROUND), ()) for part in _BETWEEN.split(said)]
    if len(levels) < 2 or not all(levels):
        return ()
    nested = all(_is_within(lower[-1], upper[0]) for upper, lower in pairwise(levels))
    return levels[-1] if nested else ()


def _is_within(entry: Industry | None, other: Industry) -> bool:
    while entry is not None and entry != other:
        entry = entry.parent
    return entry is not None
