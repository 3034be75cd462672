"""What texts are checked against, and how a finding on a text is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide.prose_model import PlanProse, Prose
from clusterkit.narrative.checks.aims import Aim, aims
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.figures import figures as figures_of
from clusterkit.narrative.checks.known import KnownFigures
from clusterkit.narrative.checks.passage import Passage
from clusterkit.narrative.facts.tree import Facts

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Section
    from clusterkit.guide.plan_model import PlanSection

_KEY = 16  # characters of a sentence that name it
PLAN = "plan"


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

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """The plan's targets; none where the guide's data has no rules for texts of the plan."""
        return tuple(aims(self.facts, self.prose)) if self.prose.plan else ()


@dataclass(frozen=True)
class Checked:
    """A text under check.

    Parameters
    ----------
    id
        How exceptions name it.
    file, sheet, column
        Where it stands; a sheet and a column where it is a cell of a workbook.
    heading, limit, keywords, prompt
        What is asked of a section of the form: its length, the points of its prompt.
    no_futures, no_slogans
        Whether it states facts only, and whether slogans are out of place.
    plan
        The rules for texts of the plan; None for others.
    states_facts
        Of a text of the plan whether it tells what is.
    dated
        Whether its figures need a year: not where a table with deadlines stands below it.
    year
        The year that its figures are of, where they name none.
    """

    id: str
    file: str
    sheet: str = ""
    column: str = ""
    heading: str = ""
    limit: int | None = None
    keywords: tuple[str, ...] = ()
    prompt: str = ""
    no_futures: bool = False
    no_slogans: bool = False
    plan: PlanProse | None = None
    states_facts: bool = True
    dated: bool = True
    year: int | None = None

    @classmethod
    def of_section(cls, section: Section, file: str, prose: Prose) -> Checked:
        """Return the text of a section of the form."""
        facts = section.part in prose.parts_of_fact
        return cls(
            section.id, file, heading=section.heading, limit=section.limit, keywords=section.keywords,
            prompt=section.prompt, no_futures=facts, no_slogans=facts,
        )  # fmt: skip

    @classmethod
    def of_plan(cls, section: PlanSection, file: str, plan: PlanProse) -> Checked:
        """Return the text of a section of the plan."""
        return cls(
            f"{PLAN}/{section.id}", file, heading=section.heading, no_slogans=section.id not in plan.slogans_in,
            plan=plan, states_facts=section.part in plan.parts_of_fact, dated=not section.task,
        )  # fmt: skip

    @classmethod
    def of_cell(cls, place: Place, plan: PlanProse, year: int | None = None) -> Checked:
        """Return the text of a cell of the plan's workbook."""
        return cls(
            f"{PLAN}/{place.sheet}", place.file, place.sheet, place.column, no_slogans=True, plan=plan,
            states_facts=False, dated=False, year=year,
        )  # fmt: skip

    def found(
        self, code: str, passage: Passage, at: int, words: str, *, whole: bool = False, **values: Any
    ) -> Finding:
        """Return a finding on some words of a passage; ``about`` is how an exception names it.

        One on the ``whole`` passage is named by how that begins: accepting it leaves its figures open.
        """
        about = f"{self.id}：{(passage.text.lstrip() if whole else words)[:_KEY]}"
        place = Place(self.file, self.sheet, passage.line_at(at), self.column)
        if self.sheet:
            values["file"] = f"tables/{self.file} 的“{self.sheet}”"
        return finding(code, place, key=words[:_KEY], words=words, about=about, **values)
