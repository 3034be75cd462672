"""The usual mistakes made on purpose: what each would do to a number. A pure function, by the same engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from clusterkit.compute.contribution import COUNTED, MISSING, Contributions
from clusterkit.compute.evaluate import evaluate
from clusterkit.compute.result import Result, Results
from clusterkit.compute.totals import exact_value
from clusterkit.guide import Guide
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import apart_in, quantity
from clusterkit.guide.indicator_model import Indicator, Rule
from clusterkit.guide.mistake_model import Mistake
from clusterkit.scope import Scope


@dataclass(frozen=True)
class Mistaken:
    """An indicator with one usual mistake made.

    Parameters
    ----------
    mistake
        What was done wrong, and why it is wrong.
    right
        The result as it should be.
    exact
        The number that the mistake gives, in the indicator's unit, not rounded; None where it gives none.
    wrong
        What it stands on: the mistaken computation's own result, with its lineage.
    """

    mistake: Mistake
    right: Result
    exact: Decimal | None
    wrong: Result

    @property
    def display(self) -> str:
        """The number that the mistake gives, as the form would print it."""
        return printed(self.exact, self.right.indicator.digits)

    @property
    def right_display(self) -> str:
        """The right number as the form would print it, summed over the rows (no declared total)."""
        return printed(self.right.computed, self.right.indicator.digits)

    @property
    def difference(self) -> Decimal | None:
        """The mistaken number minus the right one."""
        right = self.right.computed
        return None if self.exact is None or right is None else self.exact - right

    @property
    def shows(self) -> bool:
        """Whether the form would print another number."""
        return self.exact is not None and self.display != self.right_display

    @property
    def gap(self) -> str:
        """The difference as printed: “+1.45 个百分点”, “−12 个”, “10000 倍”; ``""`` where there is none."""
        if not self.shows or self.exact is None or self.difference is None:
            return ""
        right = self.right.computed
        if self.mistake.unit and right:
            return f"{printed(self.exact / right, None)} 倍"
        exact = Decimal(self.display) - Decimal(self.right_display)
        unit = apart_in(self.right.unit)
        return f"{'+' if exact > 0 else '−'}{printed(abs(exact), self.right.indicator.digits)} {unit}"

    @property
    def sentence(self) -> str:
        """Say what the mistake gives, what is right, and why.

        For example “误算 6.12% ↔ 正确 4.67%，差 +1.45 个百分点，因为指标说明 7 是总额相除。”
        """
        unit, because = self.right.unit, self.mistake.because.rstrip("。")
        if self.exact is None:
            return f"按此误算得不出数，因为{because}。"
        if not self.shows:
            return f"按此误算也得 {self.display}{unit}，在这份数据上看不出差别；仍然不对，因为{because}。"
        return f"误算 {self.display}{unit} ↔ 正确 {self.right_display}{unit}，差 {self.gap}，因为{because}。"


def mistakes(
    guide: Guide,
    tables: Mapping[str, pd.DataFrame],
    scope: Scope,
    results: Results,
    given: Mapping[str, frozenset[str]] | None = None,
    only: Iterable[str] | None = None,
) -> dict[str, Mistaken]:
    """Compute every usual mistake of the guide whose indicator has a number.

    Parameters
    ----------
    tables
        Settled tables, as `evaluate` takes them.
    results
        The right results on the same tables.
    given
        The kinds of lists that were given, as `evaluate` takes them.
    only
        Indicators to look at; all of them where it is not given.

    Returns
    -------
    dict
        By the mistake's id, in the guide's order.
    """
    wanted = set(results) if only is None else set(only)
    asked = [
        mistake
        for mistake in guide.mistakes.values()
        if mistake.indicator in wanted and results[mistake.indicator].computed is not None
    ]
    if not asked:
        return {}
    wrong = evaluate(_with_mistakes(guide, asked), tables, scope, given=given)
    return {
        mistake.id: _mistaken(mistake, results[mistake.indicator], wrong[mistake.id]) for mistake in asked
    }


def _with_mistakes(guide: Guide, asked: Iterable[Mistake]) -> Guide:
    """Return the guide with the mistaken indicators instead of its own."""
    indicators: dict[str, Indicator] = {}
    rules: dict[str, Rule] = dict(guide.rules)
    for mistake in asked:
        indicator, own = mistake.applied(guide.indicators[mistake.indicator], guide.rules, guide.sequences)
        indicators[mistake.id] = indicator
        rules |= own
    return guide.model_copy(update={"indicators": indicators, "rules": rules})


def _mistaken(mistake: Mistake, right: Result, wrong: Result) -> Mistaken:
    exact = wrong.exact
    if mistake.average:
        exact = _average(wrong)
    elif mistake.incomplete:
        exact = _with_incomplete(wrong)
    if mistake.unit and exact is not None:
        exact *= quantity(right.unit).factor_to(quantity(mistake.unit))
    return Mistaken(mistake, right, exact, wrong)


def _average(result: Result) -> Decimal | None:
    """Return the mean of the counted rows' own values (a row that has none is left out)."""
    tree, values = result.indicator.tree, []
    assert tree is not None
    for part in result.contributions:
        for amounts in part.amounts[part.counted]:
            calls = {call: Decimal(repr(float(amounts[i]))) for i, call in enumerate(_calls(result))}
            value = exact_value(tree, calls)
            values += [] if value is None else [value * result.factor]
    return sum(values, Decimal(0)) / len(values) if values else None


def _with_incomplete(result: Result) -> Decimal | None:
    """Return the formula where every sum takes all rows that have its figure, whatever else they lack."""
    assert result.indicator.tree is not None
    totals = {call: _total(result.contributions, index) for index, call in enumerate(_calls(result))}
    value = exact_value(result.indicator.tree, totals)
    return None if value is None else value * result.factor


def _total(parts: Iterable[Contributions], index: int) -> Decimal:
    total = Decimal(0)
    for part in parts:
        amounts = part.amounts[np.isin(part.status, (COUNTED, MISSING)), index]
        total += sum((Decimal(repr(float(one))) for one in amounts if not np.isnan(one)), Decimal(0))
    return total


def _calls(result: Result) -> tuple[Any, ...]:
    return result.indicator.aggregates
