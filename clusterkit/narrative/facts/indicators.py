"""Indicators as facts, with what belongs to each below it: its list, its parts, its growth, what others have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clusterkit.compute.counted import column_sums
from clusterkit.compute.given import Given
from clusterkit.compute.result import Result
from clusterkit.narrative.facts.courses import course_fact
from clusterkit.narrative.facts.fact import Fact, number, said
from clusterkit.narrative.facts.references import reference_facts
from clusterkit.narrative.facts.rows import amount_fact, row_list
from clusterkit.tables import tables


def indicator_facts(given: Given) -> dict[str, Fact]:
    """Return all indicators by id."""
    return {result.id: _indicator(given, result) for result in given.results.values()}


def _indicator(given: Given, result: Result) -> Fact:
    return number(
        result.id, result.name, result.exact, result.unit, result.indicator.digits, how=result.explanation,
        when=given.when, scope=result.indicator.population, parts=lambda: dict(_parts(given, result)),
    )  # fmt: skip


def _parts(given: Given, result: Result) -> Iterator[tuple[str, Fact]]:
    path, indicator = result.id, result.indicator
    yield "name", said(f"{path}.name", "名称", result.name)
    yield "year", said(f"{path}.year", "年份", given.when)
    yield "scope", said(f"{path}.scope", "口径", indicator.population)
    if indicator.rows:
        yield from _rows(given, result)
        yield from _columns(given, result)
    for plan in given.guide.fact_plans("course"):
        if result.id in plan.indicators:
            yield plan.path, course_fact(f"{path}.{plan.path}", plan, given, result)
    yield from reference_facts(given, result).items()


def _rows(given: Given, result: Result) -> Iterator[tuple[str, Fact]]:
    path, measure = result.id, result.indicator.measure
    rows = given.rows(result.id)
    how = f"计入“{result.name}”的各行"
    counts = {"count": ("依据", result.rows_counted), "missing": ("缺数", result.rows_missing)}
    for key, (word, size) in counts.items():
        value = Decimal(size) if result.contributions else None
        name = f"{result.name}（{word}）"
        yield key, number(f"{path}.{key}", name, value, measure, 0, how=how, when=given.when)
    yield "names", row_list(f"{path}.names", f"{result.name}的名单", rows, measure, how, given.when)


def _columns(given: Given, result: Result) -> Iterator[tuple[str, Fact]]:
    """Yield the sum of each column that the formula adds up, and its share where they are parts of one sum."""
    indicator, fields = result.indicator, tables()[result.indicator.rows[0].table].fields
    sums = column_sums(result, given.rows(result.id))
    whole = (
        sum(sums.values(), Decimal(0)) if indicator.tree in indicator.aggregates and len(sums) > 1 else None
    )
    for key, value in sums.items():
        path, name = f"{result.id}.{key}", f"{indicator.population}{fields[key].header}合计"
        how = f"{result.name}计入各行的“{fields[key].header}”之和"
        if whole:
            share = number(
                f"{path}.share", f"{name}占比", value / whole * 100, "%", 1, how=how, when=given.when
            )
            yield key, number(
                path, name, value * result.factor, result.unit, indicator.digits, how=how, when=given.when,
                scope=indicator.population, parts=lambda share=share: {"share": share},  # type: ignore[misc]
            )  # fmt: skip
        elif indicator.tree not in indicator.aggregates:
            yield key, amount_fact(path, name, value, fields[key].unit or "", how=how, when=given.when)
