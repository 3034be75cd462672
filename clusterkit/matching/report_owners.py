"""What is told and asked about owners: suggestions, conflicts, names that no list has, assumed institutions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clusterkit.findings import Finding, Level, Place, finding
from clusterkit.matching.blanks import per_list
from clusterkit.matching.evidence import Record, Weigher
from clusterkit.matching.frames import place_of
from clusterkit.matching.owned import NamedRows
from clusterkit.matching.owners import Named, Owner, Owners
from clusterkit.matching.weighed import Weighed, of_all, record_in, several, weigh_options

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
    records: list[Record] = field(default_factory=list)

    def weighed(self, weigher: Weigher) -> list[Weighed]:
        """Return who it may be, weighed by what all rows say, the likeliest first."""
        return weigh_options(of_all(self.records), self.owner.verdict.options, weigher)


def owner_findings(lists: list[NamedRows], owners: Owners, weigher: Weigher) -> list[Finding]:
    """Return what is told and asked about the owners of all tables, each name once."""
    told: list[Finding] = []
    for rows in lists:
        told += _closing_words(rows)
        told += _blank_owners(rows, owners)
        told += _not_listed(rows, owners)
    for mention in _mentions(lists, owners):
        told += _of_mention(mention, weigher)
    return told


def _mentions(lists: list[NamedRows], owners: Owners) -> list[_Mention]:
    found: dict[tuple[str, str], _Mention] = {}
    for rows in lists:
        header = rows.table.fields[rows.table.owner or ""].header
        named_in = Counter(rows.rows)
        for row, named in zip(rows.rows, rows.named, strict=True):
            owner = owners[named]
            if named.name and owner.state in ("asked", "assumed", "company"):
                kind = owner.verdict.clash if owner.state == "asked" else owner.state
                mention = found.setdefault((named.name, kind), _Mention(named, owner))
                mention.places.append(place_of(rows.columns, row, header))
                mention.tables.append(rows.table.id)
                mention.records.append(
                    record_in(rows.columns, row, named.printed, named.code, named_in[row] == 1)
                )
    return list(found.values())


def _of_mention(mention: _Mention, weigher: Weigher) -> Iterator[Finding]:
    tables = set(mention.tables)
    counts = tables & OWNERS_COUNT
    if mention.owner.state == "asked":
        level: Level = "warning" if counts or tables & HOLDERS_COUNT else "info"
        yield _asked(mention, mention.weighed(weigher), bool(counts), level)
    elif counts and mention.owner.state == "assumed":
        yield _told(mention, "institution_assumed", OWNERS_COUNT)
    elif counts and not mention.owner.decided:
        yield _told(mention, "owner_not_listed", OWNERS_COUNT)


def _asked(mention: _Mention, weighed: list[Weighed], may_be_institution: bool, level: Level) -> Finding:
    owner = mention.owner
    code = "name_conflict" if owner.verdict.clash else "name_suggested"
    return finding(
        "match_postponed" if owner.decided else code, mention.places[0], key=mention.named.name,
        level=None if owner.decided else level, asked=owner.note,
        options=[one.as_dict() for one in weighed], suggested=_likely(owner, weighed), first=_first(owner, weighed),
        evidence=_evidence(mention, weighed), may_be_institution=may_be_institution, **_values(mention),
    )  # fmt: skip


def _first(owner: Owner, weighed: list[Weighed]) -> str | None:
    """Return the candidate that can be ruled out, so that the next one comes."""
    return weighed[0].option.party.id if weighed and not owner.verdict.clash else None


def _likely(owner: Owner, weighed: list[Weighed]) -> str | None:
    """Return the first candidate, unless others are as near or something (another city, a branch) speaks against it."""
    doubtful = bool(weighed) and (bool(several(weighed)) or bool(weighed[0].evidence.remarks))
    return None if doubtful else _first(owner, weighed)


def _evidence(mention: _Mention, weighed: list[Weighed]) -> str:
    said = f"名单写作“{mention.named.printed}”"
    said += f"，代码 {mention.named.code}" if mention.named.code else "，没有可用的代码"
    found = [f"{one.option.party.label}：{one.evidence}" for one in weighed[:3]]
    near = [] if mention.owner.verdict.clash else [several(weighed)]
    return "；".join([said, *found, *filter(None, near)])


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
