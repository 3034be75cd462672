"""The tables and their fields, as data: one TOML file a table in ``fields/``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

FieldType = Literal[
    "text",  # normalised text
    "names",  # several names in one cell
    "uscc",  # 统一社会信用代码, 18 characters
    "industry",  # GB/T 4754-2017 code, digits only
    "district",  # the guide's canonical name
    "word",  # a word of one of the guide's lists
    "boolean",
    "year",
    "date",
    "until",  # a date up to which something is valid: ranges, bare years, 长期
    "amount",  # a number with a unit
    "number",  # a number whose unit stands in another column
]


class Field(BaseModel):
    """One field of a table.

    ``header`` is the canonical Chinese column header, ``headers`` are the everyday variants;
    ``unit`` is the unit amounts are held in; ``words`` names the guide's word list, ``content`` the kind of
    values by which a column of texts is told (``contents.toml``). A cell that says a period is split: its end goes
    to the field ``ends_in``; ``period_headers`` are the headers of columns that say periods. What is ``lasting`` holds
    for other years of the same enterprise, too, where their rows leave it blank.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    header: str
    type: FieldType
    unit: str | None = None
    words: str | None = None
    content: str | None = None
    headers: tuple[str, ...] = ()
    not_headers: tuple[str, ...] = ()  # near words that mean something else (研发费用 is not R&D经费支出)
    ends_in: str | None = None
    period_headers: tuple[str, ...] = ()
    lasting: bool = False
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()

    @property
    def holds_figures(self) -> bool:
        """Whether its values are figures: with a unit of their own, or one that stands in another column."""
        return self.type in {"amount", "number"}


class Table(BaseModel):
    """One table: what a row is, what it is called by, and who owns it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    order: int
    subject: str
    owner: str | None = None
    owner_code: str | None = None
    several_owners: bool = False
    fields: dict[str, Field]


@cache
def tables() -> dict[str, Table]:
    """Return all tables by id, in their order.

    Examples
    --------
    >>> tables()["enterprises"].fields["rd_expense"].unit
    '万元'
    """
    found = []
    for path in (files("clusterkit.tables") / "fields").iterdir():
        if path.name.endswith(".toml"):
            data = tomllib.loads(path.read_text("utf-8"))
            data["fields"] = {key: {"id": key, **entry} for key, entry in data["fields"].items()}
            found.append(Table(id=path.name.removesuffix(".toml"), **data))
    return {table.id: table for table in sorted(found, key=lambda table: table.order)}
