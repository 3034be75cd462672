"""GB/T 4754-2017 (国民经济行业分类): its 1,971 entries, and reading a code as people write it."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from clusterkit.guide.entry import plain

IndustryLevel = Literal["门类", "大类", "中类", "小类"]


@dataclass(frozen=True, slots=True)
class Industry:
    """One entry: its code (a letter for a 门类, digits below), the letter of its 门类, level and name."""

    code: str
    section: str
    level: IndustryLevel
    name: str

    @property
    def parent(self) -> Industry | None:
        """The entry one level up; None for a 门类."""
        if self.level == "门类":
            return None
        return industries()[self.section if self.level == "大类" else self.code[:-1]]

    @property
    def children(self) -> tuple[Industry, ...]:
        """The entries one level down."""
        return tuple(entry for entry in industries().values() if entry.parent == self)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a cell was read as.

    ``digits`` is the code without its letter (None where there is none, or several), ``industry`` its
    entry (None where the standard has no such code), ``notices`` what a person should know.
    """

    digits: str | None = None
    industry: Industry | None = None
    notices: tuple[str, ...] = ()


@cache
def industries() -> dict[str, Industry]:
    """Return all entries by code, in the standard's order."""
    text = (files("clusterkit.guide") / "data" / "gbt4754-2017.csv").read_text("utf-8-sig")
    rows = csv.DictReader(text.splitlines())
    return {row["code"]: Industry(row["code"], row["section"], row["level"], row["name"]) for row in rows}  # type: ignore[arg-type]


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
    zero gets it back, where it is no code as it stands.

    Examples
    --------
    >>> read_code("C3973").digits, read_code("3973 集成电路制造").digits, read_code(39.0).digits
    ('3973', '3973', '39')
    >>> read_code("A3973").notices
    ('字母 A 与代码 3973 不符，应为 C；以数字为准',)
    >>> read_code("集成电路制造").digits, read_code(112).digits, read_code(113).digits
    ('3973', '112', '0113')
    """
    return _read(plain(str(text)).upper() if text is not None else "")


@cache
def _read(said: str) -> CodeReading:
    said = re.sub(r"^([A-Z]?\d+)\.0+$", r"\1", said)
    found = re.findall(r"(?<![A-Z0-9.])([A-T]?)[-.]?(\d{1,4})(?![A-Z0-9.])", said)
    if len({digits for _, digits in found}) > 1:
        return CodeReading(notices=("写了几个行业代码，请只留主营的一个",))
    if not found:
        return _by_name(said)
    letter, digits = found[0]
    digits, entry, notices = _with_zero(digits)
    return CodeReading(digits, entry, (*notices, *_contradictions(said, letter, entry)))


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


def _with_zero(digits: str) -> tuple[str, Industry | None, tuple[str, ...]]:
    known = industries()
    if digits in known:
        return digits, known[digits], ()
    if f"0{digits}" in known:
        return f"0{digits}", known[f"0{digits}"], (f"代码 {digits} 补上了开头的 0，读作 0{digits}",)
    return digits, None, (f"GB/T 4754-2017 里没有代码 {digits}",)


def _contradictions(said: str, letter: str, entry: Industry | None) -> list[str]:
    found: list[str] = []
    if entry is None:
        return found
    if letter and letter != entry.section:
        found.append(f"字母 {letter} 与代码 {entry.code} 不符，应为 {entry.section}；以数字为准")
    words = re.sub(r"^[A-Z]?[\d.\-()]+|[A-Z]?[\d.\-()]+$", "", said)
    others = _names().get(words, ())
    if others and not any(
        other.code.startswith(entry.code) or entry.code.startswith(other.code) for other in others
    ):
        found.append(f"代码 {entry.code} 是“{entry.name}”，写的名称是“{others[0].name}”；以数字为准")
    return found


def _by_name(said: str) -> CodeReading:
    if said in industries():
        entry = industries()[said]
        return CodeReading(None, entry, (f"只写了门类 {entry}，没有数字代码",))
    named = _names().get(said.strip("-.()"), ())
    if not named:
        return CodeReading(notices=("读不出行业代码",) if said else ())
    entry = named[-1]
    if entry.level == "门类":
        return CodeReading(None, entry, (f"只写了门类 {entry}，没有数字代码",))
    return CodeReading(entry.code, entry, (f"按名称读作 {entry}",))


@cache
def _names() -> dict[str, tuple[Industry, ...]]:
    """Return the entries of each name; one name at several levels is one industry divided no further."""
    found: dict[str, list[Industry]] = defaultdict(list)
    for entry in industries().values():
        found[plain(entry.name).upper()].append(entry)
    return {name: tuple(entries) for name, entries in found.items()}
