"""The sizes of figures: how far each is from its peers, in powers of ten, and which unit would explain that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log10

import numpy as np
import pandas as pd

from clusterkit.intake.vocabulary import vocabulary
from clusterkit.tables import Field, Table, units

Sizes = np.ndarray  # by row: the power of ten of a figure; NaN where there is none


@cache
def shifts(unit: str) -> dict[str, float]:
    """Return the other units of the same kind, with how many powers of ten a figure in them would be too large.

    Examples
    --------
    >>> shifts("万元")["元"], shifts("万元")["亿元"], "千元" in shifts("万元")
    (4.0, -4.0, False)
    """
    one = units()[unit]
    far = {
        other.id: round(log10(one.size / other.size), 6)
        for other in units().values()
        if other.measures == one.measures
    }
    return {name: shift for name, shift in far.items() if abs(shift) >= vocabulary().mixed.least}


def explained(unit: str, far: float, slack: float, least: float) -> str | None:
    """Return the unit that explains why a figure is so many powers of ten away from its peers.

    Examples
    --------
    >>> explained("万元", 3.8, 0.5, 3), explained("万元", 1.2, 0.5, 3) is None
    ('元', True)
    """
    known = {name: abs(far - shift) for name, shift in shifts(unit).items() if abs(shift) >= least}
    best = min(known, key=lambda name: known[name], default=None)
    return best if best is not None and known[best] <= slack else None


def sizes_of(frame: pd.DataFrame, field: Field) -> Sizes:
    """Return the powers of ten of a column's figures; of zero and less there is none."""
    values = frame[field.id].to_numpy(dtype="float64", na_value=np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(values > 0, np.log10(np.where(values > 0, values, np.nan)), np.nan)


@dataclass(frozen=True)
class Spread:
    """The middle of sizes and how far from it they usually are; ``count`` figures tell it."""

    middle: float
    width: float
    count: int

    @classmethod
    def of(cls, sizes: Sizes) -> Spread:
        """Return the robust spread of the sizes that there are."""
        there = sizes[~np.isnan(sizes)]
        if not len(there):
            return cls(np.nan, np.nan, 0)
        middle = float(np.median(there))
        return cls(middle, 1.4826 * float(np.median(np.abs(there - middle))), len(there))

    @property
    def unit(self) -> float:
        """The width to count distances in: figures are taken to differ at least so much."""
        return max(self.width, vocabulary().mixed.narrowest)

    @property
    def tells(self) -> bool:
        """Whether there are enough figures to compare with."""
        return self.count >= vocabulary().mixed.fewest


def fields_of(table: Table, frame: pd.DataFrame, kinds: frozenset[str]) -> list[Field]:
    """Return the fields of a frame that are measured in one of these kinds."""
    return [
        field
        for field in table.fields.values()
        if field.type == "amount"
        and field.id in frame
        and field.unit is not None
        and units()[field.unit].measures in kinds
    ]


def said(value: float, field: Field) -> str:
    """Return an amount in the field's unit, as a message says it."""
    digits = f"{value:,.4g}" if abs(value) < 1 else f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{digits} {field.unit}"
