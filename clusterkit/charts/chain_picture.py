"""产业链图谱: segments as boxes from upstream to downstream, empty ones dashed, supplies between them as arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from clusterkit.charts.card import INNER, Card, card
from clusterkit.charts.chain_box import EMPTY, HEIGHT, Station, draw_box
from clusterkit.charts.chart import Chart, Shown
from clusterkit.charts.font import drawable
from clusterkit.charts.nothing import nothing_drawn
from clusterkit.charts.style import BLUE, BODY, GREY, INK, LINE, PAPER, SMALL
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.plan_model import PlanPicture

_BOX, _BETWEEN, _HEAD = 1.78, 0.2, 0.28  # inches
_THIN, _THICK = 0.8, 4.5  # points
_BESIDE = 0.24  # inches
_LARGE = 0.25  # of the largest supply
_ROWS = 3  # boxes on top of each other where nobody said what is upstream


@dataclass(frozen=True, slots=True)
class _Placed:
    left: float
    bottom: float
    column: int
    row: int


def chain_picture(
    picture: PlanPicture,
    facts: Mapping[str, str],
    stations: Sequence[Station],
    flows: Mapping[tuple[str, str], Decimal],
    source: str,
) -> Chart:
    """Return the picture of a chain.

    Parameters
    ----------
    picture
        What the guide's data says of it.
    facts
        The words for its title.
    stations
        The segments from upstream to downstream.
    flows
        (from, to) → supplies in 万元.
    source
        The line below.
    """
    if not stations:
        return nothing_drawn(picture)
    title = picture.title.format_map(facts)
    columns = _columns(stations)
    height = _HEAD + max(map(len, columns)) * (HEIGHT + _BETWEEN) - _BETWEEN
    shown = tuple(
        Shown(picture.name, f"{start}→{end}", value, printed(value, 0), "万元")
        for (start, end), value in flows.items()
    )
    said = [f"{one.stage}{one.name}：{EMPTY if one.is_empty else one.figures}" for one in stations]
    links = [str(one) for one in shown]
    alt = f"{picture.name}：{title}。{'；'.join(said)}。" + (
        f"集群内配套：{'、'.join(links)}。" if links else ""
    )

    subtitle = picture.subtitle + (picture.links if flows else "")

    def draw() -> Figure:
        sheet = card(title, subtitle, source, height)
        _draw(sheet, columns, flows)
        return sheet.figure

    return Chart(picture.id, picture.name, title, subtitle, alt, source, shown, False, draw)


def _columns(stations: Sequence[Station]) -> list[list[Station]]:
    """Return the segments in columns: a stage each, or a few on top of each other where there are no stages."""
    stages = list(dict.fromkeys(one.stage for one in stations))
    if len(stages) > 1:
        return [[one for one in stations if one.stage == stage] for stage in stages]
    return [list(stations[start : start + _ROWS]) for start in range(0, len(stations), _ROWS)]


def _draw(
    sheet: Card, columns: Sequence[Sequence[Station]], flows: Mapping[tuple[str, str], Decimal]
) -> None:
    axes = sheet.axes(0, 0, INNER, sheet.height)
    axes.set_xlim(0, INNER)
    axes.set_ylim(0, sheet.height)
    box = min(_BOX, INNER / len(columns) * 0.8)
    gap = (INNER - box * len(columns)) / max(len(columns) - 1, 1)
    room = sheet.height - _HEAD
    placed: dict[str, _Placed] = {}
    for number, column in enumerate(columns):
        left, tall = number * (box + gap), len(column) * (HEIGHT + _BETWEEN) - _BETWEEN
        axes.text(
            left + box / 2, sheet.height - _HEAD / 2, drawable(column[0].stage), ha="center", va="center",
            fontsize=BODY + 1, fontweight="bold", color=GREY,
        )  # fmt: skip
        for row, station in enumerate(column):
            bottom = room - (room - tall) / 2 - row * (HEIGHT + _BETWEEN) - HEIGHT
            placed[station.key] = _Placed(left, bottom, number, row)
            draw_box(axes, station, left, bottom, box)
    most = max(flows.values(), default=Decimal(1)) or Decimal(1)
    for (start, end), value in sorted(flows.items(), key=lambda flow: flow[1]):
        if start in placed and end in placed and start != end:
            _arrow(axes, placed[start], placed[end], box, float(value / most), printed(value, 0))


def _arrow(axes: Axes, start: _Placed, end: _Placed, width: float, share: float, figure: str) -> None:
    """Draw a supply: from side to side between columns, down or up within one; the large ones with their figure."""
    past = start.column == end.column and abs(start.row - end.row) > 1  # a box stands between
    first, second = _past(start, end, width) if past else _ends(start, end, width)
    bent = (0.35 if first[1] > second[1] else -0.35) * (1 if start.column else -1)
    axes.add_patch(
        FancyArrowPatch(
            first,
            second,
            arrowstyle="-|>",
            connectionstyle=f"arc3,rad={bent if past else 0}",
            mutation_scale=8,
            color=LINE if share < _LARGE else BLUE,
            linewidth=_THIN + (_THICK - _THIN) * share,
            alpha=0.75,
            zorder=1 + share,
            shrinkA=0,
            shrinkB=0,
        )
    )
    if share >= _LARGE and abs(start.column - end.column) <= 1:
        middle = (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
        aside = -abs(first[1] - second[1]) * 0.175 * (1 if start.column else -1) if past else 0
        if start.column == end.column and not past:  # a short arrow: the figure stands beside it
            aside = _BESIDE
        axes.text(
            middle[0] + aside, middle[1], figure, ha="center", va="center", fontsize=SMALL - 1, color=INK, zorder=5,
            bbox={"boxstyle": "round,pad=0.15", "facecolor": PAPER, "edgecolor": "none"},
        )  # fmt: skip


def _past(start: _Placed, end: _Placed, width: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of a supply that goes round a box: on the left, in the first column on the right."""
    side = start.left if start.column else start.left + width
    return (side, start.bottom + HEIGHT / 2), (side, end.bottom + HEIGHT / 2)


def _ends(start: _Placed, end: _Placed, width: float) -> tuple[tuple[float, float], tuple[float, float]]:
    if start.column == end.column:
        down = start.bottom > end.bottom
        middle = start.left + width / 2 + (0.18 if down else -0.18)
        first, second = (start.bottom, end.bottom + HEIGHT) if down else (start.bottom + HEIGHT, end.bottom)
        return (middle, first), (middle, second)
    left = (start.left + width, end.left) if start.column < end.column else (start.left, end.left + width)
    return (left[0], start.bottom + HEIGHT / 2), (left[1], end.bottom + HEIGHT / 2)
