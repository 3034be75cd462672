"""Targets that cannot be: none for a year, below the baseline, more than all, grown beyond belief."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import SHARE
from clusterkit.plan.growth import yearly_growth
from clusterkit.plan.model import Target, Written
from clusterkit.plan.sheets import TARGETS, TITLE, base_header, target_header

if TYPE_CHECKING:
    from clusterkit.compute import Results
    from clusterkit.guide import Guide

FILE = f"{TITLE}.xlsx"


def check_targets(guide: Guide, plan: Written, results: Results) -> Iterator[Finding]:
    """Yield what is wrong with the targets of a plan."""
    for target in plan.targets:
        yield from _baseline(target, plan, results)
        yield from _each_year(guide, target, plan)
        yield from _course(guide, target, plan)
    yield from _parts(guide, plan)


def _place(column: str) -> Place:
    return Place(FILE, TARGETS, 0, column)


def _baseline(target: Target, plan: Written, results: Results) -> Iterator[Finding]:
    result = results.get(target.indicator or "")
    place = _place(base_header(plan.base_year))
    if result is not None and target.start is not None and target.baseline != result.display:
        yield finding(
            "plan_baseline_differs", place, key=target.name, indicator=target.indicator, name=target.name,
            said=target.baseline, computed=f"{result.display}{result.unit}",
        )  # fmt: skip
    elif target.texts and target.start is None:
        yield finding("plan_baseline_missing", place, key=target.name, name=target.name)


def _each_year(guide: Guide, target: Target, plan: Written) -> Iterator[Finding]:
    missing = [f"{year}年" for year in plan.years if year not in target.texts]
    if missing:
        yield finding(
            "plan_target_missing", _place(target_header(plan.years[0])), key=target.name, name=target.name,
            years="、".join(missing),
        )  # fmt: skip
    for year, text in target.texts.items():
        place, value = _place(target_header(year)), target.values.get(year)
        if value is None:
            yield finding("plan_target_unclear", place, key=target.name, name=target.name, value=text)
        elif guide.plan_bounds and target.unit == SHARE and value > guide.plan_bounds.share:
            yield finding(
                "plan_target_above", place, key=target.name, name=target.name, value=text,
                limit=f"{guide.plan_bounds.share:g}",
            )  # fmt: skip
        elif target.indicator and target.digits == 0 and value != int(value):
            yield finding(
                "plan_target_not_whole",
                place,
                key=target.name,
                name=target.name,
                value=text,
                unit=target.unit,
            )


def _course(guide: Guide, target: Target, plan: Written) -> Iterator[Finding]:
    """Say where targets go down: below the baseline, below the year before; and where they go up too far."""
    known = sorted(target.values.items())
    below = [(year, value) for year, value in known if target.start is not None and value < target.start]
    for year, _ in below:
        yield finding(
            "plan_target_below", _place(target_header(year)), key=target.name, name=target.name,
            value=f"{target.texts[year]}", baseline=f"{target.baseline}{target.unit}", base=plan.base_year,
        )  # fmt: skip
    for (before, first), (year, second) in pairwise(known):
        if second < first and (year, second) not in below:
            yield finding(
                "plan_target_falls", _place(target_header(year)), key=target.name, name=target.name,
                value=target.texts[year], before=f"{before}年的{target.texts[before]}",
            )  # fmt: skip
    rate = yearly_growth(target, plan.base_year)
    if rate is not None and guide.plan_bounds and rate > guide.plan_bounds.growth and target.digits:
        yield finding(
            "plan_target_soars", _place(target_header(known[-1][0])), key=target.name, name=target.name,
            value=target.texts[known[-1][0]], rate=printed(rate, 1), baseline=f"{target.baseline}{target.unit}",
        )  # fmt: skip


def _parts(guide: Guide, plan: Written) -> Iterator[Finding]:
    """Say where a target for a part is above the one for the whole in the same year."""
    targets = {target.indicator: target for target in plan.targets}
    for one in guide.plan_targets.values():
        part, whole = targets.get(one.indicator), targets.get(one.within)
        if part is None or whole is None:
            continue
        for year in sorted(part.values.keys() & whole.values.keys()):
            if part.values[year] > whole.values[year]:
                yield finding(
                    "plan_target_exceeds", _place(target_header(year)), key=part.name, name=part.name,
                    value=part.texts[year], whole=whole.name, limit=whole.texts[year],
                )  # fmt: skip
