"""The implementation plan of a workspace: its tables, its texts, its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.findings import Finding, Place, finding
from clusterkit.forms.assemble import UNFINISHED
from clusterkit.forms.plan_document import PlanValues, plan_document
from clusterkit.narrative.section_file import section_of
from clusterkit.narrative.text.fill import fill
from clusterkit.plan.plan import Plan, make_plan
from clusterkit.plan.texts import FOLDER, blank_texts, read_texts
from clusterkit.word import Picture
from clusterkit.workspace.narrative import FOLDER as NARRATIVE
from clusterkit.workspace.narrative import Written
from clusterkit.workspace.plan_text import drafted_text
from clusterkit.workspace.written_file import write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

TABLES = "tables"
_WIDTH = 156.0  # millimetres of a picture on the page
_SHARP = 1.6  # some 200 dots an inch on the page


@dataclass(frozen=True)
class PlanOf:
    """A workspace's plan: what it is made of, its texts by section, all findings on it, what people wrote of it."""

    plan: Plan
    texts: Mapping[str, str]
    findings: tuple[Finding, ...]
    written: Mapping[str, Written] = field(default_factory=dict)


def plan_made(workspace: Workspace) -> Plan:
    """Return a workspace's plan but for its texts, which cite facts, its own targets among them."""
    return make_plan(
        workspace.guide,
        workspace.settings.reference_year,
        workspace.settings.cluster.chain_segments,
        workspace.settled().tables,
        workspace.results(),
        listed_projects(workspace),
        workspace.folder / TABLES,
    )


def plan_of(workspace: Workspace) -> PlanOf:
    """Return a workspace's plan."""
    guide, folder = workspace.guide, workspace.folder / NARRATIVE / FOLDER
    plan, facts = workspace.plan_made(), workspace.facts()
    read, findings = read_texts(folder, guide)
    by_hand = {
        section: Written(file := f"{NARRATIVE}/{FOLDER}/{name}", fill(text, facts, file))
        for section, (name, text) in read.items()
    }
    findings += [told for one in by_hand.values() for told in one.filled.findings]
    texts: dict[str, str] = {}
    for section in guide.plan_sections.values():
        if section.id in by_hand:
            texts[section.id] = by_hand[section.id].filled.text
        else:
            texts[section.id] = drafted_text(facts, section.draft)
    missing = [one.heading for one in guide.plan_sections.values() if not texts[one.id].strip()]
    if missing and not plan.written.is_empty:
        place = Place(f"{NARRATIVE}/{FOLDER}")
        findings.append(finding("plan_text_missing", place, names="、".join(missing), count=len(missing)))
    return PlanOf(plan, texts, (*plan.findings, *findings), by_hand)


def listed_projects(workspace: Workspace) -> list[list[str]]:
    """Return name, owner and planned investment of the projects of 附表5, as the form prints them."""
    outline = workspace.guide.plan
    annex = workspace.guide.annexes.get(outline.projects_annex)
    if annex is None:
        return []
    block = annex.blocks[0]
    places = [block.column(field) for field in outline.project_fields]
    return [[str(row[place]) for place in places] for row in workspace.annexes().rows[annex.number][0]]


def document(workspace: Workspace, unfinished: bool) -> bytes:
    """Return 实施方案.docx."""
    made = workspace.plan()
    settings = workspace.settings
    values = PlanValues(
        made.plan,
        settings.cluster.name or "【请补充：集群名称】",
        made.texts,
        pictures(workspace, made.plan),
        tuple(filter(None, (settings.government.name, settings.organisation.name))),
        UNFINISHED if unfinished else None,
    )
    return plan_document(values)


def pictures(workspace: Workspace, plan: Plan) -> dict[str, Picture]:
    """Return the plan's pictures; none where matplotlib, which draws them, is not installed."""
    try:
        from clusterkit.workspace.plan_pictures import charts
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        return {}
    drawn = charts(workspace.guide, plan)
    return {
        kind: Picture(chart.png(_SHARP), _WIDTH, chart.alt)
        for kind, chart in drawn.items()
        if not chart.is_empty
    }


def write_blank_texts(workspace: Workspace) -> list[Path]:
    """Write, for every section that has no file yet, one that says what belongs there."""
    folder = workspace.folder / NARRATIVE / FOLDER
    there = set(map(section_of, folder.glob("*.md")))
    blanks = {folder / name: text for name, text in blank_texts(workspace.guide).items()}
    new = {path: text for path, text in blanks.items() if section_of(path) not in there}
    for path, text in new.items():
        write_text(path, text, marked=False)
    return list(new)
