"""What is told and asked about owners: suggestions, conflicts, names that no list has, assumed institutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clusterkit.findings import Finding, Level, Place, finding
from clusterkit.matching.blanks import per_list
from clusterkit.matching.frames import place_of
from clusterkit.matching.owned import NamedRows
from clusterkit.matching.owners import Named, Owner, Owners
from clusterkit.matching.verdict import Option

# Where an owner makes a row count, and where a name stands for an enterprise; elsewhere owners are only shown.
OWNERS_COUNT = frozenset({"carriers", "patents", "standards", "talents"})
HOLDERS_COUNT = frozenset({"recognitions", "leading_enterprises"})
_SHOWN = 5


@dataclass
class _Mention:
    """All rows that name an owner whose case is open."""

    named: Named
    owner: Owner
    places: list[Place] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)


def owner_findings(lists: list[NamedRows], owners: Owners) -> list[Finding]:
    """Return what is told and asked about the owners of all tables, each name once."""
    told: list[Finding] = []
    for rows in lists:
        told += _closing_words(rows)
        told += _blank_owners(rows, owners)
        told += _not_listed(rows, owners)
    for mention in _mentions(lists, owners):
        told += _of_mention(mention)
    return told


def _mentions(lists: list[NamedRows], owners: Owners) -> list[_Mention]:
    found: dict[tuple[str, str], _Mention] = {}
    for rows in lists:
        header = rows.table.fields[rows.table.owner or ""].header
        for row, named in zip(rows.rows, rows.named, strict=True):
            owner = owners[named]
            if named.name and owner.state in ("asked", "assumed", "company"):
                kind = owner.verdict.clash if owner.state == "asked" else owner.state
                mention = found.setdefault((named.name, kind), _Mention(named, owner))
                mention.places.append(place_of(rows.columns, row, header))
                mention.tables.append(rows.table.id)
    return list(found.values())


def _of_mention(mention: _Mention) -> Iterator[Finding]:
    tables = set(mention.tables)
    counts = tables & OWNERS_COUNT
    if mention.owner.state == "asked":
        yield _asked(mention, bool(counts), "warning" if counts or tables & HOLDERS_COUNT else "info")
    elif counts and mention.owner.state == "assumed":
        yield _told(mention, "institution_assumed", OWNERS_COUNT)
    elif counts and not mention.owner.decided:
        yield _told(mention, "owner_not_listed", OWNERS_COUNT)


def _asked(mention: _Mention, may_be_institution: bool, level: Level) -> Finding:
    owner, options = mention.owner, mention.owner.verdict.options
    if owner.decided:
        return finding("match_postponed", mention.places[0], key=mention.named.name, **_values(mention))
    code = "name_conflict" if owner.verdict.clash else "name_suggested"
    return finding(
        code, mention.places[0], key=mention.named.name, level=level, asked=owner.note,
        options=[_option(option) for option in options], suggested=_suggested(owner),
        evidence=_evidence(mention, options), may_be_institution=may_be_institution, **_values(mention),
    )  # fmt: skip


def _suggested(owner: Owner) -> str | None:
    options = owner.verdict.options
    return options[0].party.id if options and not owner.verdict.clash else None


def _option(option: Option) -> dict[str, Any]:
    party = option.party
    return {
        "value": party.code or party.id, "label": party.label, "name": party.name, "uscc": party.code,
        "score": option.score, "why": option.why, "institution": party.institution, "living": party.living,
    }  # fmt: skip


def _evidence(mention: _Mention, options: tuple[Option, ...]) -> str:
    said = f"名单写作“{mention.named.printed}”"
    said += f"，代码 {mention.named.code}" if mention.named.code else "，没有可用的代码"
    found = [f"{option.party.label}：{option.why}，相似度{option.score:g}" for option in options[:3]]
    return "；".join([said, *found])


def _values(mention: _Mention) -> dict[str, Any]:
    places = mention.places
    return {
        "name": mention.named.printed, "name_key": mention.named.name, "uscc": mention.named.code,
        "places": [str(place) for place in places], "spots": places, "count": len(places),
        "tables": sorted(set(mention.tables)),
    }  # fmt: skip


def _told(mention: _Mention, code: str, where: frozenset[str]) -> Finding:
    at = next(place for place, table in zip(mention.places, mention.tables, strict=True) if table in where)
    return finding(code, at, key=mention.named.name, may_be_institution=True, options=[], **_values(mention))


def _closing_words(rows: NamedRows) -> Iterator[Finding]:
    header = rows.table.fields[rows.table.owner or ""].header
    for row, word in rows.dropped.items():
        at = place_of(rows.columns, row, header)
        yield finding("closing_word_dropped", at, word=word, cell=rows.columns[rows.table.owner or ""][row])


def _blank_owners(rows: NamedRows, owners: Owners) -> Iterator[Finding]:
    if rows.table.id not in OWNERS_COUNT:
        return
    blank = {row for row, named in zip(rows.rows, rows.named, strict=True) if owners[named].state == "blank"}
    header = rows.table.fields[rows.table.owner or ""].header
    columns = {**rows.columns, "_id": [None] * len(rows.columns["_row"])}
    yield from per_list(columns, "owner_blank", lambda row: row in blank, header)


def _not_listed(rows: NamedRows, owners: Owners) -> Iterator[Finding]:
    """Tell, once per list, the names that no list of enterprises or institutions has."""
    if rows.table.id in OWNERS_COUNT:
        return
    header = rows.table.fields[rows.table.owner or ""].header
    names: dict[tuple[str, str], dict[str, str]] = {}
    for row, named in zip(rows.rows, rows.named, strict=True):
        if owners[named].state in ("company", "assumed"):
            spot = rows.columns["_file"][row], rows.columns["_sheet"][row]
            names.setdefault(spot, {}).setdefault(
                named.name or named.code or "", named.printed or named.code or ""
            )
    for (file, sheet), printed in names.items():
        listed = list(printed.values())
        shown = "、".join(listed[:_SHOWN]) + ("等" if len(listed) > _SHOWN else "")
        yield finding(
            "names_not_listed",
            Place(file, sheet, 0, header),
            where=str(Place(file, sheet)),
            count=len(listed),
            shown=shown,
            names=listed,
        )
