"""What the values of a column betray, as data: ``contents.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from clusterkit.tables.model import Field, FieldType, tables


class Content(BaseModel):
    """One kind of values that can be told from anything else; ``contents.toml`` explains each entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    says: str
    types: tuple[FieldType, ...] = ()
    also: tuple[FieldType, ...] = ()
    pattern: str = ""
    share: float
    fewest: int
    certain: bool = False
    unnamed: bool = False
    under: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether some field of some table holds such values; others only show that a header is wrong."""
        return self.id in _held()


@cache
def contents() -> dict[str, Content]:
    """Return all kinds of values by id.

    Examples
    --------
    >>> contents()["uscc"].certain, contents()["date"].unnamed
    (True, True)
    """
    data = tomllib.loads((files("clusterkit.tables") / "contents.toml").read_text("utf-8"))
    return {content_id: Content(id=content_id, **entry) for content_id, entry in data.items()}


@cache
def _held() -> frozenset[str]:
    every = (content_of(field) for table in tables().values() for field in table.fields.values())
    return frozenset(content.id for content in every if content)


def content_of(field: Field) -> Content | None:
    """Return the kind of values that a field holds, where they can be told: by its own word, or by its type.

    Examples
    --------
    >>> from clusterkit.tables import tables
    >>> fields = tables()["enterprises"].fields
    >>> content_of(fields["uscc"]).id, content_of(fields["name"]).id, content_of(fields["revenue"])
    ('uscc', 'organisation', None)
    """
    if field.content:
        return contents()[field.content]
    return next((one for one in contents().values() if field.type in one.types), None)
