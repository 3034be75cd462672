"""``clusterkit report``: the calculation record as one HTML file."""

from __future__ import annotations

import typer

from clusterkit.cli.parameters import Folder


def run(folder: Folder) -> None:
    """生成测算报告：一个网页文件，写明每个数的公式、依据、理由和待定的问题。"""
    from clusterkit.report import write_report
    from clusterkit.workspace import Workspace

    path = write_report(Workspace(folder))
    size = path.stat().st_size / 1_000_000
    typer.echo(f"测算报告已写入 {path.resolve()}（{size:.1f} MB）")
    typer.echo("用浏览器打开就能看，不用联网；要纸质的，在浏览器里打印（A4）。")
