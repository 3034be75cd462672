"""Amounts: whole columns of numbers, brought exactly into the field's unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import isfinite, nan

from clusterkit.intake.cells.numbers import read_about, read_number
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import is_absent
from clusterkit.tables import factor, units

_PLAIN = re.compile(r"-?\d+(?:\.\d*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate:
    """An exchange rate as the project recorded it: RMB for one USD."""

    value: Decimal
    source: str = ""
    date: str = ""
    kind: str = ""

    def __str__(self) -> str:
        kinds = {"average": "年平均", "year_end": "年末"}
        details = "，".join(
            part for part in (kinds.get(self.kind, self.kind), self.date, self.source) if part
        )
        return f"{self.value}（{details}）" if details else str(self.value)


class NoRate(ValueError):
    """RMB must become USD (or the other way round) and no rate is recorded."""


@dataclass
class Amounts:
    """A column of amounts in the field's unit (NaN: blank), and the positions of what could not be had.

    ``unreadable`` are texts that are no number, ``about`` those that give one roughly, ``unitless`` figures
    without a unit, ``no_rate`` figures that need an exchange rate; ``other_unit`` cells bring a unit of
    another kind, ``converted`` by a rate; ``own_unit`` cells say theirs themselves.
    """

    values: list[float]
    unreadable: dict[str, list[int]] = field(default_factory=dict)
    about: dict[str, list[int]] = field(default_factory=dict)
    unitless: list[int] = field(default_factory=list)
    no_rate: list[int] = field(default_factory=list)
    other_unit: dict[str, list[int]] = field(default_factory=dict)
    converted: list[int] = field(default_factory=list)
    own_unit: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Scale:
    """How a figure in ``source`` becomes one in ``target``."""

    source: str
    target: str
    rate: Rate | None = None

    @property
    def by_rate(self) -> bool:
        """Whether RMB and USD are converted."""
        return units()[self.source].measures != units()[self.target].measures

    def exact(self, value: Decimal) -> Decimal:
        """Return the figure in the target unit.

        Raises
        ------
        NoRate
            If a rate is needed and there is none.
        ValueError
            If the units measure different things.
        """
        if not self.by_rate:
            return value * factor(self.source, self.target)
        measures = (units()[self.source].measures, units()[self.target].measures)
        if set(measures) != {"人民币", "美元"}:
            raise ValueError(self.source)
        if self.rate is None:
            raise NoRate(self.source)
        if measures[0] == "人民币":
            return value * factor(self.source, "元") / self.rate.value * factor("美元", self.target)
        return value * factor(self.source, "美元") * self.rate.value * factor("元", self.target)

    def column(self, values: list[float]) -> list[float]:
        """Return a whole column in the target unit, each figure as exact as the input's digits."""
        if self.source == self.target:
            return values
        shift = None if self.by_rate else _power_of_ten(factor(self.source, self.target))
        if shift is None:
            return [value if value != value else float(self.exact(Decimal(repr(value)))) for value in values]
        return [_shifted(value, shift) for value in values]


def _power_of_ten(number: Decimal) -> int | None:
    exponent = number.adjusted()
    return exponent if number == Decimal(1).scaleb(exponent) else None


def _shifted(value: float, shift: int) -> float:
    """Multiply by a power of ten in the decimal digits: 586668271.38 becomes 58666.827138, exactly."""
    said = repr(value)
    return (
        value
        if value != value
        else float(f"{said}e{shift}" if "e" not in said else Decimal(said).scaleb(shift))
    )


def amounts(
    cells: Sequence[Cell], target: str, source: str | None, *, rate: Rate | None = None, natural: bool = False
) -> Amounts:
    """Read a column of amounts.

    Parameters
    ----------
    cells
        The cells as read.
    target
        The field's unit.
    source
        The column's unit; None where it is not known.
    rate
        The recorded exchange rate, if there is one.
    natural
        Whether a bare figure is in the field's unit by its nature (people, percent).

    Examples
    --------
    >>> amounts([1.5, "", "1,200", "约3亿", "0.3亿元"], "万元", "万元").values
    [1.5, nan, 1200.0, nan, 3000.0]
    """
    source = source or (target if natural else None)
    bare, others = _bare_numbers(cells)
    result = Amounts(bare)
    if source is None:
        result.unitless = [at for at, value in enumerate(bare) if value == value]
        result.values = [nan] * len(bare)
    else:
        _scale_bare(result, Scale(source, target, rate))
    for at, said in others:
        _read_other(result, at, said, target, source, rate)
    return result


def _bare_numbers(cells: Sequence[Cell]) -> tuple[list[float], list[tuple[int, str]]]:
    """Return the cells that are numbers as they stand, and the rest (texts that are not blank)."""
    if set(map(type, cells)) == {float}:
        return list(cells), []  # type: ignore[arg-type]
    values = [cell if cell.__class__ is float else nan for cell in cells]
    if all(cell == "" for cell in cells if cell.__class__ is not float):
        return values, []
    others: list[tuple[int, str]] = []
    for at, cell in enumerate(cells):
        if cell.__class__ is float or cell == "":
            continue
        if cell.__class__ is int:
            values[at] = float(cell)
            continue
        said = str(cell)
        plain = said.strip()
        if _PLAIN.fullmatch(plain):
            values[at] = float(plain)
        elif not is_absent(said):
            others.append((at, plain))
    return values, others


def _scale_bare(result: Amounts, scale: Scale) -> None:
    bare = result.values
    try:
        result.values = scale.column(bare)
        result.converted = _filled(bare) if scale.by_rate else []
    except NoRate:
        result.no_rate, result.values = _filled(bare), [nan] * len(bare)
    except ValueError:
        result.other_unit[scale.source], result.values = _filled(bare), [nan] * len(bare)


def _filled(values: Sequence[float]) -> list[int]:
    return [at for at, value in enumerate(values) if value == value]


def _read_other(
    result: Amounts, at: int, said: str, target: str, source: str | None, rate: Rate | None
) -> None:
    number = read_number(said, target)
    if number is None:
        kind = result.about if read_about(said, target) else result.unreadable
        kind.setdefault(said, []).append(at)
        return
    unit = number.unit or source
    if number.unit:
        result.own_unit.append(at)
    if unit is None:
        result.unitless.append(at)
        return
    scale = Scale(unit, target, rate)
    try:
        value = float(scale.exact(number.value))
    except NoRate:
        result.no_rate.append(at)
    except ValueError:
        result.other_unit.setdefault(unit, []).append(at)
    else:
        result.values[at] = value if isfinite(value) else nan
        if scale.by_rate:
            result.converted.append(at)
