"""How the value of a field is written in an annex: figures half up, dates by month, yes and no."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusterkit.guide.days import month_in_words
from clusterkit.guide.formula.figures import printed

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Column

_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)[-./](?P<month>0?[1-9]|1[0-2])(?:[-./]\d{1,2})?")


def cell_text(column: Column, row: Mapping[Hashable, Any]) -> str:
    """Return what an annex's cell says for a row of the table.

    The column's template is filled; where one of its fields is blank, only the others stand.
    """
    pieces = [(before, field) for before, field, _, _ in Formatter().parse(column.text)]
    shown = [(before, _shown(column, row.get(field)) if field else None) for before, field in pieces]
    values = [value for _, value in shown if value is not None]
    if not all(values):
        return "".join(values)
    return "".join(before + (value or "") for before, value in shown)


def _shown(column: Column, value: Any) -> str:
    if pd.isna(value):
        return ""
    return WRITERS[column.shown_as](value, Decimal(str(column.factor)))


def plain_number(value: Any, factor: Decimal = Decimal(1)) -> str:
    """Return a figure with at most two decimals and no closing zeros.

    Examples
    --------
    >>> plain_number(1250.0), plain_number(0.125)
    ('1250', '0.13')
    """
    return f"{Decimal(two_decimals(value, factor)).normalize():f}"


def two_decimals(value: Any, factor: Decimal = Decimal(1)) -> str:
    """Return a figure as the form prints amounts: two decimals, half up.

    Examples
    --------
    >>> two_decimals(254149, Decimal(10000)), two_decimals(1.005)
    ('25.41', '1.01')
    """
    return printed(Decimal(str(value)) / factor, 2)


def month(value: Any, factor: Decimal = Decimal(1)) -> str:  # noqa: ARG001 - every writer takes a factor
    """Return a date by its month, also one that stands as text; anything else as it stands.

    Examples
    --------
    >>> month(date(2024, 3, 15)), month("2025-03"), month("2025.3.1"), month("2025年底")
    ('2024年3月', '2025年3月', '2025年3月', '2025年底')
    """
    if isinstance(value, date):
        return month_in_words(value)
    said = _MONTH.fullmatch(_text(value))
    return f"{said['year']}年{int(said['month'])}月" if said else _text(value)


def _text(value: Any, factor: Decimal = Decimal(1)) -> str:  # noqa: ARG001
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return plain_number(value) if number else str(value).strip()


def _percent(value: Any, factor: Decimal) -> str:
    return f"{plain_number(value, factor)}%"


def _yes_no(value: Any, factor: Decimal) -> str:  # noqa: ARG001
    return "是" if value else "否"


WRITERS: dict[str, Callable[[Any, Decimal], str]] = {
    "text": _text,
    "decimals": two_decimals,
    "plain": plain_number,
    "percent": _percent,
    "yes_no": _yes_no,
    "month": month,
}
