"""The checks on a workspace's texts: against its facts, the names on its lists, and the guide's rules of prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from clusterkit.findings import Finding
from clusterkit.narrative.checks.check import check_cell, check_text
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.plan.cells import Sentences, cells
from clusterkit.tables import tables

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.prose_model import PlanProse
    from clusterkit.workspace.narrative import Written
    from clusterkit.workspace.workspace import Workspace

_PRODUCT = "main_product"


def text_findings(workspace: Workspace) -> Iterator[Finding]:
    """Yield what is to be said about all texts; none where the guide has no rules of prose."""
    prose, written = workspace.guide.prose, workspace.narrative().written
    made = workspace.plan()
    said = [*cells(made.plan)] if prose and prose.plan else []
    texts = [*written.values(), *made.written.values()]
    if prose is None or not (said or any(one.filled.text for one in texts)):
        return
    names = known_names(workspace.settled().tables)
    against = Against(prose, workspace.facts(), workspace.settings.reference_year, names)
    for section, one in written.items():
        asked = workspace.guide.sections[section]
        yield from check_text(one.filled.marked, Checked.of_section(asked, one.file, prose), against)
    if prose.plan is not None:
        yield from _of_plan(workspace.guide, made.written, said, against, prose.plan)


def _of_plan(
    guide: Guide,
    written: Mapping[str, Written],
    said: Iterable[Sentences],
    against: Against,
    plan: PlanProse,
) -> Iterator[Finding]:
    for section, one in written.items():
        checked = Checked.of_plan(guide.plan_sections[section], one.file, plan)
        yield from check_text(one.filled.marked, checked, against)
    for cell in said:
        checked = Checked.of_cell(cell.place, plan, cell.year)
        yield from check_cell(cell.text, cell.place.row, checked, against)


def known_names(given: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Return every name of an enterprise or institution on any list, with its product where that is known."""
    found: dict[str, str] = {}
    for key, table in tables().items():
        if key not in given:
            continue
        frame = given[key]
        for name, field in table.fields.items():
            if name in frame and (name == table.owner or field.content == "organisation"):
                for value in frame[name].dropna().astype(str):
                    found.setdefault(value, "")
        if _PRODUCT in frame:
            known = frame.dropna(subset=[table.subject, _PRODUCT])
            found |= dict(zip(known[table.subject].astype(str), known[_PRODUCT].astype(str), strict=True))
    return found
