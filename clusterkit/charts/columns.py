"""Columns that stand: for months, years and classes."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from clusterkit.charts.font import drawable
from clusterkit.charts.style import BODY, LINE, PAPER, SMALL


def standing_columns(
    axes: Axes, values: Sequence[float], figures: Sequence[str], labels: Sequence[str], colour: str | Sequence[str],
    *, size: float = BODY, wide: float = 0.68,
) -> None:  # fmt: skip
    """Draw columns at 0, 1, 2 …, the figures on top, the labels below."""
    axes.set_axis_on()
    axes.bar(range(len(values)), values, wide, color=colour)
    least, most = min(0.0, *values), max(0.0, *values)
    room = (most - least or 1.0) * 0.16
    axes.set_ylim(least - (room if least < 0 else 0), most + room)
    axes.set_xlim(-0.6, len(values) - 0.4)
    for place, (value, figure) in enumerate(zip(values, figures, strict=True)):
        axes.annotate(
            drawable(figure), (place, value), (0, -3 if value < 0 else 3), textcoords="offset points",
            ha="center", va="top" if value < 0 else "bottom", fontsize=size,
            path_effects=[withStroke(linewidth=3, foreground=PAPER)], zorder=5,
        )  # fmt: skip
    axes.set_xticks(range(len(labels)), [drawable(label) for label in labels], fontsize=min(size, SMALL + 1))
    axes.tick_params(axis="x", length=0, pad=4)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    if least < 0:
        axes.axhline(0, color=LINE, linewidth=0.8)
