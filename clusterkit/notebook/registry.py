"""Which card shows what: class by class, named by words so that nothing is loaded before it is shown."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

#: the home of a class → the module of `clusterkit.notebook.cards` that shows its objects
CARDS: dict[tuple[str, str], str] = {
    ("clusterkit.guide.model", "Guide"): "guide",
    ("clusterkit.guide.indicator_model", "Indicator"): "indicator",
    ("clusterkit.guide.form_model", "Note"): "note",
    ("clusterkit.compute.result", "Results"): "results",
    ("clusterkit.compute.result", "Result"): "result",
    ("clusterkit.compute.lineage", "Lineage"): "lineage",
    ("clusterkit.compute.mistakes", "Mistaken"): "mistaken",
    ("clusterkit.findings.model", "Findings"): "findings",
    ("clusterkit.findings.model", "Finding"): "finding",
    ("clusterkit.questions.model", "Questions"): "questions",
    ("clusterkit.questions.model", "Question"): "question",
    ("clusterkit.scope", "Scope"): "scope",
    ("clusterkit.workspace.workspace", "Workspace"): "workspace",
    ("clusterkit.intake.received", "Received"): "received",
    ("clusterkit.intake.received", "SourceReading"): "source_reading",
    ("clusterkit.matching.settle", "Settled"): "settled",
    ("clusterkit.workspace.narrative", "Narrative"): "narrative",
    ("clusterkit.narrative.facts.tree", "Facts"): "facts",
    ("clusterkit.forms.annexes", "Annexes"): "annexes",
    ("clusterkit.workspace.tables", "WrittenTables"): "written_tables",
    ("clusterkit.workspace.plan", "PlanOf"): "plan",
    ("clusterkit.evidence.conditions", "Conditions"): "conditions",
    ("clusterkit.workspace.evidence", "Evidence"): "evidence",
    ("clusterkit.workspace.package", "Package"): "package",
}


def card_of(thing: Any) -> ModuleType:
    """Return the module that shows a thing: it has ``html(thing)`` and ``text(thing)``.

    Raises
    ------
    TypeError
        If there is no card for it.
    """
    for kind in type(thing).__mro__:
        if name := CARDS.get((kind.__module__, kind.__qualname__)):
            return import_module(f"clusterkit.notebook.cards.{name}")
    raise TypeError(f"no card for {type(thing).__name__}")
