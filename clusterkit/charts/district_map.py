"""A drawn map of the city: districts shaded by an indicator, the small ones once more beside it, larger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import cos, radians

from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from clusterkit.charts.card import INNER, Card
from clusterkit.charts.content import Content, Series, series_of
from clusterkit.charts.font import drawable_lines
from clusterkit.charts.groups import Panel, facts
from clusterkit.charts.style import BODY, GREY, INK, LINE, PAPER, SHADES, SMALL
from clusterkit.compute.counted import value_of
from clusterkit.compute.given import Given
from clusterkit.compute.grouped import BLANK, Grouped, group_rows, measured
from clusterkit.guide import Guide
from clusterkit.guide.chart_model import ChartPlan, MapOutline

_HEIGHT = 4.9
_LISTED = 7  # districts beside their shades
_MAP = 3.55  # inches of the room that the map itself takes
Corner = tuple[float, float]


def district_map(plan: ChartPlan, given: Given) -> Content | None:
    """Return the leading indicator by district, functional areas within theirs; None without rows or a map."""
    outline = given.guide.map
    for series in series_of(plan, given):
        whole = value_of(series.result, series.rows)
        if outline and series.rows and whole is not None:
            panel = Panel(series, _by_district(plan, given.guide, series), whole)
            shown = tuple(series.shown(name, value) for name, value in panel.values.items())
            words = {**facts(panel), "city": given.guide.city}
            return Content(
                words, shown, _HEIGHT, lambda card: _draw(card, outline, panel),  # noqa: B023 - returned at once
                len(panel.values) == 1, (outline.remark, *_outside(outline, panel)),
            )  # fmt: skip
    return None


def _by_district(plan: ChartPlan, guide: Guide, series: Series) -> dict[str, Decimal]:
    heaped: Grouped = defaultdict(list)
    for place, rows in group_rows(series.rows, plan.by, plan.length).items():
        area = guide.places.areas.get(place)
        heaped[area.within if area else place] += rows
    values = measured(series.result, heaped)
    return dict(sorted(values.items(), key=lambda item: (-item[1], item[0])))


def _outside(outline: MapOutline, panel: Panel) -> tuple[str, ...]:
    """Say what the map cannot show."""
    known = (name for name in panel.values if name not in outline.districts)
    said = "、".join(f"{name} {panel.series.print(panel.values[name])} {panel.series.unit}" for name in known)
    return (f"图上没有画：{said.replace(BLANK, '所在区' + BLANK)}",) if said else ()


def _draw(card: Card, outline: MapOutline, panel: Panel) -> None:
    shades = _shades(panel.values)
    main = card.axes(0, 0, _MAP, card.height)
    _districts(main, outline, outline.districts, panel, shades, small=outline.inset)
    left = _MAP + 0.35
    if outline.inset:
        inset = card.axes(left, card.height - 2.75, INNER - left, 2.45)
        _districts(inset, outline, outline.inset, panel, shades)
        frame = _frame(outline, outline.inset)
        main.add_patch(Rectangle((frame[0], frame[2]), frame[1] - frame[0], frame[3] - frame[2], fill=False,
                                 edgecolor=INK, linewidth=0.9))  # fmt: skip
        card.text(left, card.height - 0.06, "中间方框放大", va="top", fontsize=SMALL, color=GREY)
    _legend(card, panel, shades, left)


def _districts(
    axes: Axes, outline: MapOutline, names: Sequence[str] | Mapping[str, object], panel: Panel,
    shades: Mapping[str, str], small: Sequence[str] = (),
) -> None:  # fmt: skip
    west, east, south, north = _frame(outline, names)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect(1 / cos(radians((south + north) / 2)), anchor="NW")
    for name in names:
        colour = shades.get(name, SHADES[0])
        axes.add_patch(Polygon(outline.ring(name), facecolor=colour, edgecolor=LINE, linewidth=0.8))
        if name not in small:
            _name(axes, name, outline.labels.get(name) or _middle(outline.ring(name)), panel, colour)


def _name(axes: Axes, name: str, place: Corner, panel: Panel, colour: str) -> None:
    value = panel.values.get(name)
    words = name if value is None else f"{name}\n{panel.series.print(value)}"
    ink = PAPER if colour in SHADES[-2:] else INK if value is not None else GREY
    weight = "bold" if value is not None else "normal"
    axes.text(
        *place, drawable_lines(words), ha="center", va="center", fontsize=SMALL, color=ink, fontweight=weight
    )


def _shades(values: Mapping[str, Decimal]) -> dict[str, str]:
    """Return a shade for each district: the darkest for the largest value."""
    most = max(values.values())
    steps = len(SHADES) - 1
    return {
        name: SHADES[min(steps, 1 + int(value / most * steps * Decimal("0.9999")))] if most > 0 and value > 0 else SHADES[0]
        for name, value in values.items()
    }  # fmt: skip


def _legend(card: Card, panel: Panel, shades: Mapping[str, str], left: float) -> None:
    """List the districts with their values, the largest first, each with its shade."""
    known = list(panel.values.items())[:_LISTED]
    card.text(left, len(known) * 0.24 + 0.12, panel.series.header, fontsize=BODY, color=GREY)
    for row, (name, value) in enumerate(known):
        low = (len(known) - row - 1) * 0.24 + 0.02
        box = card.axes(left, low, 0.24, 0.15)
        box.add_patch(Rectangle((0, 0), 1, 1, facecolor=shades[name], edgecolor=LINE, linewidth=0.8))
        words = f"{name}　{panel.series.print(value)}（{panel.share(name)}）"
        card.text(left + 0.34, low + 0.075, words, va="center", fontsize=BODY)


def _frame(
    outline: MapOutline, names: Sequence[str] | Mapping[str, object]
) -> tuple[float, float, float, float]:
    corners = [corner for name in names for corner in outline.ring(name)]
    across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
    edge = (max(up) - min(up)) * 0.015
    return min(across) - edge, max(across) + edge, min(up) - edge, max(up) + edge


def _middle(ring: Sequence[Corner]) -> Corner:
    """Return the centre of a polygon's area."""
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    cross = [one[0] * other[1] - other[0] * one[1] for one, other in pairs]
    area = sum(cross) * 3
    across = sum((one[0] + other[0]) * size for (one, other), size in zip(pairs, cross, strict=True)) / area
    up = sum((one[1] + other[1]) * size for (one, other), size in zip(pairs, cross, strict=True)) / area
    return across, up
