"""任务进度: a bar for each task from its first month to its last, by direction, years as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from clusterkit.charts.card import INNER, Card, card
from clusterkit.charts.chart import Chart, Shown
from clusterkit.charts.font import drawable
from clusterkit.charts.lettering import wrapped
from clusterkit.charts.nothing import nothing_drawn
from clusterkit.charts.style import (
    BLUE,
    BODY,
    GREEN,
    GREY,
    INK,
    LINE,
    ORANGE,
    PALE,
    SKY,
    SMALL,
    VERMILION,
    points,
)
from clusterkit.guide.plan_model import PlanPicture

Month = tuple[int, int]
_ROW, _HEAD, _NAMES = 0.27, 0.3, 2.75  # inches
_COLOURS = (BLUE, GREEN, ORANGE, SKY, VERMILION, GREY, "#7A5195")


@dataclass(frozen=True, slots=True)
class Span:
    """A task over its months."""

    group: str
    name: str
    first: Month
    last: Month

    def __str__(self) -> str:
        return f"{self.name} {self.first[0]}年{self.first[1]}月至{self.last[0]}年{self.last[1]}月"


def schedule(
    picture: PlanPicture, facts: Mapping[str, str], spans: Sequence[Span], years: Sequence[int], source: str
) -> Chart:
    """Return the picture of when things are done.

    Parameters
    ----------
    picture
        What the guide's data says of it.
    facts
        The words for its title.
    spans
        The tasks, those of one direction together.
    years
        The plan's years.
    source
        The line below.
    """
    if not spans:
        return nothing_drawn(picture)
    title = picture.title.format_map(facts)
    groups = [(name, list(some)) for name, some in groupby(spans, lambda span: span.group)]
    height = _HEAD + _ROW * (len(groups) + len(spans)) + 0.06
    shown = tuple(
        Shown(one.group, one.name, Decimal(_length(one)), str(_length(one)), "个月") for one in spans
    )
    alt = f"{picture.name}：{title}。{'；'.join(map(str, spans))}。"

    def draw() -> Figure:
        sheet = card(title, picture.subtitle, source, height)
        _draw(sheet, groups, years)
        return sheet.figure

    return Chart(picture.id, picture.name, title, picture.subtitle, alt, source, shown, False, draw)


def _length(span: Span) -> int:
    return (span.last[0] - span.first[0]) * 12 + span.last[1] - span.first[1] + 1


def _draw(sheet: Card, groups: Sequence[tuple[str, list[Span]]], years: Sequence[int]) -> None:
    width = INNER - _NAMES
    axes = sheet.axes(_NAMES, 0, width, sheet.height)
    axes.set_xlim(0, 12 * len(years))
    axes.set_ylim(0, sheet.height)
    _frame(axes, years, sheet.height)
    top = sheet.height - _HEAD
    for number, (name, spans) in enumerate(groups):
        _label(sheet, name, top, strong=True)
        axes.axhline(top, color=PALE, linewidth=0.8)
        top -= _ROW
        for span in spans:
            _label(sheet, span.name, top)
            start, length = _month(span.first, years), _length(span)
            place = (start, top - _ROW * 0.78)
            axes.add_patch(Rectangle(place, length, _ROW * 0.56, color=_COLOURS[number % len(_COLOURS)]))
            top -= _ROW


def _frame(axes: Axes, years: Sequence[int], height: float) -> None:
    for number, year in enumerate(years):
        axes.axvline(12 * number, color=LINE, linewidth=0.8)
        axes.text(
            12 * number + 6,
            height - _HEAD / 2,
            f"{year}年",
            ha="center",
            va="center",
            fontsize=BODY,
            color=INK,
        )
        for quarter in (3, 6, 9):
            axes.axvline(
                12 * number + quarter, 0, 1 - _HEAD / height, color=PALE, linewidth=0.6, linestyle=(0, (2, 3))
            )
    axes.axvline(12 * len(years), color=LINE, linewidth=0.8)


def _month(month: Month, years: Sequence[int]) -> int:
    return (month[0] - years[0]) * 12 + month[1] - 1


def _label(sheet: Card, name: str, top: float, *, strong: bool = False) -> None:
    indent, size = (0.0, BODY - 0.5) if strong else (0.14, SMALL)
    text = wrapped(drawable(name), (_NAMES - 0.08 - indent) / points(size), 1)[0]
    sheet.text(
        indent, top - _ROW / 2, text, va="center", fontsize=size, color=INK,
        fontweight="bold" if strong else "normal",
    )  # fmt: skip
