"""Lists that disagree about many enterprises: asked once which is believed, not enterprise by enterprise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from clusterkit.checks.duplicates import CODE
from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.mapping import Mapping
from clusterkit.intake.received import SourceReading

FEWEST = 3  # so many enterprises make it a matter of the lists
_BELIEVED = (
    "统计",
    "税务",
    "海关",
    "商务",
    "工信",
    "科技",
    "部门",
    "局",
    "委",
)  # by whom a list is, the surest first
_SHOWN = 3

Spot = tuple[str, str]  # a list's file and sheet


def lists_disagree(
    findings: Iterable[Finding], sources: Sequence[SourceReading], ranked: Collection[Spot]
) -> list[Finding]:
    """Return the findings, and one for each group of lists that disagree: the single ones follow from it.

    Parameters
    ----------
    findings
        All findings, weighed: only disagreements that move a printed number count.
    sources
        How the lists were understood.
    ranked
        The lists whose ``priority`` a person wrote; where all of a group have one, nothing is asked.
    """
    given = list(findings)
    moving = [one for one in given if one.code == CODE and one.level == "error" and len(_spots(one)) > 1]
    causes: dict[str, str] = {}
    told: list[Finding] = []
    for lists, members in _groups(moving):
        about = {one.values["identity"] for one in members}
        if len(about) >= FEWEST and not set(lists) <= set(ranked):
            told.append(_told(lists, members, len(about), sources))
            causes |= {one.id: told[-1].id for one in members}
    return [*(replace(one, caused_by=causes.get(one.id, one.caused_by)) for one in given), *told]


def ranked(mapping: Mapping, sources: Iterable[SourceReading]) -> frozenset[Spot]:
    """Return the lists to which a person wrote a ``priority``."""
    return frozenset(
        (one.file, one.sheet)
        for one in sources
        for entry in mapping.sources_of(one.file)
        if entry.sheet in (None, one.sheet) and "priority" in entry.model_fields_set
    )


def list_name(file: str, sheet: str, lists: Iterable[SourceReading]) -> str:
    """Return how a list is named: its file, with the sheet where the file has several lists."""
    several = sum(1 for one in lists if one.file == file) > 1
    return f"{file}:{sheet}" if several and sheet else file


def _spots(one: Finding) -> tuple[Spot, ...]:
    """Return the lists that say something of the field."""
    places: list[Place] = one.values["spots"]
    return tuple(dict.fromkeys((place.file, place.sheet) for place in places))


def _groups(moving: Iterable[Finding]) -> list[tuple[list[Spot], list[Finding]]]:
    """Put together the disagreements whose lists hang together."""
    groups: list[tuple[list[Spot], list[Finding]]] = []
    for one in moving:
        spots, members = list(_spots(one)), [one]
        meeting = [group for group in groups if set(group[0]) & set(spots)]
        for group in meeting:
            spots, members = [*group[0], *spots], [*group[1], *members]
            groups.remove(group)
        groups.append((list(dict.fromkeys(spots)), members))
    return groups


def _told(
    lists: Sequence[Spot], members: Sequence[Finding], count: int, sources: Sequence[SourceReading]
) -> Finding:
    table = next(one.table for one in sources if (one.file, one.sheet) == lists[0])
    known = [one for one in sources if one.table == table and one.recognised]
    ordered = [(one.file, one.sheet) for one in known if (one.file, one.sheet) in lists]
    names = {spot: list_name(*spot, known) for spot in ordered}
    return finding(
        "lists_disagree", Place(ordered[0][0], ordered[0][1]), key="、".join(list(names.values())[1:]),
        table=table, names=tuple(names.values()), lists="、".join(f"“{name}”" for name in names.values()), count=count,
        evidence=_evidence(members), suggested=_surest(list(names.values())),
        options=[{"value": name, "label": name} for name in names.values()],
    )  # fmt: skip


def _evidence(members: Sequence[Finding]) -> str:
    fields = Counter(str(one.values["header"]) for one in members)
    said = "、".join(f"“{header}”{count} 家" for header, count in fields.most_common(_SHOWN))
    examples = (
        f"{one.values['name']}的{one.values['header']}：{one.values['one']}（{one.place.file}）、"
        f"{one.values['other']}（{one.values['other_spot'].file}）"
        for one in members[:_SHOWN]
    )
    return f"不一致的有{said}；例如{'；'.join(examples)}"


def _surest(names: Sequence[str]) -> Any:
    """Return the one list whose name says that a department made it, the statistics office's before all."""
    for word in _BELIEVED:
        found = [name for name in names if word in name]
        if found:
            return found[0] if len(found) == 1 else None
    return None
