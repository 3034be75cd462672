"""The entries of GB/T 4754-2017 (国民经济行业分类), and those of the 2011 edition that it changed."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol, TypeVar

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
class FormerIndustry:
    """An entry of the 2011 edition that has another code or another name in that of 2017.

    ``successors`` are its codes of 2017; none where that is not known for certain.
    """

    code: str
    name: str
    successors: tuple[str, ...]

    @property
    def renamed(self) -> bool:
        """Whether the code still means the same, by another name."""
        return self.successors == (self.code,)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


@cache
def industries() -> dict[str, Industry]:
    """Return all 1,971 entries by code, in the standard's order."""
    rows = _rows("gbt4754-2017.csv")
    return {row["code"]: Industry(row["code"], row["section"], row["level"], row["name"]) for row in rows}  # type: ignore[arg-type]


@cache
def former_industries() -> dict[str, FormerIndustry]:
    """Return the entries of the 2011 edition that the one of 2017 changed, by their code of 2011.

    Examples
    --------
    >>> str(former_industries()["3963"]), former_industries()["3963"].successors
    ('3963 集成电路制造', ('3973',))
    """
    rows = _rows("gbt4754-2011.csv")
    return {
        row["code"]: FormerIndustry(row["code"], row["name"], tuple(row["successors"].split()))
        for row in rows
    }


@cache
def industries_by_name() -> dict[str, tuple[Industry, ...]]:
    """Return the entries of each name as compared; one name at several levels is one industry divided no further."""
    return _by_name(industries().values())


@cache
def former_by_name() -> dict[str, tuple[FormerIndustry, ...]]:
    """Return the entries of 2011 of each name as compared."""
    return _by_name(former_industries().values())


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_Named)


def _by_name(entries: Iterable[_Entry]) -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        found[plain(entry.name).upper()].append(entry)
    return {name: tuple(several) for name, several in found.items()}


def _rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a data file; lines that begin with # say where it comes from."""
    text = (files("clusterkit.guide") / "data" / file).read_text("utf-8-sig")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
