"""What counts once: the keys that need a person's or an owner's identity, and rows of one thing that disagree."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator

from clusterkit.findings import Finding, finding
from clusterkit.matching.frames import Columns, place_of, shown
from clusterkit.matching.merging import Group, disagreements
from clusterkit.matching.names import normalise
from clusterkit.matching.numbers import code_key
from clusterkit.tables import Table

_TOGETHER = re.compile(r"[\u3400-\u9fff]\s*[、，,;；/]\s*[\u3400-\u9fff]")
Key = Callable[[Columns, int], Hashable]


def _by(*fields: str) -> Key:
    """Key of the normalised texts of these fields; ``None`` where the first is blank."""

    def key(columns: Columns, row: int) -> Hashable:
        texts = tuple(normalise(_text(columns[name][row])) for name in fields)
        return texts if texts[0] else None

    return key


def _by_number(columns: Columns, row: int) -> Hashable:
    return code_key(columns["number"][row])


def _by_item(columns: Columns, row: int) -> Hashable:
    who = columns["_identity"][row]
    return (
        (columns["kind"][row], who, normalise(columns["item"][row])) if who and columns["item"][row] else None
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


# What makes rows the same thing, and the fields in which such rows should then agree.
SAME_THING: dict[str, tuple[Key, tuple[str, ...]]] = {
    "recognitions": (_by_item, ("level", "valid_until")),
    "carriers": (_by("name", "kind"), ("level", "district", "year", "related")),
    "patents": (_by_number, ("route", "granted", "country")),
    "standards": (_by_number, ("kind", "status")),
    "talents": (_by("person_key"), ("academician", "related")),
    "service_platforms": (_by("name"), ("national", "kind")),
    "funds": (_by("name"), ("size", "comprehensive", "supporting_size")),
    "carrier_partners": (_by("name"), ("level",)),
}


def person_keys(columns: Columns) -> list[str | None]:
    """Return, for talents, the key of person and organisation; organisations that one row names together are one.

    The organisation is its identity where it has one, else its normalised name.
    """
    people = [normalise(person) for person in columns["person"]]
    whole = [
        f"{person}@{identity or ''}" for person, identity in zip(people, columns["_identity"], strict=True)
    ]
    leader: dict[str, str] = {key: key for key in whole}
    first_of_row: dict[int, str] = {}
    for row, key in zip(columns["_row"], whole, strict=True):
        one, other = _lead(leader, first_of_row.setdefault(row, key)), _lead(leader, key)
        leader[max(one, other)] = min(one, other)
    return [_lead(leader, key) if person else None for person, key in zip(people, whole, strict=True)]


def _lead(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        key = leader[key]
    return key


def disagreeing_rows(columns: Columns, table: Table) -> Iterator[Finding]:
    """Report rows of one thing that say different things about it."""
    if table.id not in SAME_THING:
        return
    key_of, fields = SAME_THING[table.id]
    things: dict[Hashable, dict[int, int]] = {}
    for row, number in enumerate(columns["_row"]):
        if (key := key_of(columns, row)) is not None:
            things.setdefault(key, {}).setdefault(number, row)
    for rows in things.values():
        if len(rows) > 1:
            yield from _disagreeing(columns, table, Group("", None, tuple(rows.values())), fields)


def _disagreeing(columns: Columns, table: Table, group: Group, fields: tuple[str, ...]) -> Iterator[Finding]:
    subject = columns[table.subject][group.rows[0]]
    for name, first, other in disagreements(columns, group, fields):
        header = table.fields[name].header
        yield finding(
            "rows_disagree", place_of(columns, first, header), key=str(subject),
            table=table.id, subject=subject, field=name, header=header,
            one=shown(columns[name][first]), other=shown(columns[name][other]),
            other_place=str(place_of(columns, other, header)),
        )  # fmt: skip


def people_together(columns: Columns, table: Table) -> Iterator[Finding]:
    """Report cells that name several people: they are counted as one."""
    told: set[int] = set()
    for row, person in enumerate(columns.get("person", ())):
        number = columns["_row"][row]
        if person and _TOGETHER.search(str(person)) and number not in told:
            told.add(number)
            yield finding(
                "people_together", place_of(columns, row, table.fields["person"].header), person=person
            )


def people_elsewhere(columns: Columns, table: Table) -> Iterator[Finding]:
    """Report people who stand under more than one organisation: one person or two who share a name."""
    found: dict[str, dict[str, int]] = {}
    for row, (person, key) in enumerate(zip(columns["person"], columns["person_key"], strict=True)):
        if key:
            found.setdefault(normalise(person), {}).setdefault(key, row)
    for rows in found.values():
        if len(rows) > 1:
            first, other = list(rows.values())[:2]
            places = [str(place_of(columns, row)) for row in rows.values()]
            organisations = [columns["_owner_name"][row] or "（空白）" for row in rows.values()]
            yield finding(
                "person_elsewhere", place_of(columns, other, table.fields["person"].header),
                person=columns["person"][first], organisations="、".join(organisations),
                other_place=places[0], places=places,
            )  # fmt: skip
