"""核查单.docx of a workspace: its numbers, what people settled, and enterprises drawn by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterkit.findings import Finding, accepted_ones
from clusterkit.forms.assemble import UNFINISHED
from clusterkit.forms.sign_off import SignOffValues, sign_off_sheet
from clusterkit.forms.sign_off.before import Before, listed, published
from clusterkit.matching.decided import register_names
from clusterkit.workspace.calculation_note import by_hand

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


_EVIDENCE = "佐证"


def document(workspace: Workspace, unfinished: bool) -> bytes | None:
    """Return 核查单.docx; None where the guide's data asks for none."""
    values = sheet_values(workspace, unfinished=unfinished)
    return None if values is None else sign_off_sheet(values)


def sheet_values(workspace: Workspace, *, unfinished: bool = False) -> SignOffValues | None:
    """Return what the sheet of a workspace is made of; None where the guide's data asks for none."""
    guide = workspace.guide
    if guide.sign_off is None:
        return None
    return SignOffValues(
        guide,
        guide.sign_off,
        workspace.results(),
        workspace.settings.cluster.name,
        workspace.settings.reference_year,
        by_hand(workspace),
        register_names(workspace.settled().tables),
        accepted(workspace),
        workspace.questions(),
        before(workspace, guide.sign_off.published),
        pages(workspace),
        watermark=UNFINISHED if unfinished else None,
    )


def accepted(workspace: Workspace) -> list[Finding]:
    """Return the findings that somebody accepted."""
    return accepted_ones(workspace.findings())


def pages(workspace: Workspace) -> dict[str, str]:
    """Return where each indicator's evidence is bound, without the word that heads the column."""
    evidence = workspace.evidence()
    return {name: evidence.pages("indicator", name).removeprefix(_EVIDENCE) for name in workspace.results()}


def before(workspace: Workspace, subject: str) -> dict[str, Before]:
    """Return the indicators of the year before: as published, else of the same enterprises in the lists."""
    given = workspace.given()
    return {**listed(given), **published(given, subject)}
