"""Units of measure: what each measures, and exact conversion between those that measure the same."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class Unit(BaseModel):
    """One unit: what it measures (人民币, 美元, 人数 …) and how many of the base unit it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    measures: str
    size: Decimal
    also: tuple[str, ...] = ()
    prints_as: str | None = None


@cache
def units() -> dict[str, Unit]:
    """Return all units by every spelling they have."""
    data = tomllib.loads((files("clusterkit.tables") / "units.toml").read_text("utf-8"))
    known: dict[str, Unit] = {}
    for unit_id, entry in data.items():
        unit = Unit(id=unit_id, **entry)
        known |= dict.fromkeys((unit_id, *unit.also), unit)
    return known


def factor(source: str, target: str) -> Decimal:
    """Return what an amount in ``source`` is multiplied by to be in ``target``, exactly.

    Raises
    ------
    ValueError
        If the two do not measure the same (RMB and USD need a recorded rate).

    Examples
    --------
    >>> factor("亿元", "万元")
    Decimal('10000')
    >>> factor("人", "万人")
    Decimal('0.0001')
    """
    one, other = units()[source], units()[target]
    if one.measures != other.measures:
        raise ValueError(f"{source} 与 {target} 不是同一种量（{one.measures}、{other.measures}）")
    return one.size / other.size
