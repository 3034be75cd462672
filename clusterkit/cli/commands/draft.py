"""``clusterkit draft``: first drafts of the sections that nobody has written."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import Folder


def run(
    folder: Folder,
    changes: Annotated[
        bool,
        typer.Option("--changes", metavar="", help="逐句列出您的文稿与新初稿的不同。"),
    ] = False,
) -> None:
    """给还没有写的各节正文写初稿，存入 narrative 文件夹；有人写过的一字不动，只说明与初稿的不同。"""
    from clusterkit.cli.drafts_view import as_text
    from clusterkit.workspace import Workspace
    from clusterkit.workspace.drafts import write_drafts

    as_text(write_drafts(Workspace(folder)), changes=changes)
