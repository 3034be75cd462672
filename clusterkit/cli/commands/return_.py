"""``clusterkit return``: what goes back to those who provide the lists, and what changed when it comes again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clusterkit.cli.parameters import Folder

if TYPE_CHECKING:
    from clusterkit.workspace import Workspace


def run(
    folder: Folder,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="只退这一份名单（raw 里的）；或改好发回的文件，列出改了哪些、还差哪些。"
        ),
    ] = None,
) -> None:
    """生成退回修改单和催数单：名单里要改的单元格标红并写明怎样改，各企业还缺的数据写成可直接发送的消息。"""
    from clusterkit.cli.returns_view import comparison, sending
    from clusterkit.workspace import Workspace
    from clusterkit.workspace.returns import compare, return_lists

    workspace = Workspace(folder)
    name = None if file is None else _in_raw(workspace, file)
    if file is not None and name is None:
        typer.echo("\n".join(comparison(compare(workspace, file))))
    else:
        typer.echo("\n".join(sending(return_lists(workspace, name), name)))


def _in_raw(workspace: Workspace, file: Path) -> str | None:
    """Return the name below ``raw/`` where that is meant: a path into it, or a name that is no file here."""
    raw = workspace.folder / "raw"
    given = file if file.exists() else raw / file
    if given.is_file() and given.resolve().is_relative_to(raw.resolve()):
        return given.resolve().relative_to(raw.resolve()).as_posix()
    return None
