"""What texts are checked against, and how a finding on a text is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide.form_model import Section
from clusterkit.guide.prose_model import Prose
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.figures import figures as figures_of
from clusterkit.narrative.checks.known import KnownFigures
from clusterkit.narrative.checks.passage import Passage
from clusterkit.narrative.facts.tree import Facts

_KEY = 16  # characters of a sentence that name it


@dataclass(frozen=True)
class Against:
    """What texts are checked against.

    Parameters
    ----------
    prose
        The guide's rules of prose.
    facts
        Everything that texts may cite.
    year
        The reference year.
    names
        Names on the lists, as written; products by name where they are known.
    """

    prose: Prose
    facts: Facts
    year: int
    names: Mapping[str, str] = field(default_factory=dict)
    _said: dict[str, tuple[Figure, ...]] = field(default_factory=dict, repr=False, compare=False)

    def said(self, sentence: str) -> tuple[Figure, ...]:
        """Return the figures of a sentence, looked for once."""
        if sentence not in self._said:
            self._said[sentence] = tuple(figures_of(sentence, self.prose))
        return self._said[sentence]

    @cached_property
    def figures(self) -> KnownFigures:
        """The figures of the facts."""
        return KnownFigures(self.facts, self.prose, self.year)


@dataclass(frozen=True)
class Checked:
    """A section's text under check: its section and file."""

    section: Section
    file: str

    def found(self, code: str, passage: Passage, at: int, words: str, **values: Any) -> Finding:
        """Return a finding on some words of a passage; ``about`` is how an exception names it."""
        about = f"{self.section.id}：{words[:_KEY]}"
        place = Place(self.file, "", passage.line_at(at))
        return finding(code, place, key=words[:_KEY], words=words, about=about, **values)
