"""The one style of all charts: letters, colours, sizes. It holds while a chart is drawn, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib.style

from clusterkit.charts.font import FAMILY, register

# Okabe and Ito's colours, told apart by colour-blind readers; dark and light ones differ in grey print, too
BLUE, SKY, ORANGE, GREEN, VERMILION = "#0072B2", "#56B4E9", "#E69F00", "#009E73", "#D55E00"
SERIES = (BLUE, SKY, ORANGE, GREEN)
INK, GREY, PALE, LINE, PAPER = "#1F2328", "#5F6770", "#D9DDE2", "#B8BEC5", "#FFFFFF"
SHADES = ("#F1F4F7", "#CFE3F1", "#9AC7E3", "#5BA3D0", "#2779B4", "#0B4F86")  # of one blue: nothing to most

WIDTH, MARGIN = 7.6, 0.24  # inches
TITLE, BODY, SMALL = 13.0, 9.5, 8.0  # points

_RC: dict[str, Any] = {
    "font.family": [FAMILY],
    "font.size": BODY,
    "axes.unicode_minus": False,
    "axes.edgecolor": LINE,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "text.color": INK,
    "text.parse_math": False,  # a company may have a $ in its name
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "patch.linewidth": 0,
    "svg.fonttype": "path",  # letters as outlines: they look the same where no font is installed
    "figure.dpi": 100,
}


@contextmanager
def drawn_in_style(salt: str) -> Iterator[None]:
    """Draw in the charts' style, whatever the user's own settings are; they are as before afterwards.

    Parameters
    ----------
    salt
        What the ids inside an SVG are made of: the same on every run, another one for each chart of a page.
    """
    register()
    with matplotlib.style.context(["default", {**_RC, "svg.hashsalt": salt}]):
        yield


def points(number: float) -> float:
    """Return a length in inches of so many points."""
    return number / 72
