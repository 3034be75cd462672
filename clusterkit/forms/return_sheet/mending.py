"""Which findings the provider of a list can mend, what he is asked to do, those first that matter most."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from clusterkit.findings import LEVELS, Finding, Place
from clusterkit.findings.catalogue import filled

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Mend:
    """One thing to mend.

    Parameters
    ----------
    rows
        The 1-based rows that it is about; none where it is about a column or the whole list.
    wrong, ask
        What is wrong and what to do, in Chinese.
    moves
        The names of the indicators that it moves.
    value
        The text that is wrong; empty where the finding names none.
    """

    id: str
    level: str
    place: Place
    rows: tuple[int, ...]
    wrong: str
    ask: str
    moves: tuple[str, ...] = ()
    value: str = ""


@cache
def asks() -> dict[str, str]:
    """Return what is asked of a provider, by the code of the finding."""
    return tomllib.loads((files("clusterkit.forms.return_sheet") / "mending.toml").read_text("utf-8"))


def mends(findings: Iterable[Finding], moved: Mapping[str, tuple[str, ...]]) -> list[Mend]:
    """Return what can be mended in the lists: errors first, then what moves an indicator.

    Parameters
    ----------
    moved
        The names of the indicators that a finding moves, by the finding's id, those that move most first.
    """
    theirs = [one for found in findings if found.code in asks() for one in _by_file(found)]
    rank = {name: at for at, name in enumerate(moved)}
    theirs.sort(key=lambda one: (LEVELS.index(one.level), not moved.get(one.id), rank.get(one.id, len(rank))))
    return [_mend(one, moved.get(one.id, ())) for one in theirs]


def _by_file(one: Finding) -> Iterator[Finding]:
    """Yield a finding for the list that it is about, or for each of several."""
    if one.place.file:
        yield one
    else:
        lists = one.values.get("lists", ())
        yield from (replace(one, id=f"{one.id}:{file}", place=Place(file)) for file in lists)


def _mend(one: Finding, moves: tuple[str, ...]) -> Mend:
    ask = filled(asks()[one.code], one, **{"field": one.place.column, "lacking": "", **one.values})
    return Mend(
        one.id, one.level, one.place, rows_of(one), _said(one), ask, moves, str(one.values.get("value", ""))
    )


def rows_of(one: Finding) -> tuple[int, ...]:
    """Return all rows that a finding names: its own, and those that its message lists."""
    listed = str(one.values.get("lines") or one.values.get("rows") or one.values.get("times") or "")
    found = _NUMBER.findall(listed.rpartition("：")[2])
    return tuple(sorted({*([one.place.row] if one.place.row else []), *map(int, found)}))


def _said(one: Finding) -> str:
    """Return the message without the place, which has columns of its own."""
    head, sign, rest = one.message.partition("：")
    return rest if sign and rest and head.startswith(one.place.file) else one.message
