"""``clusterkit indicators``: the numbers of the form."""

from __future__ import annotations

from clusterkit.cli.parameters import Folder, TableFormat

COLUMNS = (
    "id", "name", "group", "unit", "value", "display", "low", "high", "note",
    "rows_counted", "rows_missing", "status", "source", "declared", "explanation",
)  # fmt: skip


def run(folder: Folder, output: TableFormat = "table") -> None:
    """列出全部指标的数值、待定问题答完可能是多少、依据多少行、缺多少行。"""
    from clusterkit.cli.machine import emit_csv, emit_json
    from clusterkit.compute.span import span
    from clusterkit.workspace import Workspace

    workspace = Workspace(folder)
    results = [result.as_dict() for result in workspace.results().values()]
    if output == "json":
        emit_json(results)
    elif output == "csv":
        emit_csv(results, [column for column in COLUMNS if any(column in result for result in results)])
    else:
        groups = {name: group.name for name, group in workspace.guide.groups.items()}
        spans = [span(result) for result in workspace.results().values()]
        _table([
            {**result, "group": groups.get(result["group"], result["group"]), "open": f"{end.low}—{end.high}" if end else ""}
            for result, end in zip(results, spans, strict=True)
        ])  # fmt: skip


def _table(results: list[dict[str, object]]) -> None:
    from rich.table import Table

    from clusterkit.cli.console import console, program

    table = Table("一级指标", "二级指标", "数值", "待定", "单位", "依据", "缺", "编号")
    for column in (2, 3, 5, 6):
        table.columns[column].justify = "right"
    for result in results:
        table.add_row(*(_cell(result[key]) for key in _SHOWN))
    out = console()
    out.print(table)
    if any(result["open"] for result in results):
        out.print(f"待定：还有问题没有答（见 {program()} questions），答完后可能是的最小值—最大值。")


_SHOWN = ("group", "name", "display", "open", "unit", "rows_counted", "rows_missing", "id")


def _cell(value: object) -> str:
    return "" if value is None else str(value)
