"""Writes the calculation record of a workspace, as a whole or not at all."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from clusterkit.errors import WorkspaceError
from clusterkit.report.parts import parts, title
from clusterkit.workspace import Workspace
from clusterkit.workspace.build import FOLDER
from clusterkit.workspace.written_file import write_text

FILE = "测算报告.html"
_INSTALL = 'python -m pip install "clusterkit[notebook]"'


def write_report(workspace: Workspace) -> Path:
    """Write the calculation record into ``out/`` and return its path.

    Raises
    ------
    WorkspaceError
        If nbconvert or matplotlib is not installed, or the file cannot be written.
    """
    text = as_html(workspace)
    path = workspace.folder / FOLDER / FILE
    path.parent.mkdir(exist_ok=True)
    write_text(path, text, marked=False)
    return path


def as_html(workspace: Workspace) -> str:
    """Return the calculation record: one page that needs nothing else, the same on every run.

    Raises
    ------
    WorkspaceError
        If nbconvert or matplotlib is not installed.
    """
    if find_spec("nbconvert") is None:
        raise WorkspaceError(f"生成测算报告要用 nbconvert，这台电脑上还没有装；请运行：{_INSTALL}")
    from clusterkit.report.export import exported

    return exported(parts(workspace), title(workspace))
