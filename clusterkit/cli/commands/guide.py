"""``clusterkit guide``: what the guide asks, its own tests, and what differs from another."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import TextFormat

DEFAULT = "tianjin-2025-1"


def run(
    guide: Annotated[str, typer.Argument(metavar="[ID]", help="指南的编号，或指南文件夹。")] = DEFAULT,
    output: TextFormat = "text",
    diff: Annotated[str | None, typer.Option("--diff", metavar="OTHER", help="与另一份指南比较。")] = None,
) -> None:
    """列出指南的全部要求：指标及算法、指标说明、正文各部分、附表、材料。"""
    from clusterkit.guide import load_guide

    loaded = load_guide(guide)
    if diff is not None:
        _show_differences(loaded, load_guide(diff), output)
    elif output == "json":
        from clusterkit.cli.guide_view import as_dict
        from clusterkit.cli.machine import emit_json

        emit_json(as_dict(loaded))
    else:
        from clusterkit.cli.guide_view import as_lines

        typer.echo("\n".join(as_lines(loaded)))


def _show_differences(one: object, other: object, output: str) -> None:
    from clusterkit.cli.guide_diff import as_line, differences
    from clusterkit.cli.machine import emit_json
    from clusterkit.guide import Guide

    assert isinstance(one, Guide)
    assert isinstance(other, Guide)
    found = list(differences(one, other))
    if output == "json":
        emit_json(found)
    else:
        typer.echo("\n".join(map(as_line, found)) if found else "两份指南没有不同。")
