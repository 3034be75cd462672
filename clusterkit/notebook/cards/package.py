"""What a build wrote: a link to every file, and what could not be made here."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.notebook.page import filled
from clusterkit.workspace.package import Package


def html(package: Package) -> Markup:
    """Return the card; files of a workspace opened by a relative path are links beside the notebook."""
    linked = not package.folder.is_absolute()
    files = [(one.name, one.as_posix() if linked else "", package.describe(one)) for one in package.files]
    return filled("package", package=package, files=files)


def text(package: Package) -> str:
    """Return the folder and a line a file."""
    lines = [f"  {one.name}  {package.describe(one)}".rstrip() for one in package.files]
    return "\n".join([f"{_state(package)}：{package.folder}", *lines, *package.notes])


def _state(package: Package) -> str:
    return "未完成的讨论稿，文件带水印" if package.unfinished else "申报材料已生成"
