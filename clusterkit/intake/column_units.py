"""Which unit the figures of a column are in, and by what it is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from clusterkit.intake.cells.text import as_text
from clusterkit.intake.columns import Column
from clusterkit.intake.header.found import Header
from clusterkit.intake.mapping import Source
from clusterkit.intake.readers import Cell
from clusterkit.intake.units import fitting, read_unit, units_in_note
from clusterkit.intake.vocabulary import is_absent, key, vocabulary
from clusterkit.tables import units

_NATURAL = {"人数", "每年人数", "比率", "面积"}
_LIKELY = {
    "人民币": ("元", "万元", "亿元"),
    "美元": ("美元", "万美元", "亿美元"),
}  # what amounts are given in


@dataclass(frozen=True)
class UnitFound:
    """The unit of a column (empty: not known), by what it is known; ``cells`` where it differs by row."""

    unit: str = ""
    how: str = ""
    cells: tuple[str, ...] = ()
    wrong: str = ""


def find_unit(
    column: Column,
    source: Source | None,
    notes: Sequence[str],
    header: Header,
    cells: Callable[[int], Sequence[Cell]],
) -> UnitFound:
    """Return the unit of a column: a person's word, the header, the sheet's note, a column beside it, nature."""
    target = column.field.unit or ""
    if source and column.field.id in source.units:
        return UnitFound(read_unit(source.units[column.field.id], target) or "", "mapping")
    if column.label.unit_text:
        unit = read_unit(column.label.unit_text, target)
        return UnitFound(unit, "header") if unit else UnitFound(wrong=column.label.unit_text)
    if unit := fitting(tuple(dict.fromkeys(unit for note in notes for unit in units_in_note(note))), target):
        return UnitFound(unit, "note")
    if beside := _beside(column, header, cells):
        return UnitFound("", "column", beside)
    return UnitFound(target, "nature") if units()[target].measures in _NATURAL else UnitFound()


def _beside(column: Column, header: Header, cells: Callable[[int], Sequence[Cell]]) -> tuple[str, ...]:
    """Return the units of a neighbouring column that holds units and nothing else."""
    names = set(map(key, vocabulary().header.unit))
    for at in (column.at + 1, column.at - 1):
        label = header.labels[at] if 0 <= at < len(header.labels) else None
        if label is None or not names.intersection(label.names):
            continue
        said = ["" if is_absent(as_text(cell)) else as_text(cell) for cell in cells(at)]
        read = {text: read_unit(text, column.field.unit) for text in set(said) if text}
        if read and all(unit and fitting((unit,), column.field.unit or "") for unit in read.values()):
            return tuple(read.get(text) or "" for text in said)
    return ()


def likely_unit(values: Sequence[float], target: str) -> tuple[str, str]:
    """Return the unit in which the figures would be of ordinary size, and the evidence in Chinese.

    Examples
    --------
    >>> likely_unit([58_666_827.0, 40_145_162.0], "万元")
    ('元', '中位数 49,405,994.5，按元是每家 0.49 亿元')
    """
    measures = units()[target].measures
    filled = [abs(value) for value in values if value]
    if measures not in _LIKELY or not filled:
        return target, "没有可比的数"
    ordinary, candidates = vocabulary().mixed.ordinary[measures], _LIKELY[measures]
    middle = median(filled)
    best = min(candidates, key=lambda unit: _distance(middle * float(units()[unit].size), ordinary))
    worth = middle * float(units()[best].size)
    money = "美元" if measures == "美元" else "元"
    said = f"{worth / 1e8:.2f} 亿{money}" if worth >= 1e7 else f"{worth / 1e4:,.1f} 万{money}"
    return (
        best,
        f"中位数 {middle:,g}，按{best}是每家 {said}"
        if middle < 1e6
        else f"中位数 {middle:,.1f}，按{best}是每家 {said}",
    )


def _distance(one: float, other: float) -> float:
    return max(one / other, other / one)
