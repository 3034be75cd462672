"""What the values of a column betray about it: which kind of values they are, and how many of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from clusterkit.guide import Guide
from clusterkit.guide.entry import plain
from clusterkit.guide.gbt4754 import read_code
from clusterkit.intake.cells.codes import read_uscc
from clusterkit.intake.cells.numbers import read_about, read_number
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.readers import Cell
from clusterkit.intake.rows import kind_of_row
from clusterkit.intake.typed import reader_of
from clusterkit.intake.vocabulary import compact, is_absent
from clusterkit.tables import Content, Field, Table, content_of, contents, tables

_FEWEST = 2  # filled cells of which a share is told
_LOOKED_AT = 60  # filled cells of a column, spread over its rows
_LONG_WORD = 3  # letters of a word for yes and no that other lists have, too: 国家级
_CODE_LENGTHS = range(15, 21)  # letters and digits of what is meant for a code
Test = Callable[[Cell], bool]


@dataclass(frozen=True)
class Seen:
    """Some cells of a column, and which kind of values they are.

    ``fields`` are the fields of the table that hold such values; ``hits`` of ``count`` cells are such.
    """

    content: Content
    says: str
    fields: tuple[Field, ...]
    hits: int
    count: int

    @property
    def evidence(self) -> str:
        """What speaks for it, in Chinese."""
        return f"抽看 {self.count} 格，{self.hits} 格是{self.says}"


def sample(cells: Sequence[Cell], header: str = "") -> list[Cell]:
    """Return some of the filled cells of a column, spread over its rows: no totals, nor the header printed again.

    Examples
    --------
    >>> sample(["", "甲", "—", "乙"]), len(sample([float(number) for number in range(10_000)]))
    (['甲', '乙'], 60)
    >>> sample(["名称", "甲", "合 计"], "名称")
    ['甲']
    """
    few = cells if len(cells) <= 4 * _LOOKED_AT else cells[:: len(cells) // (4 * _LOOKED_AT)]
    filled = [cell for cell in few if cell != "" and _is_value(as_text(cell), header)]
    step = max(len(filled) / _LOOKED_AT, 1)
    return [filled[int(at * step)] for at in range(min(len(filled), _LOOKED_AT))]


def _is_value(said: str, header: str) -> bool:
    return not is_absent(said) and compact(said) != header and not kind_of_row(said)


@dataclass(frozen=True)
class Contents:
    """The kinds of values that the fields of a table hold."""

    table: Table
    guide: Guide

    def seen(self, few: Sequence[Cell]) -> Seen | None:
        """Return the kind of values that some of a column's cells are, if they are of one kind beyond doubt."""
        found = [one for one in (self._seen(kind, few) for kind in self._kinds) if one]
        return max(found, key=lambda one: one.hits / one.count, default=None)

    def share(self, few: Sequence[Cell], field: Field) -> float | None:
        """Return how many of these cells may be the field's, from 0 to 1; None where that cannot be told."""
        test = self._may_be(field)
        if test is None or len(few) < _FEWEST:
            return None
        return sum(map(test, few)) / len(few)

    def _seen(self, kind: _Kind, few: Sequence[Cell]) -> Seen | None:
        if len(few) < kind.content.fewest:
            return None
        misses, bearable = 0, len(few) - kind.content.share * len(few)
        for cell in few:
            misses += not kind.test(cell)
            if misses > bearable:  # most columns are not of most kinds: the first cells tell
                return None
        return Seen(kind.content, kind.says, kind.fields, len(few) - misses, len(few))

    @cached_property
    def _kinds(self) -> tuple[_Kind, ...]:
        known = (content for content in contents().values() if content.id != "word")
        return tuple(self._of_words()) + tuple(
            _Kind(content, content.says, fields, _test(content, self.guide))
            for content in known
            if (fields := tuple(self._fields(content))) or not content.is_held
        )

    def _fields(self, content: Content) -> Iterator[Field]:
        for field in self.table.fields.values():
            if content_of(field) is content or field.type in content.also:
                yield field

    def _of_words(self) -> Iterator[_Kind]:
        by_list: dict[str, list[Field]] = {}
        for field in self._fields(contents()["word"]):
            by_list.setdefault(field.words or field.id, []).append(field)
        for name, fields in by_list.items():
            says = contents()["word"].says.format(list=self.guide.words[name].title)
            yield _Kind(contents()["word"], says, tuple(fields), _is_word(self.guide, name))

    def _may_be(self, field: Field) -> Test | None:
        """Return what tells whether a cell may be the field's at all: less strict than what betrays it."""
        if field.type == "amount":
            return lambda cell: _is_figure(cell, field.unit)
        if field.type == "uscc":
            return _like_code
        content = content_of(field)
        if content is None or field.type in {"text", "names"}:
            return _test(content, self.guide) if content else None
        read = reader_of(field, self.guide)
        return lambda cell: read(cell).value is not None


@lru_cache(maxsize=128)
def contents_of(table: str, guide: Guide) -> Contents:
    """Return the kinds of values that the fields of a table hold, by the table's id."""
    return Contents(tables()[table], guide)


@dataclass(frozen=True)
class _Kind:
    content: Content
    says: str
    fields: tuple[Field, ...]
    test: Test


@lru_cache(maxsize=1024)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def fits(content: Content, cell: Cell) -> bool:
    """Return whether a cell looks like a kind of values, by the pattern alone."""
    return not content.pattern or bool(_pattern(content.pattern).fullmatch(compact(as_text(cell))))


def _test(content: Content, guide: Guide) -> Test:
    """Return what tells a value of a kind: it looks like one, and what reads such values takes it."""
    if content.id == "date":
        return lambda cell: isinstance(cell, date) or fits(content, cell)
    readers: dict[str, Test] = {
        "uscc": lambda cell: read_uscc(cell).value is not None,
        "industry": lambda cell: read_code(as_text(cell)).industry is not None,
        "district": lambda cell: guide.places.read(as_text(cell)).district is not None,
    }
    reads = readers.get(content.id)
    return lambda cell: fits(content, cell) and (reads is None or reads(cell))


def _is_word(guide: Guide, name: str) -> Test:
    """Return what tells a word of a list: none that says something in other columns, too (是, 0, the city's name)."""
    places = {plain(guide.city), plain(guide.city.removesuffix("市"))}
    yes_and_no = {word for word in guide.words["boolean"].spellings if len(word) < _LONG_WORD}
    known = set(guide.words[name].spellings) - places - yes_and_no
    return lambda cell: isinstance(cell, str) and plain(as_text(cell)) in known


def _is_figure(cell: Cell, unit: str | None) -> bool:
    if isinstance(cell, (int, float)):
        return True
    said = as_text(cell)
    return read_number(said, unit) is not None or read_about(said, unit) is not None


def _like_code(cell: Cell) -> bool:
    """Return whether a cell may be meant for a code: damaged, mistyped, or one of the old ones."""
    said = compact(as_text(cell)).replace("-", "")
    return said.isascii() and (len(said) in _CODE_LENGTHS or "E+" in said.upper())


def names(fields: Iterable[Field]) -> str:
    """Return fields as a message names them."""
    return "、".join(f"“{field.header}”" for field in fields)
