"""The checks on a workspace's texts: against its facts, the names on its lists, and the guide's rules of prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from clusterkit.findings import Finding
from clusterkit.narrative.checks.check import check_text
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.tables import tables

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_PRODUCT = "main_product"


def text_findings(workspace: Workspace) -> Iterator[Finding]:
    """Yield what is to be said about the texts of the form's sections; none where the guide has no rules of prose."""
    guide, written = workspace.guide, workspace.narrative().written
    if guide.prose is None or not any(one.filled.text for one in written.values()):
        return
    names = known_names(workspace.settled().tables)
    against = Against(guide.prose, workspace.facts(), workspace.settings.reference_year, names)
    left = workspace.decisions.left
    for section, one in written.items():
        yield from check_text(one.filled.marked, Checked(guide.sections[section], one.file), against, left)


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
