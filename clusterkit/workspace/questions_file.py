"""Where the workbook of questions lies, written as a whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.forms.questions_book import questions_workbook
from clusterkit.workspace.build import FOLDER
from clusterkit.workspace.written_file import write_file

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

NAME = "待答问题.xlsx"


def write_questions(workspace: Workspace, path: Path | None = None) -> Path:
    """Write the open questions as a workbook, to ``out/待答问题.xlsx`` if no path is given, and return the path.

    Raises
    ------
    WorkspaceError
        If the file cannot be written.
    """
    target = path or workspace.folder / FOLDER / NAME
    write_file(
        target,
        questions_workbook(workspace.questions(), workspace.settings.cluster.name, workspace.acceptances()),
    )
    return target
