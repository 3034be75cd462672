"""Bars that lie: names on the left, figures at the ends. One drawing for several kinds of chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clusterkit.charts.card import INNER, Card
from clusterkit.charts.font import drawable
from clusterkit.charts.lettering import ems, wrapped
from clusterkit.charts.style import BODY, GREY, INK, LINE, points

ROW = 0.36  # inches from bar to bar
HEAD = 0.3  # for the header of a panel or section
_THICK = 0.62  # of a row
_GAP = 0.08


@dataclass(frozen=True)
class Bar:
    """One bar: how long it is, and the figure at its end."""

    value: float
    figure: str
    colour: str


def gutter(labels: Sequence[str], widest: float = 15) -> float:
    """Return the inches that the names need, wrapped to at most ``widest`` ems."""
    lines = [line for label in labels for line in wrapped(drawable(label), widest)]
    return max(map(ems, lines), default=0) * points(BODY) + 0.12


def names(card: Card, labels: Sequence[str], top: float, width: float) -> None:
    """Write the names of the bars, right-aligned before them, the first one at ``top``."""
    for row, label in enumerate(labels):
        lines = wrapped(drawable(label), (width - 0.1) / points(BODY))
        middle = top - (row + 0.5) * ROW
        size = BODY if len(lines) == 1 else BODY - 1
        card.text(
            width - 0.1, middle, "\n".join(lines), ha="right", va="center", fontsize=size, linespacing=1.15
        )


def lying_bars(
    card: Card, bars: Sequence[Bar], left: float, top: float, width: float, longest: float = 0
) -> None:
    """Draw bars downwards from ``top``; ``longest`` is the largest value where panels share one scale."""
    height = len(bars) * ROW
    axes = card.axes(left, top - height, width, height)
    least = min(0.0, *(bar.value for bar in bars))
    most = max(longest, 0.0, *(bar.value for bar in bars))
    room = max(ems(bar.figure) for bar in bars) * points(BODY) + _GAP
    span = (most - least or 1.0) * width / max(width - room * (2 if least < 0 else 1), 0.3)
    start = least - (span - (most - least)) / 2 if least < 0 else 0.0
    axes.set_xlim(start, start + span)
    axes.set_ylim(len(bars), 0)
    for row, bar in enumerate(bars):
        axes.barh(row + 0.5, bar.value, _THICK, color=bar.colour)
        side = -1 if bar.value < 0 else 1
        axes.annotate(
            drawable(bar.figure), (bar.value, row + 0.5), (4 * side, 0), textcoords="offset points",
            ha="left" if side > 0 else "right", va="center", fontsize=BODY,
        )  # fmt: skip
    axes.axvline(0, color=LINE, linewidth=0.8)


def header(card: Card, words: str, left: float, top: float, *, strong: bool = False) -> None:
    """Write the header of a panel or section above its bars."""
    card.text(
        left, top - HEAD / 2, words, va="center", fontsize=BODY, color=INK if strong else GREY,
        fontweight="bold" if strong else "normal",
    )  # fmt: skip


def panel_widths(left: float, panels: int) -> tuple[float, float]:
    """Return the width of each of several panels beside the names, and from one's left edge to the next's."""
    between = 0.2
    width = (INNER - left - between * (panels - 1)) / panels
    return width, width + between
