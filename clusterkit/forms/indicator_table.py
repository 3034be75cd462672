"""二、集群发展相关指标: groups merged downwards, labels with their unit as printed, figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from clusterkit.word import Cell, Row, Table, paragraph

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.indicator_model import Indicator


def indicator_table(guide: Guide, figures: Mapping[str, str]) -> Table:
    """Return the table of indicators with ``figures`` (id → text) in its last column."""
    printed = guide.form.indicators
    header = zip(printed.widths, printed.headers, strict=True)
    cells = tuple(Cell(width, (paragraph(text, "TableHead"),)) for width, text in header)
    rows = [Row(cells, header=True)]
    for group in sorted(guide.groups.values(), key=lambda group: group.order):
        members = [indicator for indicator in guide.indicators.values() if indicator.group == group.id]
        members.sort(key=lambda indicator: indicator.number)
        for place, indicator in enumerate(members):
            name = "" if place else group.name
            rows.append(_row(printed.widths, name, indicator, figures.get(indicator.id, "")))
    return Table(tuple(rows))


def _row(widths: tuple[float, ...], group: str, indicator: Indicator, figure: str) -> Row:
    first = Cell(widths[0], (paragraph(group, "TableHead"),) if group else (), above=not group)
    label = Cell(widths[1], (paragraph(indicator.label, "TableLeft"),))
    return Row((first, label, Cell(widths[2], (paragraph(figure, "TableText"),))))
