"""``build``: checks, then writes ``out/`` as a whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterkit.errors import RefusedError
from clusterkit.forms.assemble import UNFINISHED, form_values
from clusterkit.forms.information_form import fill_form
from clusterkit.forms.pdf import make_pdfs
from clusterkit.forms.workbook import evidence_workbook
from clusterkit.workspace.package import Package
from clusterkit.workspace.staging import replacing

if TYPE_CHECKING:
    from clusterkit.forms.values import FormValues
    from clusterkit.workspace.workspace import Workspace

FOLDER = "out"


def build(workspace: Workspace, *, unfinished: bool | None = False) -> Package:
    """Write the package of a workspace.

    Parameters
    ----------
    unfinished
        Whether to write in spite of errors, with a watermark; None: where there are errors.

    Raises
    ------
    RefusedError
        If there are errors and ``unfinished`` was not asked for; nothing is written then.
    """
    errors = [one for one in workspace.findings() if one.level == "error"]
    if unfinished is None:
        unfinished = bool(errors)
    if errors and not unfinished:
        raise RefusedError(
            f"有 {len(errors)} 个错误，没有生成申报材料；请先处理，或加 --unfinished 生成带“{UNFINISHED}”水印的讨论稿。",
            errors,
        )
    out = workspace.folder / FOLDER
    with replacing(out) as new:
        names, notes = _write(workspace, new, unfinished)
    return Package(out, tuple(out / name for name in names), unfinished=unfinished, notes=notes)


def _write(workspace: Workspace, folder: Path, unfinished: bool) -> tuple[list[str], tuple[str, ...]]:
    """Write every part and return their names in the guide's order, with notes on what could not be made."""
    form = folder / "申报信息表.docx"
    form.write_bytes(fill_form(workspace.guide, _values(workspace, unfinished)))
    evidence = folder / "指标测算底稿.xlsx"
    about = {"集群名称": workspace.settings.cluster.name}
    book = evidence_workbook(workspace.results(), workspace.guide, about=about, unfinished=unfinished)
    evidence.write_bytes(book)
    pdfs = make_pdfs([form], folder)
    _write_json(folder / "indicators.json", [result.as_dict() for result in workspace.results().values()])
    _write_json(folder / "findings.json", [one.as_dict() for one in workspace.findings()])
    names = [
        form.name,
        evidence.name,
        *(path.name for path in pdfs.written),
        "indicators.json",
        "findings.json",
    ]
    return names, (pdfs.message,) if pdfs.message else ()


def _values(workspace: Workspace, unfinished: bool) -> FormValues:
    settings = workspace.settings.model_dump()
    rows, texts = workspace.annexes()[0], workspace.narrative().texts
    return form_values(workspace.guide, settings, workspace.results(), rows, texts, unfinished=unfinished)


def _write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
