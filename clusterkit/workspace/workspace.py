"""The workspace: ties the steps together, each computed when asked for and kept while its files stay the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterkit.compute import Declared, Result, Results, evaluate
from clusterkit.compute.given import Given
from clusterkit.evidence.conditions import Conditions
from clusterkit.evidence.register import FILE as EVIDENCE_FILE
from clusterkit.evidence.register import FOLDER as EVIDENCE
from clusterkit.findings import Finding, Findings
from clusterkit.forms.annexes import Annexes, annexes
from clusterkit.guide import Guide, load_guide
from clusterkit.intake import read_lists
from clusterkit.intake.lists import FilesRead
from clusterkit.intake.mapping import Mapping as SourceMapping
from clusterkit.intake.mapping import read_mapping
from clusterkit.intake.received import Received
from clusterkit.matching.decisions import FILE as DECISIONS
from clusterkit.matching.decisions import Decisions, read_decisions
from clusterkit.matching.settle import Settled, settle
from clusterkit.narrative import Facts
from clusterkit.plan.plan import Plan
from clusterkit.questions import Question, Questions, Weighed
from clusterkit.scope import Scope
from clusterkit.workspace import origin
from clusterkit.workspace.build import build
from clusterkit.workspace.charts import drawn, find_chart
from clusterkit.workspace.conditions import conditions_of
from clusterkit.workspace.evidence import Evidence, evidence_of
from clusterkit.workspace.examine import examine
from clusterkit.workspace.facts import facts_of, given_of
from clusterkit.workspace.kept import Kept
from clusterkit.workspace.load import FILE as SETTINGS
from clusterkit.workspace.load import check_against_guide, read_settings
from clusterkit.workspace.narrative import FOLDER as NARRATIVE
from clusterkit.workspace.narrative import Narrative, read_narrative
from clusterkit.workspace.package import Package
from clusterkit.workspace.plan import PlanOf, plan_made, plan_of
from clusterkit.workspace.questions import acceptable, answer, weighed
from clusterkit.workspace.settings import Declared as DeclaredSetting
from clusterkit.workspace.settings import Settings
from clusterkit.workspace.tables import FOLDER as TABLES
from clusterkit.workspace.tables import WrittenTables, write_tables

if TYPE_CHECKING:
    from clusterkit.charts import Chart

MAPPING = "mapping.toml"
RAW = "raw"


class Workspace:
    """A folder with lists, settings and decisions; everything else is computed from them.

    Parameters
    ----------
    folder
        The workspace's folder.

    Raises
    ------
    WorkspaceError
        If the folder is no workspace or its settings cannot be understood.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._kept = Kept()
        self._files_read: FilesRead = {}
        check_against_guide(self.folder, self.settings, self.guide)

    def __repr__(self) -> str:
        return f"Workspace({str(self.folder)!r})"

    @property
    def settings(self) -> Settings:
        """What ``cluster.toml`` says."""
        return self._kept.get("settings", self._files(SETTINGS), lambda: read_settings(self.folder))

    @property
    def guide(self) -> Guide:
        """The guide that the workspace follows."""
        return load_guide(self.settings.guide, beside=self.folder)

    @property
    def mapping(self) -> SourceMapping:
        """What ``mapping.toml`` says of the lists."""
        return self._kept.get("mapping", self._files(MAPPING), lambda: read_mapping(self.folder / MAPPING))

    @property
    def decisions(self) -> Decisions:
        """What people decided by hand, with codes that Excel damaged restored from the lists."""
        return self.settled().decisions

    @property
    def scope(self) -> Scope:
        """Which enterprises count: the settings and the decisions by hand."""
        return self.settings.scope(self.decisions.include, self.decisions.exclude)

    def received(self) -> Received:
        """Return the lists as they were received, typed and with the place of every row."""
        return self._kept.get("received", self._files(SETTINGS, MAPPING, RAW), self._receive)

    def settled(self) -> Settled:
        """Return the tables after matching: who is who, one row an enterprise."""
        return self._kept.get("settled", self._lists(), self._settle)

    def results(self) -> Results:
        """Return all indicators by id."""
        return self._kept.get("results", self._lists(), self._compute)

    def given(self) -> Given:
        """Return the indicators with what they were made from: what charts, facts and documents are made of."""
        return self._kept.get("given", self._lists(), lambda: given_of(self))

    def preview(
        self, *, scope: Scope | None = None, interpretation: Mapping[str, str] | None = None
    ) -> Results:
        """Return the indicators as they would be with another scope or interpretation; nothing is saved."""
        tried = scope or self.scope
        return self._evaluate(
            replace(tried, interpretation={**tried.interpretation, **(interpretation or {})})
        )

    def findings(self) -> Findings:
        """Return everything that was noticed, errors first."""
        return self._kept.get("findings", self._everything(), self._examine)

    def questions(self) -> Questions:
        """Return what a person can settle, those first whose answers move the numbers most."""
        return self._weighed().questions

    def acceptances(self) -> Questions:
        """Return the findings that may stay as they are, if a person says why: ``answer(id, "accepted", reason=…)``."""
        return Questions(acceptable(self, self.questions()))

    def answer(self, question_id: str, value: str, reason: str, by: str = "") -> Question:
        """Answer a question, or accept a finding: one line in the file that it names, with the reason.

        It is not asked again, or counted among the findings.

        Parameters
        ----------
        question_id
            As `questions` gives it; or the id of any finding.
        value
            One of its options' values; ``accepted`` for a finding that may stay as it is.
        reason
            What the answer is based on; must not be empty.
        by
            Who decided.

        Returns
        -------
        Question
            The question that was answered.

        Raises
        ------
        WorkspaceError
            If there is no such question or answer, no reason, or the file cannot be written.
        """
        return answer(self, question_id, value, reason, by)

    def facts(self) -> Facts:
        """Return everything that texts may cite, as a tree with Chinese names: ``{{ rd_intensity }}``."""
        return self._kept.get("facts", self._inputs(), lambda: facts_of(self))

    def narrative(self) -> Narrative:
        """Return the texts of the form's sections, figures filled in."""
        return self._kept.get("narrative", self._inputs(), self._narrative)

    def annexes(self) -> Annexes:
        """Return the rows of 附表1—5, from the lists or from the workbooks that people edited."""
        return self._kept.get("annexes", self._inputs(), self._annexes)

    def plan_made(self) -> Plan:
        """Return the implementation plan but for its texts: what the facts take from."""
        return self._kept.get("plan_made", self._inputs(), lambda: plan_made(self))

    def plan(self) -> PlanOf:
        """Return the implementation plan: its targets and tasks, its texts, and what the data shows."""
        return self._kept.get("plan", self._inputs(), lambda: plan_of(self))

    def evidence(self) -> Evidence:
        """Return the evidence: what supports what, on which page it is bound, what is still needed."""
        return self._kept.get("evidence", self._everything(), lambda: evidence_of(self))

    def conditions(self) -> Conditions:
        """Return the 申报条件, sentence by sentence: supported, needs a statement, missing."""
        return self._kept.get("conditions", self._everything(), lambda: conditions_of(self))

    def write_tables(self) -> WrittenTables:
        """Write 附表1—5 and the yearly plan into ``tables/`` for people to edit; what they edited stays."""
        return write_tables(self)

    def decision_findings(self) -> list[Finding]:
        """Return what is wrong in ``decisions.csv``."""
        return self._decided()[1]

    def result(self, indicator: str) -> Result:
        """Return one indicator's result, by its id or its name as printed.

        Raises
        ------
        WorkspaceError
            If there is none: names the nearest ids.
        """
        return origin.find(self.results(), indicator)

    def lineage(self, indicator: str, *, of: str | None = None) -> list[dict[str, Any]]:
        """Return every row that an indicator considered, or those of one enterprise, as plain values."""
        every = origin.rows(self.result(indicator).lineage())
        return every if of is None else origin.of_one(every, of)

    def absence(self, indicator: str, who: str) -> str:
        """Say in Chinese why an indicator has no row of ``who``."""
        return origin.absence(who, self.received().tables, self.result(indicator))

    def charts(self) -> dict[str, Chart]:
        """Return the guide's charts by id; one with nothing to show says what is missing.

        Raises
        ------
        WorkspaceError
            If matplotlib, which draws them, is not installed.
        """
        return self._kept.get("charts", self._lists(), lambda: drawn(self))

    def chart(self, chart: str) -> Chart:
        """Return one chart, by its id or its name.

        Raises
        ------
        WorkspaceError
            If there is none: names the nearest ids.
        """
        return find_chart(self.charts(), chart)

    def build(self, *, unfinished: bool | None = False) -> Package:
        """Write the application package into ``out/``, as a whole or not at all.

        Parameters
        ----------
        unfinished
            Whether to write in spite of errors, with a watermark; None: where there are errors.

        Raises
        ------
        RefusedError
            If there are errors and ``unfinished`` was not asked for.
        """
        return build(self, unfinished=unfinished)

    def _files(self, *names: str) -> list[Path]:
        return [self.folder / name for name in names]

    def _lists(self) -> list[Path]:
        return self._files(SETTINGS, MAPPING, DECISIONS, RAW)

    def _inputs(self) -> list[Path]:
        return [*self._lists(), *self._files(NARRATIVE, TABLES)]

    def _everything(self) -> list[Path]:
        return [*self._inputs(), *self._files(EVIDENCE_FILE, EVIDENCE)]

    def _decided(self) -> tuple[Decisions, list[Finding]]:
        return self._kept.get(
            "decisions", self._files(DECISIONS), lambda: read_decisions(self.folder / DECISIONS)
        )

    def read(self, mapping: SourceMapping, only: Collection[str] | None = None) -> Received:
        """Return the lists (of some files) as they would be read with another mapping."""
        rates = {"usd_cny": self.settings.rates.usd_cny}
        year = self.settings.reference_year
        kept = self._files_read if only is None else None  # files read for a trial are of no use afterwards
        return read_lists(self.folder / RAW, self.guide, mapping, year, rates, kept, only)

    def _receive(self) -> Received:
        return self.read(self.mapping)

    def _settle(self) -> Settled:
        return settle(self.received().tables, self.guide, self.settings.reference_year, self._decided()[0])

    def _compute(self) -> Results:
        weighed_once = cache(self._weighed)
        return self._evaluate(self.scope).ranged(
            lambda: weighed_once().ranges, lambda indicator: weighed_once().questions.of(indicator)
        )

    def _evaluate(self, scope: Scope) -> Results:
        return evaluate(self.guide, self.settled().tables, scope, self.declared, self.received().given())

    @property
    def declared(self) -> dict[str, Declared]:
        """The totals that departments certify, by indicator."""
        return {name: _declared(entry) for name, entry in self.settings.declared.items()}

    def _weighed(self) -> Weighed:
        return self._kept.get("questions", self._lists(), lambda: weighed(self))

    def _narrative(self) -> Narrative:
        return read_narrative(self.folder, self.guide, self.facts())

    def _annexes(self) -> Annexes:
        tables, year = self.settled().tables, self.settings.reference_year
        return annexes(self.guide, tables, self.results(), self.folder / TABLES, year)

    def _examine(self) -> Findings:
        return Findings(examine(self))


def _declared(entry: DeclaredSetting) -> Declared:
    return Declared(
        value=Decimal(repr(entry.value)), unit=entry.unit, department=entry.department, document=entry.document,
        date=entry.date.isoformat(), reason=entry.reason, print=entry.print,
    )  # fmt: skip
