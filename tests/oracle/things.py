"""Patents, carriers, standards, people, platforms, funds, events, partners: what is counted once."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from oracle.book import Book, called, related
from oracle.cells import good_code, span, text, yes_or_no
from oracle.names import normal
from oracle.owners import counts
from oracle.words import CARRIER_KINDS, MUNICIPAL, NATIONAL, PLATFORM_KINDS, STANDARD_KINDS
from oracle.workspace import Row


def pct_patents(book: Book) -> int | None:
    """Filed through PCT and granted; one patent once, however many applicants."""

    def key(row: Row) -> str | None:
        granted, route = span(row.get("granted")), (text(row.get("route")) or "").upper()
        if "PCT" not in route or not granted or granted[0] > book.day:
            return None
        if book.choices["patents"] == "reference_year" and granted[0].year != book.year:
            return None
        return called(row, "number") if book.matcher.counting(row, "applicant", "applicant_uscc") else None

    return book.distinct("patents", key)


def national_carriers(book: Book) -> int | None:
    """Of the seven kinds, national, in the cluster and tied to the leading industry."""
    return book.distinct("carriers", lambda row: _carrier(book, row, NATIONAL, seven=True))


def municipal_carriers(book: Book) -> int | None:
    """Any kind at 市级."""
    return book.distinct("carriers", lambda row: _carrier(book, row, MUNICIPAL, seven=False))


def _carrier(book: Book, row: Row, levels: set[str], *, seven: bool) -> Any:
    kind, name = called(row, "kind"), called(row, "name")
    if text(row.get("level")) not in levels or (seven and kind not in CARRIER_KINDS) or not name:
        return None
    if not related(row) or not book.reached(row.get("year")):
        return None
    counted = book.matcher.counting(row, "owner", "owner_uscc")
    return (name, CARRIER_KINDS.get(kind, kind)) if counted else None


def standards(book: Book) -> int | None:
    """Led or joined, of the kinds that the interpretation names, not withdrawn; editions are one standard."""

    def key(row: Row) -> str | None:
        number = called(row, "number")
        edition = re.search(r"[-:](\d{4})$", number)
        kinds = STANDARD_KINDS[book.choices["standards"]]
        if text(row.get("kind")) not in kinds or text(row.get("status")) in ("废止", "被代替"):
            return None
        if text(row.get("role")) not in (None, "主导", "参与", "牵头"):
            return None
        if edition and int(edition[1]) > book.day.year:
            return None
        if not book.matcher.counting(row, "organisation", "organisation_uscc"):
            return None
        return re.sub(r"[^A-Z0-9.]", "", number[: edition.start()] if edition else number)

    return book.distinct("standards", key)


def national_talents(book: Book) -> int | None:
    """Distinct people of national programmes, and academicians whatever their row's level."""
    return _people(book, lambda row: text(row.get("level")) in NATIONAL or yes_or_no(row.get("academician")))


def provincial_talents(book: Book) -> int | None:
    """省部级, 省级 and 市级."""
    return _people(book, lambda row: text(row.get("level")) in MUNICIPAL | {"省部级"})


def _people(book: Book, ranked: Callable[[Row], bool | None]) -> int | None:
    """Count people; two rows are of one person when the name is one and they share an organisation."""
    rows = book.table("talents")
    people: list[set[tuple[str, str]]] = []
    for row in rows or []:
        person = {(called(row, "person"), place) for place in _places(book, row)} if ranked(row) else set()
        if person:
            person = person.union(*(one for one in people if one & person))
            people = [one for one in people if not one & person] + [person]
    return None if rows is None else len(people)


def _places(book: Book, row: Row) -> set[str]:
    """Return the organisations of a row that counts."""
    if not called(row, "person") or not related(row) or not book.reached(row.get("year")):
        return set()
    return book.matcher.counting(row, "organisation", "organisation_uscc")


def national_service_platforms(book: Book) -> int | None:
    """National, and one of the seven kinds with or without 平台."""

    def key(row: Row) -> str | None:
        kind = (text(row.get("kind")) or "").removesuffix("平台")
        return called(row, "name") if yes_or_no(row.get("national")) and kind in PLATFORM_KINDS else None

    return book.distinct("service_platforms", key)


def guidance_funds(book: Book) -> Fraction | None:
    """A dedicated fund by its size, a comprehensive one by what supports the industry, a blank by what there is."""
    rows = book.table("funds")
    if rows is None:
        return None
    sizes: dict[str, Fraction] = {}
    for row in rows:
        amount = _fund(row)
        if amount is not None and called(row, "name"):
            sizes.setdefault(called(row, "name"), amount)
    return sum(sizes.values(), Fraction(0)) if sizes or not rows else None


def _fund(row: Row) -> Fraction | None:
    size, supporting = row.get("size"), row.get("supporting_size")
    comprehensive = yes_or_no(row.get("comprehensive"))
    if comprehensive is None:
        return size if supporting is None else supporting
    return supporting if comprehensive else size


def activities(book: Book) -> int | None:
    """Rows with a date in the reference year, or all of them; by date and name."""

    def key(row: Row) -> Any:
        when, name = span(row.get("date")), called(row, "name")
        in_year = book.choices["activities"] == "all" or (when and when[0].year == book.year)
        return (when, name) if name and in_year else None

    return book.distinct("activities", key)


def leading_enterprises_served(book: Book) -> int | None:
    """All that are named, by identity; with in_scope only those of S; a none decision takes one out."""

    def key(row: Row) -> str | None:
        who = book.matcher.who(row.get("name"), row.get("uscc"))
        code = good_code(row.get("uscc"))
        if who.how == "none" or not (called(row, "name") or code):
            return None
        inside = counts(who) and bool(who.party and who.party.enterprise)
        if book.choices["leading_enterprises"] == "in_scope" and not inside:
            return None
        return who.id or code or normal(text(row["name"]))

    return book.distinct("leading_enterprises", key)


def academicians(book: Book) -> int | None:
    """Distinct people."""
    return book.distinct("academicians", lambda row: called(row, "person"))


def carrier_partners(book: Book) -> int | None:
    """Distinct carriers, 市级 and above."""
    levels = NATIONAL | MUNICIPAL | {"省部级"}
    return book.distinct(
        "carrier_partners", lambda row: called(row, "name") if text(row.get("level")) in levels else None
    )
