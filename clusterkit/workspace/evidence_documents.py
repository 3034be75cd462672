"""The documents of the evidence: the bound PDF, the list, and the pages in the form where they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from clusterkit.evidence.booklet import make_booklet
from clusterkit.evidence.targets import targets_of
from clusterkit.forms.assemble import UNFINISHED
from clusterkit.forms.evidence_list import EvidenceListValues, evidence_list
from clusterkit.forms.values import FormValues, Rows
from clusterkit.workspace.evidence import Evidence, office_pdfs

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def bound_pdf(workspace: Workspace, _unfinished: bool = False) -> bytes | None:
    """Return the bound evidence; None where there is nothing to bind."""
    evidence = workspace.evidence()
    if not evidence.binding.parts:
        return None
    title = f"{workspace.settings.cluster.name or '集群'}佐证材料"
    with TemporaryDirectory(prefix="clusterkit-evidence-") as folder:
        made = office_pdfs(evidence.papers, Path(folder))
        return make_booklet(evidence.binding, made, title)


def evidence_document(workspace: Workspace, unfinished: bool) -> bytes:
    """Return 佐证材料目录.docx."""
    evidence = workspace.evidence()
    annexes = (one for one in targets_of(evidence.guide).every if one.kind == "annex")
    values = EvidenceListValues(
        guide=evidence.guide,
        name=workspace.settings.cluster.name or "【请补充：集群名称】",
        binding=evidence.binding,
        needed=evidence.needed,
        conditions=workspace.conditions(),
        figures={key: result.display for key, result in workspace.results().items()},
        pages=evidence.pages,
        annexes={int(one.id): [row.name for row in evidence.rows(one)] for one in annexes},
        watermark=UNFINISHED if unfinished else None,
    )
    return evidence_list(values)


def with_pages(workspace: Workspace, values: FormValues) -> FormValues:
    """Return the form's values with the pages that prove them, where the workspace asks for that.

    The grid stays as printed: pages stand below a figure, and below the name in an annex's row.
    """
    if not workspace.settings.evidence.pages_in_form:
        return values
    evidence = workspace.evidence()
    figures = {key: _cited(text, evidence.pages("indicator", key)) for key, text in values.indicators.items()}
    annexes = {number: _cited_rows(evidence, number, blocks) for number, blocks in values.annexes.items()}
    return replace(values, indicators=figures, annexes=annexes)


def _cited_rows(evidence: Evidence, number: int, blocks: Sequence[Rows]) -> list[list[list[str]]]:
    cited = []
    for block, rows in zip(evidence.guide.annexes[number].blocks, blocks, strict=True):
        made = [list(row) for row in rows]
        for row in made:
            name = row[block.named]
            row[block.named] = _cited(name, evidence.pages("annex", str(number), name))
        cited.append(made)
    return cited


def _cited(text: str, pages: str) -> str:
    return f"{text}\n（{pages}）" if text and pages else text
