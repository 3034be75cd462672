"""The tree of facts: found by path, by Chinese name, or the nearest to a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from clusterkit.narrative.facts.fact import Fact

_STEP = re.compile(r"[^.\[\]\s]+")


class Facts(Mapping[str, Fact]):
    """All facts of a workspace by their first word; the rest hangs below.

    Parameters
    ----------
    facts
        By key.
    also
        Further Chinese words → key.
    sought
        The word that they were searched by.

    Examples
    --------
    >>> facts = Facts({"share": Fact("share", "占比", "一半")}, {"比重": "share"})
    >>> str(facts["share"]), str(facts.find("占比")), str(facts.find("比重")), facts.find("x.y")
    ('一半', '一半', '一半', None)
    """

    def __init__(
        self, facts: Mapping[str, Fact], also: Mapping[str, str] | None = None, sought: str = ""
    ) -> None:
        self._facts, self.sought = dict(facts), sought
        self._also = {fact.name: key for key, fact in self._facts.items()} | dict(also or {})

    def __getitem__(self, key: str) -> Fact:
        return self._facts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def root(self, key: str) -> Fact | None:
        """Return a fact by its first word, an id or a Chinese name."""
        if key in self._facts:
            return self._facts[key]
        return self.find(self._also[key]) if key in self._also else None

    def find(self, path: str) -> Fact | None:
        """Return a fact by its path: ``output_value.city.share``, ``top_five[0].name``."""
        steps = _STEP.findall(path)
        found = self.root(steps[0]) if steps else None
        for step in steps[1:]:
            if found is None:
                return None
            found = found.at(int(step)) if step.isdecimal() else found.get(step)
        return found

    def nearest(self, path: str) -> str:
        """Return the path nearest to one that there is not, or ``""``: its first unknown step is compared."""
        steps = _STEP.findall(path)
        for length in range(len(steps) - 1, 0, -1):
            if (above := self.find(".".join(steps[:length]))) is not None:
                near = get_close_matches(steps[length], list(above.parts), n=1)
                return f"{above.path}.{near[0]}" if near else above.path
        known = [*self._facts, *self._also]
        near = get_close_matches(steps[0], known, n=1) if steps else []
        return near[0] if near else ""

    def search(self, word: str) -> Facts:
        """Return the facts whose name or path holds a word, or that of something below them.

        Examples
        --------
        >>> list(Facts({"share": Fact("share", "占比", "一半"), "n": Fact("n", "数")}).search("占"))
        ['share']
        """
        found = {
            key: fact for key, fact in self._facts.items() if any(one.is_about(word) for one in _below(fact))
        }
        return Facts(found, {name: path for name, path in self._also.items() if path in found}, word)

    def walk(self) -> Iterator[Fact]:
        """Yield all facts but the items and columns of lists of rows, each before what hangs below it."""
        for fact in self._facts.values():
            yield from _below(fact)


def _below(fact: Fact) -> Iterator[Fact]:
    yield fact
    for part in () if fact.path.endswith(".names") else fact.parts.values():
        yield from _below(part)
