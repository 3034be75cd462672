"""A new year's workspace from last year's: what people settled is taken over, what belongs to last year is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import tomlkit
from tomlkit.items import AoT

from clusterkit.errors import WorkspaceError
from clusterkit.evidence.register import FILE as EVIDENCE_FILE
from clusterkit.evidence.register import read_register
from clusterkit.guide.loader import named_from
from clusterkit.plan.plan import FILE as PLAN_FILE
from clusterkit.questions.keep import MAPPING
from clusterkit.workspace.load import FILE as SETTINGS
from clusterkit.workspace.load import settings_text
from clusterkit.workspace.plan import TABLES
from clusterkit.workspace.takeover.annexes import tell_edits
from clusterkit.workspace.takeover.decisions import take_decisions
from clusterkit.workspace.takeover.evidence import take_evidence
from clusterkit.workspace.takeover.mapping import mapping_for
from clusterkit.workspace.takeover.plan import take_plan
from clusterkit.workspace.takeover.report import FILE, Takeover, listed
from clusterkit.workspace.takeover.settings import settings_for
from clusterkit.workspace.takeover.texts import take_texts
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.workspace.workspace import Workspace

_NO_TABLE = {"decisions_unreadable", "decisions_header", "evidence_csv_unreadable", "evidence_header"}


def readable(folder: Path) -> Workspace:
    """Return last year's workspace, known to have nothing that hinders taking it over.

    Raises
    ------
    WorkspaceError
        If the folder is no workspace, or its settings, mapping, decisions or evidence.csv cannot be understood.
    """
    from clusterkit.workspace.workspace import Workspace

    old = Workspace(folder)
    broken = [*old.decision_findings(), *read_register(text_of(folder / EVIDENCE_FILE)).findings]
    for one in broken:
        if one.code in _NO_TABLE:
            raise WorkspaceError(f"“{folder}”的 {one.message}{one.fix}")
    settings_for(settings_text(folder), old.guide, old.settings.guide, Takeover())
    if old.mapping.source and not isinstance(tomlkit.parse(text_of(folder / MAPPING))["source"], AoT):
        raise WorkspaceError(
            f"“{folder}”的 {MAPPING} 把 source 写成了方括号里的一行，请改成一段段 [[source]]。"
        )
    return old


def take_over(old: Workspace, folder: Path, guide: Guide) -> Takeover:
    """Fill a workspace that was made just now with what last year's holds.

    Parameters
    ----------
    old
        Last year's workspace.
    folder
        The new one's folder; the lists of the new year may lie in its ``raw`` already.
    guide
        The guide of the new one.

    Returns
    -------
    Takeover
        What a person should read.
    """
    from clusterkit.workspace.workspace import Workspace

    report = Takeover()
    text = settings_for(settings_text(old.folder), guide, named_from(guide, folder), report)
    write_text(folder / SETTINGS, text, marked=False)
    take_decisions(old, folder, report)
    take_texts(old, folder, report)
    new = Workspace(folder)
    text = mapping_for(old, new, report)
    write_text(folder / MAPPING, text, marked=False)
    take_evidence(old, new, report)
    take_plan(old, new, report)
    tell_edits(old, report)
    report.left += _not_copied(old)
    about = f"从“{old.folder.resolve().name}”（上年度 {old.settings.reference_year} 年）接到这里的内容。"
    write_text(folder / FILE, "\n".join([about, *report.lines()]) + "\n", marked=True)
    return report


def _not_copied(old: Workspace) -> Iterator[str]:
    """Say what lies in the old folder and belongs to last year, or is the person's own."""
    raw = [path for path in (old.folder / "raw").rglob("*") if path.is_file()]
    if raw:
        yield f"raw：名单 {len(raw)} 个文件属于上年，没有复制。"
    tools = {PLAN_FILE, *(book.name for book in old.annexes().books.values())}
    own = [path.name for path in sorted((old.folder / TABLES).glob("[!.~]*")) if path.name not in tools]
    if own:
        yield f"{TABLES}：另放的 {len(own)} 个文件没有复制（{listed(own)}）。"
