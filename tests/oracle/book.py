"""One workspace opened: its day, its choices, who is in S, and whose each row is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any

from oracle.cells import span, text, yes_or_no
from oracle.names import normal
from oracle.owners import Matcher
from oracle.places import within
from oracle.register import in_scope, register
from oracle.workspace import Row, Workspace

DEFAULTS = {
    "standards": "international+national", "patents": "all", "activities": "reference_year", "leading_enterprises": "named",
}  # fmt: skip


class Book:
    """All that the rules look at."""

    def __init__(self, space: Workspace):
        self.space = space
        self.year: int = space.settings["reference_year"]
        self.day: dt.date = space.settings.get("reference_date", dt.date(self.year, 12, 31))
        self.choices = {**DEFAULTS, **space.settings.get("interpretation", {})}
        self.places = within(space.settings["cluster"].get("districts", []))
        self.register = register(space)
        self.scope = {one.id for one in self.register.values() if in_scope(one, space)}
        self.matcher = Matcher(space, self.register, self.scope, self.places)

    def table(self, name: str) -> list[Row] | None:
        """Return the rows of a table, or None where no list of it was given."""
        return self.space.tables.get(name)

    @cached_property
    def inside(self) -> list[Row]:
        """The rows of S."""
        return [one.row for one in self.register.values() if one.id in self.scope and one.row]

    @cached_property
    def large(self) -> list[Row]:
        """The 规上 rows of S; a blank is not 规上."""
        return [row for row in self.inside if yes_or_no(row.get("above_scale"))]

    def distinct(self, table: str, key: Callable[[Row], Any]) -> int | None:
        """Count the different keys of the rows that count: those whose key is neither None nor empty."""
        rows = self.table(table)
        return None if rows is None else len({key(row) for row in rows} - {None, ""})

    def reached(self, value: object) -> bool:
        """Not later than the reference date; a bare year counts when it is not later than that date's year."""
        when = span(value)
        return when is None or when[0] <= self.day


def called(row: Row, field: str) -> str:
    """Return a name in its normal form, "" for a blank."""
    return normal(text(row.get(field)) or "")


def related(row: Row) -> bool:
    """与主导产业相关: a blank counts, 否 and an unknown word do not."""
    return text(row.get("related")) is None or yes_or_no(row["related"]) is True
