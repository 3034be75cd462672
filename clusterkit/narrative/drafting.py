"""First drafts: the guide's templates choose sentences by what the data holds; figures stay references to facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from clusterkit.errors import GuideError
from clusterkit.guide import Guide
from clusterkit.narrative.facts.fact import Fact
from clusterkit.narrative.facts.tree import Facts
from clusterkit.narrative.section_file import HEADING
from clusterkit.narrative.text.faults import FAULTS, said
from clusterkit.narrative.text.filters import is_nothing, items_of
from clusterkit.narrative.text.sandbox import Sandbox


class Drafting(Sandbox):
    """The sandbox of texts, one step earlier: ``[[ … ]]`` is filled in now, ``{{ … }}`` stays for the text."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self.variable_start_string, self.variable_end_string = "[[", "]]"
        self.trim_blocks = False  # a line of a template is a paragraph
        self.filters |= FILTERS
        self.globals["并列"] = self._together

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return also how a text cites a fact."""
        return obj.path if isinstance(obj, Fact) and argument == "path" else super().getitem(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow what drafts may call, too."""
        return obj == self._together or super().is_safe_callable(obj)

    def _together(self, *named: str) -> str:
        """Return words with their facts, joined by 、: those that are there of ``"国家级5G工厂 factories_5g"``."""
        pairs = (one.rsplit(" ", 1) for one in named)
        return "、".join(f"{words}{{{{ {path} }}}}" for words, path in pairs if self.facts.find(path))


def drafts(guide: Guide, facts: Facts) -> dict[str, str]:
    """Return the first draft of every section that the guide has a template for.

    Parameters
    ----------
    guide
        The guide; its drafts are in ``drafts.toml``.
    facts
        What the drafts may cite, and choose their sentences by.

    Returns
    -------
    dict of str to str
        Section id → text as it is kept in ``narrative/``: a line a paragraph, ``### `` before a heading.

    Raises
    ------
    GuideError
        If a template is wrong: names the section and the line.
    """
    return {
        key: _drafted(key, guide.drafts[key].text, facts) for key in guide.sections if key in guide.drafts
    }


def _drafted(section: str, template: str, facts: Facts) -> str:
    box = Drafting(facts)
    try:
        text = box.from_string(template).render()
    except FAULTS as error:
        line, words = said(error)
        raise GuideError(f"drafts.toml 里 draft.{section}.text 的第 {line} 行：{words}。") from error
    return "\n\n".join(_without_bare_headings(line.strip() for line in text.splitlines() if line.strip()))


def _without_bare_headings(lines: Iterator[str]) -> Iterator[str]:
    """Leave out headings that no text follows."""
    heading = ""
    for line in lines:
        if HEADING.match(line):
            heading = line
            continue
        if heading:
            yield heading
            heading = ""
        yield line


def with_part(given: Any, key: str) -> tuple[Fact, ...]:
    """Return the items of a list that have something below them: firms of which a product is known."""
    return tuple(one for one in _items(given) if (part := one.get(key)) is not None and not is_nothing(part))


def called(given: Any, *words: str) -> tuple[Fact, ...]:
    """Return the items of a list whose name contains one of some words."""
    return tuple(one for one in _items(given) if any(word in str(one) for word in words))


def largest(given: Any, key: str) -> Fact | None:
    """Return the item of a list with the largest number below it."""
    known = [
        (part.value, -at, one)
        for at, one in enumerate(_items(given))
        if (part := one.get(key)) is not None and isinstance(part.value, Decimal)
    ]
    return max(known)[-1] if known else None


def last(given: Any, most: int = 1) -> tuple[Fact, ...]:
    """Return the last items of a list."""
    return _items(given)[-most:]


def _items(given: Any) -> tuple[Fact, ...]:
    return () if is_nothing(given) else items_of(given)


FILTERS: dict[str, Callable[..., Any]] = {"有": with_part, "含": called, "后": last, "最大": largest}
