"""The scope of a computation: which year, which industries, which places, and what was decided by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any


def _texts(values: Iterable[Any] | str) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(str(value) for value in values)


@dataclass(frozen=True)
class Scope:
    """What is computed: the settings that the 35 numbers depend on besides the tables.

    Parameters
    ----------
    reference_year
        上年度: the year the figures belong to.
    industries
        GB/T 4754-2017 codes of any level, letters allowed (``"C39"``, ``"39"``, ``"C"``); empty: all.
    districts
        Names of districts or functional areas; empty: all.
    reference_date
        The day on which recognitions must be valid; the 31 December of ``reference_year`` if not given.
    include, exclude
        统一社会信用代码 (or normalised names) decided by hand. A mapping gives each its reason.
    interpretation
        The choices where the guide is ambiguous, by key; the guide's default for those not given.
    organisation
        What the promotion organisation reports (``office_area`` in ㎡, ``full_time_staff`` in people).

    Examples
    --------
    >>> Scope(2024, industries=["39"], districts=["西青区"]).on
    datetime.date(2024, 12, 31)
    """

    reference_year: int
    industries: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    reference_date: date | None = None
    include: Mapping[str, str] = field(default_factory=dict)
    exclude: Mapping[str, str] = field(default_factory=dict)
    interpretation: Mapping[str, str] = field(default_factory=dict)
    organisation: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("industries", "districts"):
            object.__setattr__(self, name, _texts(getattr(self, name)))
        for name in ("include", "exclude"):
            value = getattr(self, name)
            object.__setattr__(
                self, name, dict(value) if isinstance(value, Mapping) else dict.fromkeys(_texts(value), "")
            )

    def but(self, **changes: Any) -> Scope:
        """Return the same scope with some parts changed, to try something out.

        Examples
        --------
        >>> Scope(2024, industries=["39"], districts=["西青区"]).but(districts=["津南区"]).districts
        ('津南区',)
        """
        return replace(self, **changes)

    @property
    def on(self) -> date:
        """The reference date."""
        return self.reference_date or date(self.reference_year, 12, 31)
