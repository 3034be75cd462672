"""One segment of the chain as a box: its name, its figures, its largest enterprises, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from clusterkit.charts.font import drawable
from clusterkit.charts.lettering import ems, wrapped
from clusterkit.charts.style import BLUE, BODY, GREY, INK, ORANGE, PAPER, SMALL, points

EMPTY = "空白环节"
HEIGHT = 0.92  # inches
_ROOM = 4  # lines below the name


@dataclass(frozen=True, slots=True)
class Station:
    """One segment: its stage (上游 …), its name, its figures in words, its largest enterprises."""

    key: str
    stage: str
    name: str
    figures: str
    names: tuple[str, ...] = ()
    is_empty: bool = False


def draw_box(axes: Axes, station: Station, left: float, bottom: float, width: float) -> None:
    """Draw a segment; an empty one is dashed."""
    looks = {"edgecolor": ORANGE, "linestyle": (0, (4, 3))} if station.is_empty else {"edgecolor": BLUE}
    axes.add_patch(
        FancyBboxPatch(
            (left + 0.05, bottom + 0.05),
            width - 0.1,
            HEIGHT - 0.1,
            boxstyle="round,pad=0.05",
            facecolor=PAPER,
            linewidth=1.2,
            zorder=3,
            clip_on=False,
            **looks,
        )
    )
    top = bottom + HEIGHT - 0.04
    for text, size, weight, colour in _looks(station, width - 0.12):
        top -= points(size) * 1.4
        axes.text(
            left + width / 2, top + points(size) * 0.7, text, ha="center", va="center", fontsize=size,
            fontweight=weight, color=colour, zorder=4,
        )  # fmt: skip


def _looks(station: Station, inside: float) -> Iterator[tuple[str, float, str, str]]:
    [name] = wrapped(drawable(station.name), inside / points(BODY), 1)
    yield name, BODY, "bold", INK
    figures, names = box_lines(station, inside / points(SMALL))
    yield from ((text, SMALL, "normal", GREY) for text in figures)
    yield from ((text, SMALL, "normal", INK) for text in names)


def box_lines(station: Station, width: float) -> tuple[list[str], list[str]]:
    """Return the figures in lines no wider than ``width`` ems, each figure whole, and the names that there is room for.

    Examples
    --------
    >>> box_lines(Station("", "", "", "17家（规上12家），18.86亿元", ("甲厂", "乙厂", "丙厂", "丁厂")), 10)
    (['17家（规上12家）', '18.86亿元'], ['甲厂', '乙厂'])
    """
    said = EMPTY if station.is_empty else station.figures
    parts = [said] if ems(said) <= width else said.split("，")
    figures = [line for part in parts for line in wrapped(drawable(part), width, 1)]
    return figures, [wrapped(drawable(name), width, 1)[0] for name in station.names[: _ROOM - len(figures)]]
