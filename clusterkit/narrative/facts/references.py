"""What others have: shares of the city, distances to benchmarks, what was published before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from clusterkit.compute.given import Given
from clusterkit.compute.result import Result
from clusterkit.guide.entry import plain
from clusterkit.guide.fact_model import FactPlan
from clusterkit.guide.formula.quantity import apart_in
from clusterkit.narrative.facts.fact import Fact, number, said

TABLE = "references"
Row = Mapping[str, Any]


def references(given: Given) -> Iterator[tuple[FactPlan | None, Row]]:
    """Yield the rows of the table with the entry whose subjects theirs begin with."""
    plans = given.guide.fact_plans("reference")
    others = next((plan for plan in plans if not plan.subjects), None)
    for row in given.records(TABLE):
        subject = str(row["subject"] or "")
        if subject and row["value"] is not None:
            yield (
                next((one for one in plans if one.subjects and subject.startswith(one.subjects)), others),
                row,
            )


def reference_facts(given: Given, result: Result) -> dict[str, Fact]:
    """Return what others have of an indicator, by the entry; of several the newest year first."""
    found = {
        plan.path: Fact(f"{result.id}.{plan.path}", plan.name.format(indicator=result.name))
        for plan in given.guide.fact_plans("reference")
    }
    rows = [(plan, row) for plan, row in references(given) if plan and is_about(row, result)]
    for plan, row in sorted(rows, key=lambda one: -int(one[1]["year"] or 0)):
        if plan is not None and found[plan.path].is_missing:
            found[plan.path] = _reference(f"{result.id}.{plan.path}", plan, row, result)
    return found


def is_about(row: Row, result: Result) -> bool:
    """Tell whether a row is about an indicator, by its id or name, and in its unit."""
    asked, unit = str(row["indicator"] or ""), str(row["unit"] or "")
    same = asked == result.id or plain(asked) in (plain(result.name), plain(result.indicator.label))
    return same and (not unit or plain(unit) == plain(result.unit))


def reference_number(path: str, name: str, row: Row, result: Result) -> Fact:
    """Return the figure of a row, printed as the indicator is, with more decimals where it has more."""
    value = Decimal(repr(float(row["value"])))
    digits = max(result.indicator.digits or 0, -int(value.normalize().as_tuple().exponent))
    when = f"{int(row['year'])}年" if row["year"] else ""
    return number(
        path, name, value, result.unit, digits, how="，".join(filter(None, (when, row["source"]))), when=when,
        scope=str(row["scope"] or row["subject"]),
    )  # fmt: skip


def _reference(path: str, plan: FactPlan, row: Row, result: Result) -> Fact:
    theirs = reference_number(path, plan.name.format(indicator=result.name), row, result)

    def parts() -> dict[str, Fact]:
        words = {"subject": "对象", "source": "来源", "scope": "口径"}
        found = {key: said(f"{path}.{key}", name, row[key] and str(row[key])) for key, name in words.items()}
        found["year"] = said(f"{path}.year", "年份", theirs.when)
        return {**found, **_compared(path, plan, theirs, result)}

    return replace(theirs, made_parts=parts)


def _compared(path: str, plan: FactPlan, theirs: Fact, result: Result) -> dict[str, Fact]:
    """Return how ours, as printed, stands to theirs: as a part of it, or the distance."""
    if result.exact is None or not isinstance(theirs.value, Decimal) or not theirs.value:
        return {}
    ours = Decimal(result.display)
    subject = plan.name.format(indicator="").removesuffix("的")
    ratio, how = ours / theirs.value * 100, f"{result.display} ÷ {theirs.shown}"
    if plan.compares == "share":
        return {
            "share": number(
                f"{path}.share", f"{result.name}占{subject}的比重", ratio, "%", 1, how=how, when=theirs.when
            )
        }
    unit = apart_in(result.unit)
    gap = number(
        f"{path}.gap", f"{result.name}与{subject}之差", ours - theirs.value, unit, result.indicator.digits,
        how=f"{result.display} - {theirs.shown}", when=theirs.when,
    )  # fmt: skip
    return {
        "gap": gap,
        "ratio": number(
            f"{path}.ratio", f"{result.name}相当于{subject}的比例", ratio, "%", 1, how=how, when=theirs.when
        ),
    }
