"""``clusterkit lineage``: which rows an indicator considered, how much each gave, and why not."""

from __future__ import annotations

from typing import Annotated

import typer

from clusterkit.cli.parameters import Folder, TableFormat

COLUMNS = ("key", "name", "counted", "contribution", "reason", "file", "sheet", "row")


def run(
    folder: Folder,
    indicator: Annotated[
        str, typer.Argument(metavar="INDICATOR", help="指标编号（clusterkit indicators 的最后一列）或名称。")
    ],
    output: TableFormat = "table",
    of: Annotated[
        str | None, typer.Option("--of", metavar="NAME", help="只看一家：企业名称或统一社会信用代码。")
    ] = None,
) -> None:
    """逐行列出一个指标的来历：计入与否、数额、理由、在哪个文件哪一行。"""
    from clusterkit.cli.machine import emit_csv, emit_json
    from clusterkit.workspace import Workspace

    workspace = Workspace(folder)
    rows = workspace.lineage(indicator, of=of)
    if output == "json":
        emit_json(rows)
    elif output == "csv":
        emit_csv(rows, COLUMNS)
    elif of is not None and not rows:
        typer.echo(workspace.absence(indicator, of))
    else:
        result = workspace.result(indicator)
        typer.echo(f"{result.name}：{result.explanation}")
        _table(rows)


def _table(rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    from rich.table import Table

    from clusterkit.cli.console import console

    table = Table("计入", "名称", "数额", "理由", "文件", "工作表", "行", "代码")
    table.columns[2].justify = table.columns[6].justify = "right"
    for row in rows:
        table.add_row(
            "是" if row["counted"] else "否",
            *(_cell(row[key]) for key in ("name", "contribution", "reason", "file", "sheet", "row", "key")),
        )
    out = console()
    out.print(table)
    out.print(f"共 {len(rows)} 行，计入 {sum(bool(row['counted']) for row in rows)} 行。")


def _cell(value: object) -> str:
    return "" if value is None else f"{value:,.10g}" if isinstance(value, float) else str(value)
