"""Growth: an indicator over three years, of the same enterprises in each of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from clusterkit.compute.given import Given
from clusterkit.compute.result import Result
from clusterkit.compute.years import Course, course
from clusterkit.guide.fact_model import FactPlan
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import POINTS, SHARE
from clusterkit.narrative.facts.fact import Fact, Parts, listed, number, said


def course_fact(path: str, plan: FactPlan, given: Given, result: Result) -> Fact:
    """Return the growth on the year before, with the years and the mean growth below; missing without years."""
    name = plan.name.format(indicator=result.name)
    rows = given.rows(result.id)
    found = course(result, rows, given.years, given.scope.reference_year) if rows else None
    if found is None:
        return Fact(path, name)
    years = sorted(found.values)
    how = f"{years[0]}—{years[-1]}年都有数据的同一批企业（同口径 {found.enterprises} 家）"
    change = changed(found.values[years[-1]], found.values[years[-2]], result)
    if change is None:
        return Fact(path, name)
    return replace(
        change, path=path, name=name, how=how, when=f"{years[-1]}年", scope="同口径企业",
        made_parts=lambda: _parts(path, found, result, how),
    )  # fmt: skip


def changed(now: Decimal, before: Decimal, result: Result) -> Fact | None:
    """Return the change from one figure to another: of shares in percentage points between them as printed, else in %."""
    digits = result.indicator.digits
    if result.unit == SHARE:
        return number(
            "", "", Decimal(printed(now, digits)) - Decimal(printed(before, digits)), POINTS, digits
        )
    return number("", "", (now / before - 1) * 100, SHARE, 1) if before else None


def _parts(path: str, found: Course, result: Result, how: str) -> Parts:
    years = sorted(found.values)
    span = f"{years[0]}—{years[-1]}年"
    whole = changed(found.last, found.first, result)
    parts = {
        "count": number(
            f"{path}.count", "同口径企业", Decimal(found.enterprises), result.indicator.measure, 0, how=how
        ),
        "first_year": said(f"{path}.first_year", "起始年份", f"{years[0]}年"),
        "last_year": said(f"{path}.last_year", "最近年份", f"{years[-1]}年"),
        "years": listed(
            f"{path}.years", "各年数值", lambda: _years(path, found, result, how), "年", how, span
        ),
    }
    if whole is not None:
        name = f"{result.name}{span}变化"
        parts["whole"] = replace(
            whole, path=f"{path}.whole", name=name, how=how, when=span, scope="同口径企业"
        )
    if found.yearly is not None and result.unit != SHARE:
        parts["yearly"] = number(
            f"{path}.yearly", f"{result.name}年均增长", found.yearly * 100, SHARE, 1, how=how, when=span
        )
    return parts


def _years(path: str, found: Course, result: Result, how: str) -> tuple[Fact, ...]:
    def of_year(at: int, year: int, value: Decimal) -> Fact:
        parts = {"year": said(f"{path}.years[{at}].year", "年份", f"{year}年")}
        return number(
            f"{path}.years[{at}]", f"{result.name}（同口径）", value, result.unit, result.indicator.digits, how=how,
            when=f"{year}年", scope="同口径企业", parts=lambda: parts,
        )  # fmt: skip

    return tuple(of_year(at, year, found.values[year]) for at, year in enumerate(sorted(found.values)))
