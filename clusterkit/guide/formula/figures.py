"""Figures as they are printed: half up on the decimal digits, in a unit that reads well."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from clusterkit.tables.units import units


def printed(value: Decimal | float | None, digits: int | None) -> str:
    """Return a value as the form prints it (四舍五入), without a unit; ``""`` for nothing.

    Where rounding would print zero for something, as many digits as give two significant ones.

    Parameters
    ----------
    value
        In the unit that is printed.
    digits
        Decimals; None: as given.

    Examples
    --------
    >>> printed(1.005, 2), printed(Decimal("0.00432"), 2), printed(12.0, 0), printed(320.5, None), printed(0, 2)
    ('1.01', '0.0043', '12', '320.5', '0.00')
    """
    if value is None:
        return ""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if digits is None:
        return f"{exact.normalize():f}"
    rounded = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if rounded or not exact or digits == 0:
        return f"{rounded:f}"
    return f"{exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), ROUND_HALF_UP):f}"


def amount(value: Decimal | None, unit: str) -> str:
    """Return an amount with its unit for a sentence: from one whole of the larger unit on, in that.

    Examples
    --------
    >>> amount(Decimal("12412"), "万元"), amount(Decimal("350"), "万元"), amount(Decimal("23"), "人")
    ('1.24亿元', '350万元', '23人')
    """
    if value is None:
        return "缺"
    known = units().get(unit)
    if known and known.prints_as:
        larger = units()[known.prints_as]
        scaled = value * known.size / larger.size
        if abs(scaled) >= 1:
            return f"{printed(scaled, 2)}{larger.id}"
    return f"{printed(value, 0 if value == value.to_integral_value() else 2)}{unit}"
