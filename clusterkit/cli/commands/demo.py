"""``clusterkit demo``: the main job on the sample data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def run(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="放样例工作区的文件夹。")] = Path(
        "clusterkit-demo"
    ),
) -> None:
    """用样例数据走一遍全过程：建工作区、算指标、写初稿、生成全套申报材料。"""
    from clusterkit.cli.package_view import as_text as show_package
    from clusterkit.workspace import Workspace
    from clusterkit.workspace.drafts import write_drafts
    from clusterkit.workspace.sample import demo_workspace

    fresh = demo_workspace(folder)
    workspace = Workspace(folder)
    typer.echo(f"{'样例工作区已建在' if fresh else '沿用已有的样例工作区'} {folder.resolve()}")
    typer.echo(_figures(workspace))
    drafted = [one for one in write_drafts(workspace) if one.state in ("written", "renewed")]
    typer.echo(f"正文：给 {len(drafted)} 节写了初稿，其中【请补充】的内容只有人能写")
    package = workspace.build()
    show_package(package)
    typer.echo(_next(folder, package.folder))


def _figures(workspace: object) -> str:
    from clusterkit.cli.findings_view import summary
    from clusterkit.workspace import Workspace

    assert isinstance(workspace, Workspace)
    results = list(workspace.results().values())
    known = sum(result.value is not None for result in results)
    return f"集群：{workspace.settings.cluster.name}；{len(results)} 个指标，算出 {known} 个；{summary(workspace.findings())}"


def _next(folder: Path, out: Path) -> str:
    from clusterkit.cli.console import program

    call = program()
    steps = (
        f"打开 {out / '申报信息表.docx'} 看成品",
        f"{call} indicators {folder}　看全部指标",
        f"{call} lineage {folder} rd_intensity　看一个数是怎么来的",
        f"{call} check {folder}　看还有哪些问题",
        f"{call} new 我的集群　新建自己的工作区",
    )
    return "接下来可以：\n" + "\n".join(f"  {step}" for step in steps)
