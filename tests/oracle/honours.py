"""Official lists: enterprises (4–9) and items (22–27)."""

from __future__ import annotations

from oracle.book import Book, called
from oracle.cells import good_code, is_range, span, text
from oracle.owners import counts
from oracle.words import ITEMS, KNOWN_LEVELS, LAPSING, MUNICIPAL, NATIONAL
from oracle.workspace import Row


def recognised(book: Book, kind: str) -> int | None:
    """Count enterprises or items of one kind of list; a list never given gives None."""
    if kind not in book.space.kinds:
        return None
    rows = [row for row in book.table("recognitions") or [] if row.get("kind") == kind]
    return len({_recognition(book, row, kind) for row in rows} - {None})


def _recognition(book: Book, row: Row, kind: str) -> tuple[str | None, str] | None:
    if not (text(row.get("name")) or good_code(row.get("uscc"))) or not _on_level(row, kind):
        return None
    if text(row.get("category")) == "培育企业" or not _valid(book, row, kind):
        return None
    who = book.matcher.who(row.get("name"), row.get("uscc"))
    if who.how != "matched" or not who.party or not who.party.enterprise or not counts(who):
        return None
    return who.id, called(row, "item") if kind in ITEMS else ""


def _on_level(row: Row, kind: str) -> bool:
    """A level that contradicts its list; blank is fine, an unknown word counts as blank."""
    level = text(row.get("level"))
    if kind == "identifier_nodes" or level not in KNOWN_LEVELS:
        return True
    if kind.startswith("municipal"):
        return level in MUNICIPAL
    return level in NATIONAL or (kind == "smart_factories" and level in ("卓越级", "领航级"))


def _valid(book: Book, row: Row, kind: str) -> bool:
    """Recognised by the reference date, and not lapsed on it."""
    year, until, review = (span(row.get(field)) for field in ("year", "valid_until", "review_year"))
    if year and year[0] > book.day:
        return False
    if year and not until and is_range(row["year"]):
        until = year
    if until:
        return until[1] >= book.day
    since = max((when[0].year for when in (year, review) if when), default=None)
    return kind not in LAPSING or since is None or since + 3 > book.day.year
