"""``clusterkit questions``: what a person must settle, by effect."""

from __future__ import annotations

import typer

from clusterkit.cli.parameters import Folder, TextFormat


def run(folder: Folder, output: TextFormat = "text") -> None:
    """列出要由人来定的问题，按对指标的影响从大到小；写明每个答案会让哪些数变成多少。"""
    from clusterkit.cli.machine import emit_json
    from clusterkit.workspace import Workspace

    questions = Workspace(folder).questions()
    if output == "json":
        emit_json(questions.as_dicts())
    else:
        from clusterkit.cli.questions_view import as_lines

        typer.echo("\n".join(as_lines(questions)))
