"""A workspace's charts: drawn from its results; matplotlib is loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from clusterkit.errors import WorkspaceError
from clusterkit.workspace.faults import nearest

if TYPE_CHECKING:
    from clusterkit.charts import Chart
    from clusterkit.workspace.workspace import Workspace


def drawn(workspace: Workspace) -> dict[str, Chart]:
    """Return the charts of a workspace by id, in the guide's order.

    Raises
    ------
    WorkspaceError
        If matplotlib is not installed.
    """
    try:
        from clusterkit.charts import charts
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise WorkspaceError(
            "画图要用 matplotlib，这台电脑上还没有装；请运行：pip install 'clusterkit[notebook]'"
        ) from error
    return charts(workspace.given())


def find_chart(charts: Mapping[str, Chart], asked: str) -> Chart:
    """Return a chart by its id or its name.

    Raises
    ------
    WorkspaceError
        If there is none: names the nearest ids.
    """
    for chart in charts.values():
        if asked in (chart.id, chart.name):
            return chart
    raise WorkspaceError(f"没有“{asked}”这张图，{nearest(asked, charts)}")
