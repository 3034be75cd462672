"""``clusterkit form``: the blank form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="写到哪个 Word 文件。")],
    guide: Annotated[str, typer.Option("--guide", metavar="ID", help="按哪份申报指南。")] = "tianjin-2025-1",
) -> None:
    """生成空白的申报信息表（附件6—1）。"""
    from clusterkit.errors import WorkspaceError
    from clusterkit.forms.information_form import blank_form
    from clusterkit.guide import load_guide

    if file.suffix.lower() != ".docx":
        raise WorkspaceError(f"“{file}”要以 .docx 结尾，例如 clusterkit form 空表.docx")
    if file.exists():
        raise WorkspaceError(f"“{file}”已经存在，不覆盖；请换一个文件名，或先删去它。")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(blank_form(load_guide(guide)))
    typer.echo(f"空白申报信息表已写入 {file.resolve()}")
