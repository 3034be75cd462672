"""Which field of a table a header names: canonical headers, everyday variants, and near words that are not it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from clusterkit.intake.header.label import Label, read_label
from clusterkit.intake.vocabulary import key, vocabulary
from clusterkit.tables import Table, tables

How = Literal["mapping", "header", "variant", "period", "shortened", "part", "near", "content"]
_SURE = {"header": 1.4, "variant": 1.0}  # how much a header by its own name speaks for a table
RANK: dict[str, int] = {
    "mapping": 4,
    "header": 3,
    "variant": 2,
    "period": 1,
    "shortened": 1,
    "part": 0,
    "near": 0,
    "content": 0,
}


@dataclass(frozen=True)
class Named:
    """The field that a header names, and how it was recognised.

    ``asked`` where it only looks like it, ``word`` the word that makes it something else.
    """

    field: str
    how: How
    asked: bool = False
    word: str = ""


@dataclass(frozen=True)
class _Names:
    fields: dict[str, Named]
    near: dict[str, str]


@cache
def _known(table_id: str) -> _Names:
    table = tables()[table_id]
    fields: dict[str, Named] = {}
    near: dict[str, str] = {}
    for field in table.fields.values():
        fields[key(field.header)] = Named(field.id, "header")
    for field in table.fields.values():
        for variant in field.headers:
            fields.setdefault(key(variant), Named(field.id, "variant"))
        for words in field.period_headers:
            fields.setdefault(key(words), Named(field.id, "period"))
        fields.setdefault(key(field.id), Named(field.id, "variant"))  # another program's table
        for word in field.not_headers:
            near.setdefault(key(word), field.id)
    return _Names(fields, near)


def known_headers(table_id: str) -> dict[str, str]:
    """Return the field of every header that a table knows, as headers are compared."""
    return {name: hit.field for name, hit in _known(table_id).fields.items()}


def near_headers(table_id: str) -> frozenset[str]:
    """Return the headers that mean something near to a field of the table, but not it."""
    return frozenset(_known(table_id).near)


@lru_cache(maxsize=65536)
def named(table_id: str, label: Label) -> Named | None:
    """Return the field of a table that a header cell names.

    Examples
    --------
    >>> named("enterprises", read_label("企业产值（万元）")).field
    'output_value'
    >>> named("enterprises", read_label("备注")) is None
    True
    """
    return _look_up(table_id, label.names) or _alternatives(table_id, label) or _altered(table_id, label)


def _look_up(table_id: str, names: tuple[str, ...]) -> Named | None:
    known = _known(table_id)
    for name in names:
        if name in known.near:
            return Named(known.near[name], "variant", asked=True)
        if name in known.fields:
            return known.fields[name]
    for name in names:
        for shorter in shortened(name):
            if shorter in known.near:
                return Named(known.near[shorter], "shortened", asked=True)
            if shorter in known.fields:
                return Named(known.fields[shorter].field, "shortened")
    return None


def shortened(name: str) -> list[str]:
    """Return a name without the words that may stand before or behind a field's name: 企业产值, 产值情况."""
    words = vocabulary().header
    found = [name.removeprefix(key(word)) for word in words.prefixes if name.startswith(key(word))]
    found += [name.removesuffix(key(word)) for word in words.suffixes if name.endswith(key(word))]
    return [shorter for shorter in found if len(shorter) > 1 and shorter not in words.bare]


def _alternatives(table_id: str, label: Label) -> Named | None:
    """Read ``统一社会信用代码/注册号``: one field among the alternatives, and no second one."""
    parts = [part for part in label.text.replace("或", "/").split("/") if part]
    if len(parts) < 2:
        return None
    found = {(hit.field, hit.asked) for part in parts if (hit := _look_up(table_id, read_label(part).names))}
    if len(found) != 1:
        return None
    [(field, asked)] = found
    return Named(field, "part", asked)


def _altered(table_id: str, label: Label) -> Named | None:
    """Ask about a figure whose name bears a word that changes it: 预计产值, 营业收入增长."""
    word, names = label.altered
    fields = _known(table_id).fields
    for name in names:
        if name in fields and tables()[table_id].fields[fields[name].field].holds_figures:
            return Named(fields[name].field, "variant", asked=True, word=word)
    return None


@cache
def sharers() -> dict[str, int]:
    """Return for every known header how many tables know it."""
    count: dict[str, int] = {}
    for table in tables().values():
        for name in _known(table.id).fields:
            count[name] = count.get(name, 0) + 1
    return count


def is_known(label: Label) -> bool:
    """Return whether any table knows this header."""
    return any(name in sharers() for name in label.names)


def weight(table: Table, label: Label) -> float:
    """Return how much a header cell speaks for a table: more, the fewer tables know it."""
    hit = named(table.id, label)
    if hit is None:
        return 0.0
    share = min((sharers()[name] for name in label.names if name in sharers()), default=2)
    return (0.5 if hit.asked else _SURE.get(hit.how, 0.8)) + 1.5 / share
