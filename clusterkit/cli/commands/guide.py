"""``clusterkit guide``: what the guide asks, its own tests, and what differs from another."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import TextFormat

DEFAULT = "tianjin-2025-1"


def run(
    guide: Annotated[str, typer.Argument(metavar="[ID]", help="指南的编号，或指南文件夹。")] = DEFAULT,
    output: TextFormat = "text",
    test: Annotated[
        bool, typer.Option("--test", metavar="", help="运行指南自带的测试：给定的行应得到给定的数。")
    ] = False,
    diff: Annotated[str | None, typer.Option("--diff", metavar="OTHER", help="与另一份指南比较。")] = None,
) -> None:
    """列出指南的全部要求：指标及算法、指标说明、正文各部分、附表、材料。"""
    from clusterkit.guide import load_guide

    loaded = load_guide(guide)
    if test:
        _run_tests(loaded, output)
    elif diff is not None:
        _show_differences(loaded, load_guide(diff), output)
    elif output == "json":
        from clusterkit.cli.guide_view import as_dict
        from clusterkit.cli.machine import emit_json

        emit_json(as_dict(loaded))
    else:
        from clusterkit.cli.guide_view import as_lines

        typer.echo("\n".join(as_lines(loaded)))


def _run_tests(loaded: object, output: str) -> None:
    from clusterkit.checks.guide_tests import run_guide_tests
    from clusterkit.cli.machine import emit_json
    from clusterkit.guide import Guide

    assert isinstance(loaded, Guide)
    outcomes = list(run_guide_tests(loaded))
    failed = [outcome for outcome in outcomes if not outcome.passed]
    cases = len({(outcome.case.file, outcome.case.name) for outcome in outcomes})
    if output == "json":
        emit_json([outcome.as_dict() for outcome in outcomes])
    else:
        for outcome in failed:
            typer.echo(outcome.sentence)
        typer.echo(f"{loaded.id}：{cases} 个用例，{len(outcomes)} 个数，{len(failed)} 个不符。")
    if failed:
        raise typer.Exit(1)


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
