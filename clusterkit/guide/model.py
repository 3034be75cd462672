"""What a guide is: everything it says, entry by entry, each with the place it comes from."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, PrivateAttr

from clusterkit.guide.application_model import (
    Contact,
    Criterion,
    Material,
    Pillar,
    PlanOutline,
    PlanPart,
    PlanRemark,
    PlanTask,
    Requirement,
    Step,
    Support,
)
from clusterkit.guide.chart_model import ChartPlan, MapOutline
from clusterkit.guide.entry import Part
from clusterkit.guide.evidence_model import (
    EvidenceHint,
    EvidenceKind,
    EvidenceNeed,
    EvidencePart,
    MaterialSlot,
)
from clusterkit.guide.fact_model import FactKind, FactPlan
from clusterkit.guide.form_model import Annex, Draft, Form, Note, Section
from clusterkit.guide.formula.vocabulary import Vocabulary
from clusterkit.guide.home import Home
from clusterkit.guide.indicator_model import Group, Indicator, Interpretation, Rule, Sequence, Term
from clusterkit.guide.mistake_model import Mistake
from clusterkit.guide.names import Names
from clusterkit.guide.places import Places
from clusterkit.guide.plan_model import (
    PlanBenchmarks,
    PlanBounds,
    PlanPicture,
    PlanSaying,
    PlanSection,
    PlanTarget,
)
from clusterkit.guide.prose_model import Prose
from clusterkit.guide.sign_off_model import SignOff
from clusterkit.guide.words import WordList
from clusterkit.tables import tables


class Guide(Part):
    """One guide: its words, what it asks for, its form, and how every number is made.

    Made by :func:`clusterkit.load_guide`. Entries are dictionaries by id in the guide's order; notes and
    annexes go by their printed number.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> guide = load_guide("tianjin-2025-1")
    >>> guide.indicators["rd_intensity"].unit, guide.notes[7].number, len(guide.annexes)
    ('%', 7, 5)
    """

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=False)

    _folder: Path = PrivateAttr(default=Path())

    id: str
    title: str
    program: str
    document: str
    issuer: str
    year: int
    batch: str
    city: str
    basis: str
    introduction: str
    source: str
    contact: Contact
    support: Support

    materials: dict[str, Material] = Field(alias="material")
    steps: dict[str, Step] = Field(alias="step")
    requirements: dict[str, Requirement] = Field(alias="requirement")
    criteria: dict[str, Criterion] = Field(alias="criterion")
    evidence_kinds: dict[str, EvidenceKind] = Field(alias="evidence_kind", default_factory=dict)
    evidence_needs: dict[str, EvidenceNeed] = Field(alias="evidence_need", default_factory=dict)
    evidence_hints: dict[str, EvidenceHint] = Field(alias="evidence_hint", default_factory=dict)
    evidence_parts: dict[str, EvidencePart] = Field(alias="evidence_part", default_factory=dict)
    material_slots: dict[str, MaterialSlot] = Field(alias="material_slot", default_factory=dict)
    pillars: dict[str, Pillar] = Field(alias="pillar")
    plan: PlanOutline
    plan_parts: dict[str, PlanPart] = Field(alias="plan_part")
    plan_tasks: dict[str, PlanTask] = Field(alias="plan_task")
    plan_remarks: dict[str, PlanRemark] = Field(alias="plan_remark")
    plan_sections: dict[str, PlanSection] = Field(alias="plan_section", default_factory=dict)
    plan_targets: dict[str, PlanTarget] = Field(alias="plan_target", default_factory=dict)
    plan_sayings: dict[str, PlanSaying] = Field(alias="plan_saying", default_factory=dict)
    plan_pictures: dict[str, PlanPicture] = Field(alias="plan_picture", default_factory=dict)
    plan_bounds: PlanBounds | None = None
    plan_benchmarks: PlanBenchmarks | None = None

    words: dict[str, WordList]
    places: Places
    names: Names

    groups: dict[str, Group] = Field(alias="group")
    terms: dict[str, Term] = Field(alias="term", default_factory=dict)
    sequences: dict[str, Sequence] = Field(alias="sequence", default_factory=dict)
    rules: dict[str, Rule] = Field(alias="rule")
    indicators: dict[str, Indicator] = Field(alias="indicator")
    interpretations: dict[str, Interpretation] = Field(alias="interpretation", default_factory=dict)
    mistakes: dict[str, Mistake] = Field(alias="mistake", default_factory=dict)

    form: Form
    sections: dict[str, Section] = Field(alias="section")
    annexes: dict[int, Annex] = Field(alias="annex")
    notes: dict[int, Note] = Field(alias="note")

    facts: dict[str, FactPlan] = Field(alias="fact", default_factory=dict)
    drafts: dict[str, Draft] = Field(alias="draft", default_factory=dict)
    prose: Prose | None = None
    charts: dict[str, ChartPlan] = Field(alias="chart", default_factory=dict)
    map: MapOutline | None = None
    sign_off: SignOff | None = None

    @cached_property
    def indicators_by_group(self) -> dict[str, list[Indicator]]:
        """Return the indicators of each group (by its id), both in the printed order."""
        groups = sorted(self.groups.values(), key=lambda group: group.order)
        ordered = sorted(self.indicators.values(), key=lambda indicator: indicator.number)
        return {group.id: [item for item in ordered if item.group == group.id] for group in groups}

    def fact_plans(self, kind: FactKind) -> list[FactPlan]:
        """Return the facts of a kind."""
        return [plan for plan in self.facts.values() if plan.kind == kind]

    def vocabulary(self, table: str) -> Vocabulary:
        """Return the names that formulas and rules over ``table`` may use, for checking them."""
        word_sets = {f"{key}.{name}" for key, entry in self.words.items() for name in entry.sets}
        terms = {key: term.tree for key, term in self.terms.items()}
        return Vocabulary(tables()[table], terms, frozenset(word_sets), frozenset(self.interpretations))

    def model_post_init(self, context: Any, /) -> None:
        """Tell the indicators and notes where they stand."""
        super().model_post_init(context)
        home = Home(self)
        for indicator in self.indicators.values():
            indicator._home = home
        for note in self.notes.values():
            note._home = home

    @property
    def folder(self) -> Path:
        """The folder that it was loaded from; its own tests lie below it in ``tests``."""
        return self._folder

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"<Guide {self.id}：{self.title}，{len(self.indicators)} 项指标>"
