"""The plan's targets as facts: ``{{ targets.output_value }}`` is the last year's, ``.y2025`` a year's, ``.growth`` how far."""

from __future__ import annotations

from clusterkit.guide.fact_model import FactPlan
from clusterkit.narrative.facts.fact import Fact, number, said
from clusterkit.plan.boards import short_name
from clusterkit.plan.growth import said_growth
from clusterkit.plan.model import Target, Written


def target_fact(plan: FactPlan, written: Written) -> Fact:
    """Return the targets as a list; those of the guide's indicators also hang below it by their ids.

    Parameters
    ----------
    plan
        What the guide's data calls them.
    written
        What people wrote in 年度计划.xlsx.
    """
    set_ = [(place, one) for place, one in enumerate(written.targets) if one.values]
    items = tuple(_item(plan, one, f"{plan.path}[{place}]", written) for place, (_, one) in enumerate(set_))
    period = f"{written.years[0]}—{written.years[-1]}年"
    parts = {"period": said(f"{plan.path}.period", "实施期", period)}
    parts |= {
        one.indicator: _item(plan, one, f"{plan.path}.{one.indicator}", written)
        for _, one in set_
        if one.indicator
    }
    return Fact(
        plan.path,
        plan.name,
        unit=plan.measure,
        how="年度计划.xlsx“目标”",
        made_parts=lambda: parts,
        made_items=lambda: items,
    )


def _item(plan: FactPlan, target: Target, path: str, written: Written) -> Fact:
    last = max(target.values)
    name = f"{last}年{short_name(target.name)}"

    def parts() -> dict[str, Fact]:
        found = {
            "name": said(f"{path}.name", "指标", short_name(target.name)),
            "growth": said(f"{path}.growth", "增长", said_growth(target, written.base_year)),
            "baseline": number(
                f"{path}.baseline", f"{written.base_year}年基准", target.start, target.unit, target.digits
            ),
        }
        found |= {f"y{year}": _year(target, year, f"{path}.y{year}") for year in target.values}
        return found

    made = _year(target, last, path)
    return Fact(
        path,
        name,
        made.value,
        made.unit,
        made.shown,
        f"{plan.name}：年度计划.xlsx“目标”",
        f"{last}年",
        made_parts=parts,
    )


def _year(target: Target, year: int, path: str) -> Fact:
    """Return a year's target, printed as it was written."""
    return Fact(
        path, f"{year}年目标", target.values[year], target.unit, _shown(target, year), when=f"{year}年"
    )


def _shown(target: Target, year: int) -> str:
    return target.texts[year].removesuffix(target.unit)
