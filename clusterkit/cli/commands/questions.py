"""``clusterkit questions``: what a person must settle, by effect; as a workbook to send round and read back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from clusterkit.cli.parameters import Folder

if TYPE_CHECKING:
    from clusterkit.workspace import Workspace


def run(
    folder: Folder,
    output: Annotated[
        Literal["text", "json", "xlsx"],
        typer.Option(
            "--format", metavar="FORMAT", help="输出格式：text 给人看，json 给程序读，xlsx 发给同事填。"
        ),
    ] = "text",
    path: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="FILE", help="xlsx 写到哪里；不写就是 out 文件夹里的“待答问题.xlsx”。"
        ),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="FILE", help="同事填好的“待答问题.xlsx”：采用里面的答案。"),
    ] = None,
) -> None:
    """列出要由人来定的问题，按对指标的影响从大到小；写明每个答案会让哪些数变成多少。"""
    from clusterkit.workspace import Workspace

    workspace = Workspace(folder)
    if answers is not None:
        _apply(workspace, answers)
    elif output == "xlsx" or path is not None:
        _write(workspace, path)
    else:
        _show(workspace, output)


def _apply(workspace: Workspace, path: Path) -> None:
    from clusterkit.cli.answers_view import as_lines
    from clusterkit.workspace.answers import apply_answers

    typer.echo("\n".join(as_lines(apply_answers(workspace, path), path.name)))


def _write(workspace: Workspace, path: Path | None) -> None:
    from clusterkit.cli.console import program
    from clusterkit.workspace.questions_file import write_questions

    written = write_questions(workspace, path)
    count, notices = len(workspace.questions()), len(workspace.acceptances())
    more = f"，{notices} 个可接受的提醒" if notices else ""
    typer.echo(f"{f'{count} 个问题' if count else '没有待答的问题'}{more}，已写入 {written.resolve()}")
    typer.echo(f"填好发回后运行：{program()} questions {workspace.folder} --answers {written.name}")


def _show(workspace: Workspace, output: str) -> None:
    from clusterkit.cli.machine import emit_json
    from clusterkit.cli.questions_view import as_lines

    questions = workspace.questions()
    if output == "json":
        emit_json(questions.as_dicts())
    else:
        typer.echo("\n".join(as_lines(questions)))
