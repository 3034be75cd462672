"""``clusterkit intake``: what was recognised in ``raw/``, and keeping it."""

from __future__ import annotations

from clusterkit.cli.parameters import Folder, TextFormat


def run(folder: Folder, output: TextFormat = "text") -> None:
    """看 raw/ 里每张名单认成了什么、凭什么、有几成把握，前几行读成什么，还要问什么。"""
    from clusterkit.cli.intake_view import as_lines
    from clusterkit.cli.machine import emit_json
    from clusterkit.workspace import Workspace
    from clusterkit.workspace.recognised import recognised

    shown = recognised(Workspace(folder))
    if output == "json":
        emit_json(shown.as_dict())
        return
    import typer

    typer.echo("\n".join(as_lines(shown)))
