"""``clusterkit evidence``: what supports what, on which page, and what is still needed."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import Folder


def run(
    folder: Folder,
    write: Annotated[
        bool,
        typer.Option("--write", metavar="", help="把新文件写进 evidence.csv，供您在 Excel 里改。"),
    ] = False,
) -> None:
    """列出佐证材料各佐证什么、在第几页，还缺什么，申报条件哪句还没有支持。"""
    from clusterkit.cli.evidence_view import as_lines
    from clusterkit.workspace import Workspace
    from clusterkit.workspace.evidence import write_register

    workspace = Workspace(folder)
    notes = write_register(workspace) if write else ()
    for line in (*notes, *as_lines(workspace.evidence(), workspace.conditions())):
        typer.echo(line)
