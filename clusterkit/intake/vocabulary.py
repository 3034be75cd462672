"""Everyday words of lists, as data: blanks, header marks, rows that are no rows, what file names say."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, cached_property
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

_SPACE = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]+")
_SIGNS = re.compile(r"[\W_]+")


def compact(text: str) -> str:
    """Return ``text`` in NFKC without spaces, line breaks and invisible characters.

    Examples
    --------
    >>> compact("产值\\n（万 元）")
    '产值(万元)'
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@cache
def key(text: str) -> str:
    """Return what headers are compared by: letters, digits and Chinese characters alone, lower case.

    Examples
    --------
    >>> key("* R&D 经费支出：") == key("ｒ＆ｄ经费支出")
    True
    """
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HeaderWords(_Part):
    """Words of header cells that are no part of a field's name."""

    marks: tuple[str, ...]
    prefixes: tuple[str, ...]
    bare: tuple[str, ...]
    suffixes: tuple[str, ...]
    other: tuple[str, ...]
    third_parties: tuple[str, ...]
    serial: tuple[str, ...]
    unit: tuple[str, ...]
    unused: tuple[str, ...]


class Changing(_Part):
    """Words that change what a column means, why that matters, and whether it is likely the field all the same."""

    words: tuple[str, ...]
    why: str
    same: bool = False


class TitleWords(_Part):
    """Words of a title that tell what its year is the year of."""

    reviewed: tuple[str, ...]
    proposed: tuple[str, ...]


class RowWords(_Part):
    """Words that begin a row which is no row of the list."""

    totals: tuple[str, ...]
    averages: tuple[str, ...]
    subtotals: tuple[str, ...]
    ends: tuple[str, ...]
    parts: tuple[str, ...]
    others: tuple[str, ...]
    notes: tuple[str, ...]
    examples: tuple[str, ...]


class Confidence(_Part):
    """How sure a column is, from 0 to 1.

    ``how`` by what its field is known, ``unit`` by what its unit is; from ``sure`` on it is certain, below
    ``ask`` a person confirms; a column of whose values no more than ``foreign`` can be the field's is none.
    """

    how: dict[str, float]
    unit: dict[str, float]
    sure: float
    ask: float
    foreign: float


class MixedUnits(_Part):
    """When a figure is taken to be in another unit than its column, in powers of ten; see ``vocabulary.toml``."""

    least: float
    far: float
    near: float
    fewest: int
    own_slack: float
    small_slack: float
    large_slack: float
    tiny: float
    tiny_slack: float
    size_slack: float
    widths: float
    narrowest: float
    ordinary: dict[str, float]
    too_large: float
    too_small: float


class FileKind(_Part):
    """Files that hold no list that can be read as it is, and what to do with them."""

    kind: str
    todo: str
    suffixes: tuple[str, ...]


class ListWords(_Part):
    """What words in a file's name, a sheet's name or a title say about the list."""

    table: str
    kind: str | None = None
    municipal: bool = False
    asked: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    no: tuple[str, ...] = Field(default=(), alias="not")

    def fits(self, text: str) -> bool:
        """Return whether the words are in ``text`` (compared by ``key``)."""
        said = key(text)
        some = not self.any or any(key(word) in said for word in self.any)
        return (
            some
            and all(key(word) in said for word in self.all)
            and not any(key(word) in said for word in self.no)
        )


class Vocabulary(_Part):
    """All of ``vocabulary.toml``."""

    blank: frozenset[str]
    same: tuple[str, ...]
    pending: frozenset[str]
    levels: tuple[str, ...]
    national: tuple[str, ...]
    slips: tuple[int, ...]
    header: HeaderWords
    changing: tuple[Changing, ...]
    titles: TitleWords
    rows: RowWords
    confidence: Confidence
    mixed: MixedUnits
    files: tuple[FileKind, ...]
    needed: dict[str, tuple[str, ...]]
    lists: tuple[ListWords, ...]

    @cached_property
    def changing_words(self) -> dict[str, Changing]:
        """What each word that changes a column's meaning says."""
        return {word: one for one in self.changing for word in one.words}

    @cached_property
    def unused_headers(self) -> frozenset[str]:
        """The headers that no list needs, as headers are compared."""
        return frozenset(map(key, self.header.unused))


@cache
def vocabulary() -> Vocabulary:
    """Return the everyday words.

    Examples
    --------
    >>> is_blank("——"), is_blank(" 不详 "), is_blank("0")
    (True, True, False)
    """
    data = tomllib.loads((files("clusterkit.intake") / "vocabulary.toml").read_text("utf-8"))
    for name in ("blank", "pending"):
        data[name] = [compact(word).casefold() for word in data[name]]
    return Vocabulary.model_validate(data)


def is_blank(text: str) -> bool:
    """Return whether a cell's text stands for nothing."""
    said = compact(text).casefold()
    return not said or said in vocabulary().blank


def is_absent(text: str) -> bool:
    """Return whether a cell of figures, dates or codes says that there is none, or none yet.

    Examples
    --------
    >>> is_absent("待核实"), is_blank("待核实")
    (True, False)
    """
    return is_blank(text) or compact(text).casefold() in vocabulary().pending
