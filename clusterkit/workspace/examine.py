"""All findings of a workspace: what every step noticed, weighed together and put in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterkit.checks.asked import asked_rows
from clusterkit.checks.duplicates import Trial
from clusterkit.checks.lists import lists_disagree, ranked
from clusterkit.checks.missing import Arrived, missing_indicators
from clusterkit.checks.scope import check_scope
from clusterkit.checks.triage import accept, distinct, order
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.evidence.check import check_conditions
from clusterkit.findings import Finding, Place, finding
from clusterkit.guide.locator import positions
from clusterkit.workspace.load import settings_text
from clusterkit.workspace.text_checks import text_findings

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def examine(workspace: Workspace) -> list[Finding]:
    """Return everything that was noticed: errors first, accepted ones as notices, consequences with their cause."""
    found = _weighed(workspace, [*_of_steps(workspace), *_of_settings(workspace)])
    found += asked_rows(workspace.guide, workspace.scope, workspace.results(), workspace.decisions)
    found += missing_indicators(workspace.guide, workspace.results(), found, _arrived(workspace))
    return order(accept(distinct(found), workspace.settled().decisions))


def _of_steps(workspace: Workspace) -> Iterator[Finding]:
    yield from workspace.decision_findings()
    yield from workspace.received().findings
    yield from workspace.settled().findings
    yield from workspace.results().findings
    for result in workspace.results().values():
        yield from result.findings
    yield from workspace.narrative().findings
    yield from text_findings(workspace)
    yield from workspace.annexes()[1]
    yield from workspace.plan().findings
    yield from workspace.evidence().findings
    if workspace.evidence().rows.has_any:
        yield from check_conditions(workspace.conditions())


def _of_settings(workspace: Workspace) -> Iterator[Finding]:
    lines = positions(settings_text(workspace.folder))
    yield from check_scope(workspace.guide, workspace.scope, lines)
    if not workspace.settings.cluster.name:
        yield finding(
            "cluster_without_name",
            Place("cluster.toml", "", lines.get(("cluster", "name"), 0), "cluster.name"),
        )


def _arrived(workspace: Workspace) -> Arrived:
    received = workspace.received()
    files = {source.file: source.table for source in received.sources if source.table}
    return Arrived(files, frozenset(received.tables), received.given())


def _weighed(workspace: Workspace, found: list[Finding]) -> list[Finding]:
    settled, received = workspace.settled().tables, workspace.received().tables
    if ENTERPRISES not in settled:
        return found
    weighed = Trial(workspace.guide, workspace.scope, workspace.results(), settled, received).weigh(found)
    sources = workspace.received().sources
    return lists_disagree(weighed, sources, ranked(workspace.mapping, sources))
