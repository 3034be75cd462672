"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="工作区文件夹（里面有 cluster.toml）。")]
TableFormat = Annotated[
    Literal["table", "csv", "json"],
    typer.Option(
        "--format", metavar="FORMAT", help="输出格式：table 给人看，csv 用 Excel 打开，json 给程序读。"
    ),
]
TextFormat = Annotated[
    Literal["text", "json"],
    typer.Option("--format", metavar="FORMAT", help="输出格式：text 给人看，json 给程序读。"),
]
