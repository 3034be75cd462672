"""``clusterkit lab``: the guided notebooks, in JupyterLab."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import Folder


def run(
    folder: Folder,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", metavar="", help="不打开浏览器，只显示网址。")
    ] = False,
) -> None:
    """打开笔记本（中文 JupyterLab），从“00_开始”一步一步做；按 Ctrl+C 停止。"""
    from clusterkit.lab import open_lab

    open_lab(folder, browser=not no_browser)
