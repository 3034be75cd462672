"""``clusterkit new``: a new workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_SHOWN = 20  # sentences of one part on the screen; the file has all of them


def run(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="新工作区的文件夹（空的，或还不存在）。")],
    sample: Annotated[bool, typer.Option("--sample", metavar="", help="放入样例数据，供练习。")] = False,
    guide: Annotated[
        str | None,
        typer.Option("--guide", metavar="ID", help="按哪份申报指南；不写即 tianjin-2025-1，或与上年相同。"),
    ] = None,
    old: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="OLD",
            help="上年的工作区：接过设置、名单写法、决定、文字、还管用的佐证材料和年度计划；DIR 里可以先放好 raw。",
        ),
    ] = None,
) -> None:
    """新建工作区：设置文件、空白名单模板和各个文件夹。"""
    from clusterkit.cli.console import program
    from clusterkit.workspace.blank_lists import FOLDER
    from clusterkit.workspace.new import new_workspace
    from clusterkit.workspace.takeover.report import FILE

    report = new_workspace(folder, guide, sample=sample, old=old)
    typer.echo(f"工作区已建在 {folder.resolve()}")
    if report is not None:
        typer.echo("\n".join(report.lines(_SHOWN)))
    typer.echo("接下来：")
    if report is None:
        typer.echo(f"  1. 用记事本打开 {folder / 'cluster.toml'}，填集群名称、主导产业和所在区")
    else:
        typer.echo(f"  1. 照 {folder / FILE}（就是上面这些话）逐条核对，改 {folder / 'cluster.toml'} 等文件")
    typer.echo(f"  2. 把收到的名单原样放进 {folder / 'raw'}；要请人填的，用 {folder / FOLDER} 里的空白名单")
    typer.echo(f"  3. 运行 {program()} check {folder}，看认出了什么、还缺什么；")
    typer.echo(f"     或运行 {program()} lab {folder}，打开笔记本一步一步做")
