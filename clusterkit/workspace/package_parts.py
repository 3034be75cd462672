"""The documents of the package, in the order they are handed in: one line each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clusterkit.forms.assemble import form_values
from clusterkit.forms.information_form import fill_form
from clusterkit.forms.workbook import evidence_workbook
from clusterkit.workspace import calculation_note, sign_off
from clusterkit.workspace.evidence_documents import bound_pdf, evidence_document, with_pages
from clusterkit.workspace.plan import document

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the package.

    Parameters
    ----------
    name
        Its file name in ``out/``.
    about
        What it is, in a few Chinese words.
    make
        Gives its bytes, from the workspace and whether the package is an unfinished one; None for no document.
    pdf
        Whether a PDF is made of it.
    """

    name: str
    about: str
    make: Callable[[Workspace, bool], bytes | None]
    pdf: bool = False

    @property
    def pdf_name(self) -> str:
        """The file name of its PDF."""
        return f"{self.name.rpartition('.')[0]}.pdf"


def _form(workspace: Workspace, unfinished: bool) -> bytes:
    settings = workspace.settings.model_dump()
    rows, texts = workspace.annexes()[0], workspace.narrative().texts
    values = form_values(workspace.guide, settings, workspace.results(), rows, texts, unfinished=unfinished)
    return fill_form(workspace.guide, with_pages(workspace, values))


def _workbook(workspace: Workspace, unfinished: bool) -> bytes:
    about = {"集群名称": workspace.settings.cluster.name}
    return evidence_workbook(workspace.results(), workspace.guide, about=about, unfinished=unfinished)


def _indicators(workspace: Workspace, _unfinished: bool) -> bytes:
    return _json([result.as_dict() for result in workspace.results().values()])


def _findings(workspace: Workspace, _unfinished: bool) -> bytes:
    return _json([one.as_dict() for one in workspace.findings()])


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


PARTS = (
    Part("申报信息表.docx", "附件6—1，全部指标、附表和正文", _form, pdf=True),
    Part("实施方案.docx", "附件6—2，目标、任务、年度计划和对标", document, pdf=True),
    Part(
        "测算说明.docx", "每个指标的公式、代入的数、依据、口径和待定问题", calculation_note.document, pdf=True
    ),
    Part("核查单.docx", "两页，供签字的单位逐项核对", sign_off.document, pdf=True),
    Part("佐证材料目录.docx", "装订次序、佐证页码、申报条件逐句对照", evidence_document, pdf=True),
    Part("佐证材料.pdf", "佐证材料合订本，每页印有页码", bound_pdf),
    Part("指标测算底稿.xlsx", "每个指标的公式和逐行依据", _workbook),
    Part("indicators.json", "全部指标，供程序读取", _indicators),
    Part("findings.json", "全部问题，供程序读取", _findings),
)
