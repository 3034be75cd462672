"""A chart: what it says, the numbers it shows, and its picture as SVG or PNG."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from html import escape
from typing import Any

from matplotlib.figure import Figure

from clusterkit.charts.style import drawn_in_style

_HEAD = re.compile(r"^.*?<svg ", re.DOTALL)  # with the XML prologue, which has no place within a page
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)  # matplotlib repeats every text in one


@dataclass(frozen=True)
class Shown:
    """One number in a chart: of which indicator (its short word), for what, exact and as printed."""

    series: str
    label: str
    value: Decimal
    display: str
    unit: str

    def __str__(self) -> str:
        return f"{self.label} {self.display}{self.unit}"


@dataclass(frozen=True)
class Chart:
    """One chart; shown as a picture in a notebook.

    Parameters
    ----------
    id, name
        The key in the guide, and what the chart is called in a list.
    title
        A sentence with the finding; for a chart with nothing to show, what is missing and what to do.
    subtitle
        What the picture shows, with its units.
    alt
        The text alternative: the finding and every number shown.
    source
        The line below: lists, year, remarks.
    shown
        The numbers in the picture, as exact as the results.
    is_empty
        Whether there was nothing to show.
    """

    id: str
    name: str
    title: str
    subtitle: str
    alt: str
    source: str
    shown: tuple[Shown, ...]
    is_empty: bool
    draw: Callable[[], Figure] = field(repr=False, compare=False)

    @cached_property
    def svg(self) -> str:
        """The picture as one SVG element: the same on every run, letters as outlines, the alternative inside."""
        text = self._saved("svg", metadata={"Date": None, "Creator": None, "Title": self.name}).decode()
        label = escape(self.alt, quote=True)
        return _HEAD.sub(lambda _: f'<svg role="img" aria-label="{label}" ', _COMMENT.sub("", text), count=1)

    def png(self, scale: float = 2) -> bytes:
        """Return the picture as PNG; ``scale`` 2 is for sharp screens, 3 for print."""
        return self._saved("png", dpi=100 * scale, metadata={"Software": None})

    def _saved(self, kind: str, **options: Any) -> bytes:
        buffer = io.BytesIO()
        with drawn_in_style(f"clusterkit {self.id}"):
            self.draw().savefig(buffer, format=kind, **options)
        return buffer.getvalue()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        return {"image/svg+xml": self.svg, "text/plain": self.alt}

    def __str__(self) -> str:
        return self.alt
