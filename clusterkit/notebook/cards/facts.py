"""Everything that texts may cite: name, value, and the words to copy into a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.narrative.facts.fact import Fact
from clusterkit.narrative.facts.tree import Facts
from clusterkit.notebook.page import filled

_SAID_ABOVE = (".name", ".year", ".scope", ".missing")
_SHOWN = 40  # characters of a list


@dataclass(frozen=True)
class Cited:
    """One fact for reading: how it is cited, what is printed then, where it comes from."""

    name: str
    value: str
    cited: str
    how: str


@dataclass(frozen=True)
class Branch:
    """One fact with all that hangs below it."""

    head: Cited
    below: tuple[Cited, ...]


def html(facts: Facts) -> Markup:
    """Return the card."""
    every = branches(facts)
    missing = [fact.name for fact in facts.values() if _has_nothing(fact)]
    return filled("facts", branches=every, said=_said(every), missing=missing)


def branches(facts: Facts) -> list[Branch]:
    """Return the facts that have something to print, each with what hangs below it."""
    return [
        Branch(
            _cited(fact), tuple(_cited(one) for one in _below(fact) if _is_sought(one, fact, facts.sought))
        )
        for fact in facts.values()
        if not _has_nothing(fact)
    ]


def _is_sought(part: Fact, above: Fact, word: str) -> bool:
    """Tell whether a part is shown: all but what the head says already; after a search what it was about."""
    return not part.path.endswith(_SAID_ABOVE) and (above.is_about(word) or part.is_about(word))


def _has_nothing(fact: Fact) -> bool:
    return fact.is_missing and all(part.is_missing for part in fact.parts.values())


def _below(fact: Fact) -> Iterator[Fact]:
    """Yield what hangs below a fact and can be printed; of a list its first item's fields."""
    for part in fact.parts.values():
        if not part.is_missing:
            yield part
            yield from (() if part.is_list else _below(part))
    if fact.is_list and fact.items:
        yield from (part for part in fact.items[0].parts.values() if not part.is_missing)


def _cited(fact: Fact) -> Cited:
    value = "" if fact.is_missing else str(fact)
    short = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}……"
    filter_ = " | 列举(3)" if fact.is_list else ""
    how = "，".join(filter(None, (fact.when, fact.scope))) or fact.how
    return Cited(fact.name, short, f"{{{{ {fact.path}{filter_} }}}}" if value else "", how)


def _said(every: list[Branch]) -> str:
    return f"{sum(bool(one.head.value) + len(one.below) for one in every)} 个事实可以引用"


def text(facts: Facts) -> str:
    """Return a line a fact."""
    every = branches(facts)
    lines = [
        f"  {one.cited}　{one.name}　{one.value}"
        for branch in every
        for one in (branch.head, *branch.below)
        if one.value
    ]
    return "\n".join([_said(every), *lines])
