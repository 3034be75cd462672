"""The evidence of a workspace: what lies in evidence/, what it supports, what is still needed, what is bound."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from clusterkit.errors import WorkspaceError
from clusterkit.evidence.binding import Binding, bind
from clusterkit.evidence.check import check_needs, check_papers
from clusterkit.evidence.files import page_count, survey
from clusterkit.evidence.needs import Needed, needs_asked, still_needed
from clusterkit.evidence.papers import Paper, RowName, entries_to_write, papers
from clusterkit.evidence.register import FILE, FOLDER, Entry, Register, read_register, written_register
from clusterkit.evidence.targets import targets_of
from clusterkit.findings import Finding
from clusterkit.forms.pdf import make_pdfs
from clusterkit.matching.names import normalise
from clusterkit.workspace.evidence_rows import Rows
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.workspace.workspace import Workspace


@dataclass(frozen=True)
class Evidence:
    """The evidence of a workspace.

    Parameters
    ----------
    folder
        The workspace's ``evidence/``.
    register
        What evidence.csv says.
    papers
        Every paper: those listed, then a guess for each file that nobody listed.
    binding
        In which order and on which pages they are bound.
    needed
        What indicators, annexes and conditions still need.
    asked
        How many of them need something.
    findings
        What is to be said of all that.
    """

    guide: Guide
    folder: Path
    register: Register
    papers: tuple[Paper, ...]
    binding: Binding
    needed: tuple[Needed, ...]
    asked: int
    findings: tuple[Finding, ...]
    rows: Rows

    def pages(self, kind: str, of: str, row: str = "") -> str:
        """Return where an indicator, an annex … or one of its rows is supported: “佐证P12—14”, empty for nowhere."""
        targets = [one for one in targets_of(self.guide).every if (one.kind, one.id) == (kind, of)]
        targets += targets_of(self.guide).find(f"declared.{of}") if kind == "indicator" else ()
        name = RowName(row, frozenset({normalise(row)})) if row else None
        return self.binding.pages(*targets, row=name)


def evidence_of(workspace: Workspace) -> Evidence:
    """Return the evidence of a workspace; nothing is written."""
    guide, folder = workspace.guide, workspace.folder / FOLDER
    register = read_register(text_of(workspace.folder / FILE))
    rows = Rows(guide, workspace.results(), workspace.annexes().rows)
    listed = papers(guide, register, survey(folder, register.counted), rows)
    needed = still_needed(guide, listed, rows.has, rows)
    asked = len(needs_asked(guide, rows.has))
    findings = [*register.findings, *check_papers(guide, listed, rows)]
    if rows.has_any:
        findings += check_needs(needed, asked)
    return Evidence(
        guide,
        folder,
        register,
        tuple(listed),
        bind(guide, listed),
        tuple(needed),
        asked,
        tuple(findings),
        rows,
    )


def write_register(workspace: Workspace) -> tuple[str, ...]:
    """Bring evidence.csv up to date: new files, their digests and pages; return sentences on what went wrong.

    Word files are made into PDFs, so that their pages are known before anything cites them.
    """
    evidence = workspace.evidence()
    if not evidence.register.is_sound:
        return tuple(one.message for one in evidence.register.findings if one.level == "error")
    entries, notes = _with_office_pages(evidence)
    path, text = workspace.folder / FILE, written_register(entries, evidence.register.headers)
    if _lines(text_of(path)) == _lines(text) or not evidence.papers:
        return notes
    try:
        write_text(path, text, marked=True)
    except WorkspaceError as error:
        return (str(error), *notes)
    return notes


def _with_office_pages(evidence: Evidence) -> tuple[list[Entry], tuple[str, ...]]:
    """Return the rows to write, with the pages of Word files that are new or changed, and what went wrong."""
    entries = entries_to_write(evidence.papers)
    new = [
        one for one in evidence.papers
        if one.found and one.found.form == "office" and not one.entry.page_count and not one.has_changed
    ]  # fmt: skip
    if not new:
        return entries, ()
    with TemporaryDirectory(prefix="clusterkit-evidence-") as folder:
        made = office_pdfs(new, Path(folder))
        pages = {file: str(page_count(path)) for file, path in made.items()}
    names = "、".join(one.entry.file for one in new if one.entry.file not in pages)
    said = f"佐证材料里的 {names} 没有转成 PDF，先留了位置；请在 Word、WPS 中另存为 PDF 放进 evidence。"
    filled = [replace(one, pages=pages.get(one.file, one.pages)) for one in entries]
    return filled, (said,) if names else ()


def office_pdfs(listed: Sequence[Paper], folder: Path) -> dict[str, Path]:
    """Return PDFs of the Word files by their path (they are converted under numbers, since names may repeat)."""
    found = [one.found for one in listed if one.found and one.found.form == "office"]
    copies = {one.file: folder / f"{place}{one.path.suffix}" for place, one in enumerate(found)}
    for one in found:
        shutil.copyfile(one.path, copies[one.file])
    make_pdfs(list(copies.values()), folder / "pdf")
    made = {file: folder / "pdf" / f"{copy.stem}.pdf" for file, copy in copies.items()}
    return {file: path for file, path in made.items() if path.is_file()}


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
