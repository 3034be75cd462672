"""Whether the scope says which enterprises are meant: industries and places that the guide's lists know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide
from clusterkit.guide.gbt4754 import industry
from clusterkit.scope import Scope

FILE = "cluster.toml"
Lines = Mapping[tuple[str | int, ...], int]


def check_scope(guide: Guide, scope: Scope, lines: Lines) -> Iterator[Finding]:
    """Yield what is unclear about the scope.

    Parameters
    ----------
    guide
        The guide, whose places are known.
    scope
        The industries and districts as written.
    lines
        The lines of the settings, to name where a wrong one stands.
    """
    yield from _industries(scope, lines)
    yield from _districts(guide, scope, lines)


def _industries(scope: Scope, lines: Lines) -> Iterator[Finding]:
    key = ("cluster", "industries")
    if not scope.industries:
        yield finding("scope_without_industries", _place(key, lines))
    for number, code in enumerate(scope.industries):
        if industry(code) is None:
            yield finding("scope_unknown_industry", _place(key, lines, number), key=code, code=code)


def _districts(guide: Guide, scope: Scope, lines: Lines) -> Iterator[Finding]:
    key = ("cluster", "districts")
    if not scope.districts:
        yield finding("scope_without_districts", _place(key, lines))
    for number, name in enumerate(scope.districts):
        reading = guide.places.read(name)
        if reading.district is None:
            why = f"（{reading.asked}）" if reading.asked else ""
            known = "、".join(guide.places.known())
            place = _place(key, lines, number)
            yield finding("scope_unknown_district", place, key=name, district=name, why=why, known=known)


def _place(key: tuple[str, ...], lines: Lines, number: int | None = None) -> Place:
    at = lines.get((*key, number)) if number is not None else None
    return Place(FILE, "", at or lines.get(key, 0), ".".join(key))
