"""``clusterkit check``: all findings, worst first."""

from __future__ import annotations

import typer

from clusterkit.cli.parameters import Folder, TextFormat


def run(folder: Folder, output: TextFormat = "text") -> None:
    """检查名单、设置和指标，列出全部问题；有错误时退出码为 1。"""
    from clusterkit.cli.findings_view import as_text
    from clusterkit.cli.machine import emit_json
    from clusterkit.workspace import Workspace

    findings = Workspace(folder).findings()
    if output == "json":
        emit_json([finding.as_dict() for finding in findings])
    else:
        as_text(findings)
    if any(finding.level == "error" for finding in findings):
        raise typer.Exit(1)
