"""The card that every chart stands on: white paper with round corners, the finding above, the source below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text

from clusterkit.charts.font import drawable, drawable_lines
from clusterkit.charts.lettering import wrapped
from clusterkit.charts.style import BODY, GREY, INK, LINE, MARGIN, PAPER, SMALL, TITLE, WIDTH, points

INNER = WIDTH - 2 * MARGIN  # inches between the margins
_LEADING = 1.45
_GAP = 0.16  # inches between the texts and the picture


@dataclass(frozen=True)
class Card:
    """A figure with room for a picture: places are in inches from the lower left corner of that room."""

    figure: Figure
    bottom: float
    height: float

    def axes(self, left: float, bottom: float, width: float, height: float, *, bare: bool = True) -> Axes:
        """Return axes at a place in the room; bare ones have no frame and no ticks."""
        across, up = self.figure.get_size_inches()
        place = ((MARGIN + left) / across, (self.bottom + bottom) / up, width / across, height / up)
        axes = self.figure.add_axes(place)
        if bare:
            axes.set_axis_off()
        return axes

    def text(self, left: float, bottom: float, words: str, **how: Any) -> Text:
        """Write at a place in the room; lines of ``words`` stay lines."""
        across, up = self.figure.get_size_inches()
        place = (MARGIN + left) / across, (self.bottom + bottom) / up
        return self.figure.text(*place, drawable_lines(words), **how)


def card(title: str, subtitle: str, source: str, height: float) -> Card:
    """Return a card with room of ``height`` inches for a picture."""
    texts = [
        (wrapped(drawable(title), INNER / points(TITLE), 3), TITLE, "bold", INK),
        (wrapped(drawable(subtitle), INNER / points(BODY), 2) if subtitle else [], BODY, "normal", GREY),
    ]
    notes = wrapped(drawable(source), INNER / points(SMALL), 4) if source else []
    head = sum(len(lines) * points(size) * _LEADING for lines, size, *_ in texts)
    foot = len(notes) * points(SMALL) * _LEADING
    whole = 2 * MARGIN + head + height + foot + _GAP * (bool(height) + bool(notes))
    figure = Figure((WIDTH, whole))
    _paper(figure)
    top = whole - MARGIN
    for lines, size, weight, colour in texts:
        top = _write(figure, lines, top, size, fontweight=weight, color=colour)
    _write(figure, notes, MARGIN + foot, SMALL, color=GREY)
    return Card(figure, MARGIN + foot + _GAP * bool(notes), height)


def _paper(figure: Figure) -> None:
    """Lay white paper under everything, so that the chart can be read on a dark page, too."""
    width, height = figure.get_size_inches()
    edge, corner = 0.02, 0.09
    paper = FancyBboxPatch(
        (edge + corner, edge + corner), width - 2 * (edge + corner), height - 2 * (edge + corner),
        boxstyle=f"round,pad={corner}", facecolor=PAPER, edgecolor=LINE, linewidth=0.8,
        transform=figure.dpi_scale_trans, zorder=-1,
    )  # fmt: skip
    figure.add_artist(paper)


def _write(figure: Figure, lines: list[str], top: float, size: float, **how: Any) -> float:
    """Write lines from ``top`` (inches) downwards; return where they end."""
    width, height = figure.get_size_inches()
    for line in lines:
        middle = top - points(size) * _LEADING / 2
        figure.text(MARGIN / width, middle / height, line, fontsize=size, va="center_baseline", **how)
        top -= points(size) * _LEADING
    return top
