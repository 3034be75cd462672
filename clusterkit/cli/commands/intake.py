"""``clusterkit intake``: what was recognised in ``raw/``, and keeping it."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import Folder, TextFormat


def run(
    folder: Folder,
    write: Annotated[
        bool,
        typer.Option("--write", metavar="", help="把认出的写进 mapping.toml；已有的段落和注释一字不动。"),
    ] = False,
    output: TextFormat = "text",
) -> None:
    """看 raw/ 里每张名单认成了什么、凭什么、有几成把握，前几行读成什么，还要问什么。"""
    from clusterkit.cli.intake_view import as_lines, kept_lines
    from clusterkit.cli.machine import emit_json
    from clusterkit.workspace import Workspace
    from clusterkit.workspace.keep_lists import keep_lists
    from clusterkit.workspace.recognised import recognised

    workspace = Workspace(folder)
    shown = recognised(workspace)
    kept = keep_lists(workspace, shown) if write else None
    if output == "json":
        emit_json({**shown.as_dict(), **({"written": kept.as_dict()} if kept else {})})
        return
    typer.echo("\n".join([*as_lines(shown), *(kept_lines(kept) if kept else ())]))
