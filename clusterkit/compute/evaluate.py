"""``evaluate``: from settled tables to results with their lineage. A pure function, without any disk."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import Any

import pandas as pd

from clusterkit.compute.contribution import COUNTED, Contributions, contributions
from clusterkit.compute.demand import Demand, demands
from clusterkit.compute.prepare import Engine
from clusterkit.compute.reasons import Reasons
from clusterkit.compute.result import Declared, Result, Results, Status
from clusterkit.compute.totals import exact_value, unit_factor
from clusterkit.compute.words import Totals, chinese, unit_of
from clusterkit.guide import Guide
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import quantity
from clusterkit.guide.indicator_model import Indicator, Rows
from clusterkit.scope import Scope
from clusterkit.tables import tables as all_tables


def evaluate(
    guide: Guide,
    tables: Mapping[str, pd.DataFrame],
    scope: Scope,
    declared: Mapping[str, Declared] | None = None,
    given: Mapping[str, frozenset[str]] | None = None,
) -> Results:
    """Evaluate all indicators on settled tables.

    Parameters
    ----------
    tables
        What `clusterkit.matching.settle` gives: pandas frames with their bookkeeping columns.
    declared
        Totals that a department certifies, by indicator.
    given
        For tables that hold several lists (recognitions): the kinds of which a list was given at all. A list
        that was never given makes its indicator missing; a table not named here counts as wholly given.

    Returns
    -------
    Results
        By indicator id, in the printed order.
    """
    engine = Engine(guide, scope, tables)
    found = _all_contributions(engine)
    reasons = Reasons(guide, scope, _of_enterprises(found))
    results = {}
    for indicator in guide.indicators.values():
        parts = tuple(
            part for rows in indicator.rows if (part := found.get((indicator.id, rows.table))) is not None
        )
        absent = any(not _is_given(rows, guide, indicator, tables, given or {}) for rows in indicator.rows)
        results[indicator.id] = _result(
            guide, scope, indicator, () if absent else parts, reasons, declared or {}
        )
    return Results(results)


def _all_contributions(engine: Engine) -> dict[tuple[str, str], Contributions]:
    found: dict[tuple[str, str], Contributions] = {}
    for name in engine.given:
        if name in all_tables() and (asked := demands(engine.guide, name)):
            for indicator, part in contributions(engine, name, asked).items():
                found[indicator, name] = part
    return found


def _is_given(
    rows: Rows,
    guide: Guide,
    indicator: Indicator,
    tables: Mapping[str, Any],
    given: Mapping[str, frozenset[str]],
) -> bool:
    if rows.table not in tables:
        return rows.optional
    sublist = Demand(guide, indicator, rows).sublist
    return sublist is None or rows.table not in given or sublist in given[rows.table]


def _of_enterprises(found: Mapping[tuple[str, str], Contributions]) -> Contributions | None:
    """Return contributions that tell which enterprises are in scope."""
    return next((part for part in found.values() if part.demand.in_scope_first), None)


def _totals(guide: Guide, indicator: Indicator, parts: tuple[Contributions, ...]) -> Totals:
    """Return the exact sums and counts of a formula over the rows that count, with their units."""
    totals: Totals = {}
    rows = sum(len(part.chosen) for part in parts)
    counted = sum(int(part.counted.sum()) for part in parts)
    for index, call in enumerate(indicator.aggregates):
        if call.function == "count":
            totals[call] = Decimal(counted), indicator.unit
            continue
        amounts = [value for part in parts for value in part.amounts[part.counted, index].tolist()]
        total = _sum(amounts) if amounts or not rows else None
        totals[call] = total, unit_of(guide, indicator, index)
    return totals


def _sum(amounts: list[float]) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        return sum((Decimal(repr(value)) for value in amounts), Decimal(0))


def _result(
    guide: Guide,
    scope: Scope,
    indicator: Indicator,
    parts: tuple[Contributions, ...],
    reasons: Reasons,
    declared: Mapping[str, Declared],
) -> Result:
    if indicator.reported is not None:
        return _reported(indicator, scope)
    factor = unit_factor(guide, indicator.id)
    totals = _totals(guide, indicator, parts) if parts else {}
    computed = _value(indicator, totals, factor) if parts else None
    certified = _certified(indicator, declared.get(indicator.id), computed)
    prints = certified is not None and certified.print
    exact = certified.value if certified is not None and prints else computed
    counted, missing = (
        sum(numbers) for numbers in ([p.received(COUNTED) for p in parts], [p.missing for p in parts])
    )
    status: Status = "declared" if prints else "missing" if exact is None else "partial" if missing else "ok"
    return Result(
        indicator=indicator, exact=exact, source="declared" if prints else "computed", status=status,
        rows_counted=counted, rows_missing=missing, totals=totals, declared=certified,
        explanation=_explained(guide, indicator, totals, computed, counted, missing, certified),
        contributions=parts, reasons=reasons, factor=factor,
    )  # fmt: skip


def _value(indicator: Indicator, totals: Totals, factor: Decimal) -> Decimal | None:
    assert indicator.tree is not None
    value = exact_value(indicator.tree, {call: total for call, (total, _) in totals.items()})
    return None if value is None else value * factor


def _certified(indicator: Indicator, declared: Declared | None, computed: Decimal | None) -> Declared | None:
    if declared is None:
        return None
    value = declared.value * quantity(declared.unit).factor_to(quantity(indicator.unit))
    return Declared(
        value, indicator.unit, declared.department, declared.document, declared.date, declared.reason,
        declared.print, computed,
    )  # fmt: skip


def _reported(indicator: Indicator, scope: Scope) -> Result:
    value = scope.organisation.get(indicator.reported or "")
    exact = None if value is None else Decimal(str(value))
    said = (
        f"促进组织填报：{printed(exact, indicator.digits)}{indicator.unit}（cluster.toml [organisation] {indicator.reported}）"
        if exact is not None
        else f"cluster.toml 的 [organisation] 中没有填写 {indicator.reported}（{indicator.name}）"
    )
    return Result(
        indicator=indicator, exact=exact, source="reported", status="missing" if exact is None else "ok",
        rows_counted=0, rows_missing=0, explanation=said,
    )  # fmt: skip


def _explained(
    guide: Guide,
    indicator: Indicator,
    totals: Totals,
    computed: Decimal | None,
    counted: int,
    missing: int,
    certified: Declared | None,
) -> str:
    """Return the sentence that names the figures as printed, how many rows they stand on, and what was declared."""
    assert indicator.tree is not None
    table = all_tables()[indicator.rows[0].table].name
    if not totals:
        said = f"没有收到“{table}”，无法计算{indicator.name}"
    else:
        words = chinese(guide, indicator, totals).print(indicator.tree)
        value = (
            f"{printed(computed, indicator.digits)}{indicator.unit}" if computed is not None else "无法得出"
        )
        simple = indicator.tree in indicator.aggregates and computed is not None
        said = words if simple else f"{words} = {value}"
        lacking = f"，缺 {missing} {indicator.measure}" if missing else ""
        said = f"{said}，依据 {counted} {indicator.measure}{lacking}"
    if certified is not None:
        said += "；" + _declared_words(indicator, certified)
    return said


def _declared_words(indicator: Indicator, certified: Declared) -> str:
    value = printed(certified.value, indicator.digits)
    used = "按此填报" if certified.print else "仅供对照"
    gap = ""
    if certified.difference is not None:
        gap = f"，与按行加总相差 {printed(certified.difference, indicator.digits)}{indicator.unit}"
    return f"{certified.department}认定 {value}{indicator.unit}（{certified.document}）{gap}，{used}"
