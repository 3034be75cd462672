"""A fact: something that text may cite, printed as the form prints it, with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from operator import ge, gt, le, lt
from typing import Any

from clusterkit.guide.formula.figures import printed

Parts = Mapping[str, "Fact"]
_NAMES = ("names", "rows", "名单")
_ENDS = {"first": 0, "last": -1}


@dataclass(frozen=True, eq=False)
class Fact:
    """A number, a text or a list that text may cite; what belongs to it hangs below it.

    Parameters
    ----------
    path
        How text cites it: ``output_value.city.share``.
    name
        Its Chinese name.
    value
        A number in its unit, not rounded; or a text; None where it is missing (or is a list).
    unit
        The unit, or the word for one of a list.
    shown
        The number as the form prints it, without the unit.
    how
        How it came about, in one Chinese sentence.
    when, scope
        Of which year, over what (``规上企业``).
    made_parts
        Makes what hangs below it, when it is asked for.
    made_items
        Makes its items, where it is a list.

    Examples
    --------
    >>> share = Fact("a.share", "占比", Decimal("33.333"), "%", "33.3")
    >>> str(share), bool(share), share > 30
    ('33.3%', True, True)
    >>> str(Fact("a", "产值"))
    '{{ a }}'
    """

    path: str
    name: str
    value: Decimal | str | None = None
    unit: str = ""
    shown: str = ""
    how: str = ""
    when: str = ""
    scope: str = ""
    made_parts: Callable[[], Parts] | None = None
    made_items: Callable[[], tuple[Fact, ...]] | None = None

    @cached_property
    def parts(self) -> Parts:
        """What hangs below it."""
        return self.made_parts() if self.made_parts else {}

    @cached_property
    def items(self) -> tuple[Fact, ...]:
        """The items of a list."""
        return self.made_items() if self.made_items else ()

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return self.made_items is not None

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return isinstance(self.value, Decimal)

    @property
    def is_missing(self) -> bool:
        """Whether there is nothing to print: no figure, no text, no item."""
        return not self.items if self.is_list else self.value in (None, "")

    def is_about(self, word: str) -> bool:
        """Tell whether its name or path holds a word."""
        return word in self.name or word in self.path

    def get(self, key: str) -> Fact | None:
        """Return what hangs below it by its key or its Chinese name; of a list also ``count``, ``first``, ``last``.

        Below what is missing everything is missing, so that a condition may ask for it.
        """
        if key in self.parts:
            return self.parts[key]
        if self.is_list and (found := self._of_list(key)) is not None:
            return found
        if key in _NAMES and "names" in self.parts:
            return self.parts["names"]
        if (called := next((part for part in self.parts.values() if part.name == key), None)) is not None:
            return called
        return Fact(f"{self.path}.{key}", key) if self.is_missing and not self.parts else None

    def _of_list(self, key: str) -> Fact | None:
        size = len(self.items)
        if key in ("count", "数量"):
            return number(f"{self.path}.count", f"{self.name}数量", Decimal(size), self.unit, 0, how=self.how)
        if key in _NAMES:
            return self
        return self.at(_ENDS[key]) if key in _ENDS else None

    def at(self, place: int) -> Fact:
        """Return an item of a list; beyond its end one that is missing."""
        inside = -len(self.items) <= place < len(self.items)
        return self.items[place] if inside else Fact(f"{self.path}[{place}]", self.name)

    def __str__(self) -> str:
        if self.is_missing:
            return f"{{{{ {self.path} }}}}"
        if self.is_list:
            return "、".join(map(str, self.items))
        return f"{self.shown}{self.unit}" if self.is_number else str(self.value)

    def __repr__(self) -> str:
        return f"<Fact {self.path}：{self.name} {'' if self.is_missing else self}>"

    def __bool__(self) -> bool:
        return bool(self.items) if self.is_list else bool(self.value)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return self is other or (self.value is not None and self.value == _plain(other))

    def __lt__(self, other: Any) -> bool:
        return self._compared(other, lt)

    def __le__(self, other: Any) -> bool:
        return self._compared(other, le)

    def __gt__(self, other: Any) -> bool:
        return self._compared(other, gt)

    def __ge__(self, other: Any) -> bool:
        return self._compared(other, ge)

    def _compared(self, other: Any, how: Callable[[Any, Any], bool]) -> bool:
        """Compare numbers; with what is missing every comparison is false."""
        mine, theirs = self.value, _plain(other)
        return isinstance(mine, Decimal) and isinstance(theirs, (int, float, Decimal)) and how(mine, theirs)

    def __hash__(self) -> int:
        return hash(self.path)


def _plain(other: object) -> object:
    return other.value if isinstance(other, Fact) else other


def number(
    path: str,
    name: str,
    value: Decimal | None,
    unit: str,
    digits: int | None,
    *,
    how: str = "",
    when: str = "",
    scope: str = "",
    parts: Callable[[], Parts] | None = None,
) -> Fact:
    """Return a number, printed half up with ``digits`` decimals.

    Examples
    --------
    >>> str(number("a", "占比", Decimal("33.333"), "%", 1))
    '33.3%'
    """
    return Fact(path, name, value, unit, printed(value, digits), how, when, scope, parts)


def said(path: str, name: str, value: str | None, how: str = "", when: str = "") -> Fact:
    """Return a text."""
    return Fact(path, name, value or None, how=how, when=when)


def listed(
    path: str, name: str, items: Callable[[], tuple[Fact, ...]], measure: str, how: str = "", when: str = ""
) -> Fact:
    """Return a list; ``measure`` is the word for one of it."""
    return Fact(path, name, unit=measure, how=how, when=when, made_items=items)
