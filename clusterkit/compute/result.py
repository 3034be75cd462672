"""Results: the value of each indicator, how it is printed, what it stands on, and its lineage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from clusterkit.findings import Finding
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.indicator_model import Indicator

if TYPE_CHECKING:
    import pandas as pd

    from clusterkit.compute.contribution import Contributions
    from clusterkit.compute.reasons import Reasons

Status = Literal["ok", "partial", "missing", "declared"]
Source = Literal["computed", "declared", "reported"]
Range = tuple[Decimal | None, Decimal | None]  # low and high
STATUS: dict[Status, str] = {"ok": "齐全", "partial": "有缺数", "missing": "还没有数", "declared": "部门认定"}


@dataclass(frozen=True)
class Declared:
    """A total that a department certifies, beside the sum of rows.

    ``value`` is in the indicator's unit; ``computed`` is the sum of rows, ``difference`` the declared minus it.
    """

    value: Decimal
    unit: str
    department: str
    document: str
    date: str
    reason: str
    print: bool
    computed: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        """The declared total minus the sum of rows."""
        return None if self.computed is None else self.value - self.computed

    @property
    def said(self) -> str:
        """Who certifies it by which document, whether the form prints it, and why."""
        used = "按此填报" if self.print else "仅供对照"
        return f"{self.department}，{self.document}，{self.date}（{used}）：{self.reason}"

    def as_dict(self) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "value": float(self.value), "unit": self.unit, "department": self.department,
            "document": self.document, "date": self.date, "reason": self.reason, "print": self.print,
            "computed": _float(self.computed), "difference": _float(self.difference),
        }  # fmt: skip


@dataclass(frozen=True)
class Result:
    """One indicator's result.

    Parameters
    ----------
    exact
        The value that the form prints, in the indicator's unit, not rounded; None where it is missing.
    totals
        The sums and counts of the formula with their units.
    rows_counted, rows_missing
        Rows that count; rows that should count but lack a figure.
    explanation
        One Chinese sentence that names the figures as printed.
    factor
        From the formula's own unit to the indicator's, exactly.
    ranges
        Gives low and high of every indicator, where somebody knows which questions are open.
    asked
        Gives the open questions that move an indicator, where somebody knows.
    """

    indicator: Indicator
    exact: Decimal | None
    source: Source
    status: Status
    rows_counted: int
    rows_missing: int
    explanation: str
    totals: Mapping[Any, tuple[Decimal | None, str]] = field(default_factory=dict)
    declared: Declared | None = None
    findings: tuple[Finding, ...] = ()
    contributions: tuple[Contributions, ...] = field(default=(), repr=False)
    reasons: Reasons | None = field(default=None, repr=False)
    factor: Decimal = Decimal(1)
    ranges: Callable[[], Mapping[str, Range]] | None = field(default=None, repr=False, compare=False)
    asked: Callable[[str], Sequence[Any]] | None = field(default=None, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.indicator.id

    @property
    def name(self) -> str:
        """The indicator as printed, without its unit."""
        return self.indicator.name

    @property
    def unit(self) -> str:
        """The unit on the form."""
        return self.indicator.unit

    @property
    def value(self) -> float | None:
        """The exact value as a number; None where it is missing."""
        return _float(self.exact)

    @property
    def computed(self) -> Decimal | None:
        """The sum of rows (or what was reported), also where a declared total is printed instead."""
        return self.declared.computed if self.declared and self.source == "declared" else self.exact

    @property
    def low(self) -> Decimal | None:
        """The value with every open question answered the way that lowers it; the value where none is open."""
        return self._range[0]

    @property
    def high(self) -> Decimal | None:
        """The value with every open question answered the way that raises it; the value where none is open."""
        return self._range[1]

    @property
    def _range(self) -> Range:
        found = self.ranges().get(self.id) if self.ranges is not None else None
        return (self.exact, self.exact) if found is None else found

    @property
    def questions(self) -> Sequence[Any]:
        """The open questions whose answers move the value, as ``ws.questions()`` has them."""
        return () if self.asked is None else self.asked(self.id)

    @property
    def display(self) -> str:
        """What the form prints (四舍五入); ``""`` where it is missing."""
        return printed(self.exact, self.indicator.digits)

    def lineage(self) -> pd.DataFrame:
        """Return every row considered: counted or not, how much, why.

        Returns
        -------
        DataFrame
            ``key``, ``name``, ``counted``, ``contribution`` (in the indicator's unit; they add up to the
            computed value), ``reason``, ``rule``, ``file``, ``sheet``, ``row`` (1-based), then the amounts.
        """
        from clusterkit.compute.lineage import lineage

        return lineage(self)

    def as_dict(self) -> dict[str, Any]:
        """Return the contract's JSON shape."""
        return {
            "id": self.id, "name": self.name, "group": self.indicator.group, "unit": self.unit,
            "value": self.value, "display": self.display, "note": self.indicator.note,
            "rows_counted": self.rows_counted, "rows_missing": self.rows_missing, "status": self.status,
            "source": self.source, "declared": self.declared.as_dict() if self.declared else None,
            "explanation": self.explanation, "findings": [found.id for found in self.findings],
            "low": _float(self.low), "high": _float(self.high),
        }  # fmt: skip


class Results(Mapping[str, Result]):
    """The results of all indicators, by id, in the printed order."""

    def __init__(self, results: Mapping[str, Result], findings: tuple[Finding, ...] = ()) -> None:
        self._results = dict(results)
        self.findings = findings

    def __getitem__(self, indicator: str) -> Result:
        return self._results[indicator]

    def __iter__(self) -> Iterator[str]:
        return iter(self._results)

    def __len__(self) -> int:
        return len(self._results)

    def ranged(
        self, ranges: Callable[[], Mapping[str, Range]], asked: Callable[[str], Sequence[Any]] | None = None
    ) -> Results:
        """Return the same results, which ask for low and high, and for open questions, when those are wanted."""
        known = {key: replace(result, ranges=ranges, asked=asked) for key, result in self._results.items()}
        return Results(known, self.findings)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per indicator, as ``clusterkit indicators`` shows them."""
        import pandas as pd

        return pd.DataFrame([result.as_dict() for result in self.values()])


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
