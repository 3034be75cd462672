"""Dimensions of amounts: what a formula measures, and the exact factor to the unit it is printed in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clusterkit.tables.units import units

_PURE = frozenset({"比率"})
_COUNTED = ("件数", "人数")
SHARE, POINTS = "%", "个百分点"


@dataclass(frozen=True)
class Quantity:
    """What a number measures: powers of measures (人民币 1, 人数 -1) and the size of its unit in base units."""

    powers: tuple[tuple[str, int], ...] = ()
    size: Decimal = Decimal(1)

    def times(self, other: Quantity, sign: int = 1) -> Quantity:
        """Return the quantity of a product (``sign`` 1) or a quotient (-1)."""
        powers = dict(self.powers)
        for measure, power in other.powers:
            powers[measure] = powers.get(measure, 0) + sign * power
        kept = tuple(sorted((measure, power) for measure, power in powers.items() if power))
        return Quantity(kept, self.size * other.size if sign > 0 else self.size / other.size)

    def factor_to(self, target: Quantity) -> Decimal:
        """Return what a value is multiplied by to be in ``target``.

        Raises
        ------
        ValueError
            If the two measure different things.
        """
        if self.powers != target.powers and not (self.counts and target.counts):
            raise ValueError(f"公式得到的是{self}，单位要求的是{target}")
        return self.size / target.size

    @property
    def counts(self) -> bool:
        """Whether this is a number of things or people (rows counted may be either)."""
        return len(self.powers) == 1 and self.powers[0][0] in _COUNTED and self.powers[0][1] == 1

    def __str__(self) -> str:
        return (
            "·".join(f"{measure}^{power}" if power != 1 else measure for measure, power in self.powers)
            or "纯数"
        )


PURE = Quantity()
COUNT = Quantity((("件数", 1),))


def quantity(unit: str) -> Quantity:
    """Return the quantity of a unit as printed, compound ones (``万元/人``) too.

    Raises
    ------
    ValueError
        If the unit is not known.

    Examples
    --------
    >>> quantity("万元").factor_to(quantity("亿元"))
    Decimal('0.0001')
    >>> str(quantity("万元/人"))
    '人数^-1·人民币'
    """
    known = units()
    if unit in known:
        found = known[unit]
        return Quantity(() if found.measures in _PURE else ((found.measures, 1),), found.size)
    head, slash, tail = unit.partition("/")
    if not slash:
        raise ValueError(f"不认识的单位“{unit}”")
    return quantity(head).times(quantity(tail), -1)


def apart_in(unit: str) -> str:
    """Return the unit in which two figures of a unit are apart: shares in percentage points.

    Examples
    --------
    >>> apart_in("%"), apart_in("万元/人")
    ('个百分点', '万元/人')
    """
    return POINTS if unit == SHARE else unit
