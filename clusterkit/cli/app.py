"""The program and its commands. A command that is not built yet is not registered."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.chinese import ChineseCommand, ChineseGroup
from clusterkit.cli.commands import (
    build,
    check,
    demo,
    draft,
    evidence,
    form,
    guide,
    indicators,
    intake,
    lab,
    lineage,
    new,
    questions,
    report,
    return_,
)

app = typer.Typer(
    cls=ChineseGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="clusterkit：把企业名单变成有据可查的先进制造业集群申报材料。",
    epilog="第一次使用：clusterkit demo 用样例数据走一遍全过程；clusterkit new 文件夹 新建自己的工作区。",
)

for _command in (
    demo,
    new,
    lab,
    intake,
    check,
    questions,
    indicators,
    lineage,
    return_,
    draft,
    evidence,
    report,
    build,
    form,
    guide,
):
    app.command(name=_command.__name__.rpartition(".")[2].rstrip("_"), cls=ChineseCommand)(_command.run)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", metavar="", help="显示版本号。")] = False,
) -> None:
    """Show the version, or the help where no command is given."""
    from clusterkit import __version__

    if version:
        typer.echo(f"clusterkit {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())
