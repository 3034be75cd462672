"""``clusterkit build``: checks, then writes the package."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import Folder


def run(
    folder: Folder,
    unfinished: Annotated[
        bool,
        typer.Option("--unfinished", metavar="", help="有错误也生成，每份文件加“未完成”水印，供内部讨论。"),
    ] = False,
) -> None:
    """检查后生成全套申报材料，写入 out 文件夹；有错误时不生成，退出码为 1。"""
    from clusterkit.cli.console import program
    from clusterkit.cli.findings_view import as_text, summary
    from clusterkit.cli.package_view import as_text as show_package
    from clusterkit.errors import RefusedError
    from clusterkit.workspace import Workspace

    workspace = Workspace(folder)
    try:
        package = workspace.build(unfinished=unfinished)
    except RefusedError as refusal:
        as_text([finding for finding in workspace.findings() if finding.level == "error"])
        raise refusal
    show_package(package)
    typer.echo(f"检查结果：{summary(workspace.findings())}详细：{program()} check {folder}")
