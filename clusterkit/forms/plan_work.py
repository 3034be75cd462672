"""What a plan sets itself, on the page: targets by year, the tasks of a direction, what is done in each year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterkit.forms.plan_shelf import Shelf
from clusterkit.forms.plan_table import Columns, plan_table, year_table
from clusterkit.plan.boards import short_name
from clusterkit.plan.growth import said_growth
from clusterkit.word import Turn, paragraph
from clusterkit.word.content import Block

if TYPE_CHECKING:
    from clusterkit.guide.plan_model import PlanSection


def targets(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001 - all take one
    """Yield baseline and targets, on a lying page where the years are many."""
    plan = shelf.plan.written
    listed = [one for one in plan.targets if one.texts]
    if not listed:
        yield paragraph("【请补充：各年目标。在 tables/年度计划.xlsx 的“目标”表里填】", hint=True)
        return
    wide = len(plan.years) > 4
    each, last = (18.0, 31.0) if wide else (19.0, 28.0)
    first = (225.0 if wide else 156.0) - each * (len(plan.years) + 1) - last
    years: Columns = tuple((f"{year}年", each, "center") for year in plan.years)
    columns: Columns = (
        ("指标", first, "left"), (f"{plan.base_year}年（基准）", each, "center"), *years,
        (f"到{plan.years[-1]}年", last, "center"),
    )  # fmt: skip
    rows = [
        [
            f"{short_name(one.name)}（{one.unit}）", one.baseline or "—",
            *(one.texts.get(year, "—") for year in plan.years), said_growth(one, plan.base_year),
        ]
        for one in listed
    ]  # fmt: skip
    yield from [Turn(landscape=True)] if wide else []
    yield shelf.table_title("主要目标")
    yield plan_table(columns, rows, noted=True)
    yield paragraph(f"注：{plan.base_year}年为基准年，数据同申报信息表。", "TableNote")
    yield from [Turn(landscape=False)] if wide else []


_TASKS: Columns = (
    ("主要任务", 32, "left"), ("牵头单位", 28, "left"), ("交付成果", 33, "left"), ("完成时间", 28, "center"),
    ("衡量指标", 35, "left"),
)  # fmt: skip


def tasks(shelf: Shelf, section: PlanSection) -> Iterator[Block]:
    """Yield the tasks of the section's direction and the targets that they serve."""
    direction = shelf.plan.guide.plan_tasks[section.task].name
    listed = shelf.plan.written.of(direction)
    if not listed:
        yield paragraph("【请补充：这个方向的任务。在 tables/年度计划.xlsx 的“任务分工”表里填】", hint=True)
        return
    yield shelf.table_title(f"{direction}任务")
    rows = [[one.name, one.lead, one.deliverable, one.end, one.measure] for one in listed]
    goals = [
        f"{short_name(one.name)}由{one.baseline}{one.unit}到{year}年的{one.texts[year]}{one.unit}"
        for one in shelf.plan.written.targets
        if one.task == direction and one.values and one.baseline
        for year in (max(one.values),)
    ]
    yield plan_table(_TASKS, rows, noted=bool(goals))
    if goals:
        yield paragraph(f"对应目标：{'；'.join(goals)}。", "TableNote")


_WORK: Columns = (
    ("主要任务", 40, "left"), ("年度工作内容", 51, "left"), ("牵头单位", 38, "left"), ("配合单位", 39, "left"),
    ("年度交付成果", 29, "left"), ("完成时间", 28, "center"),
)  # fmt: skip


def work(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001
    """Yield what is done in each year, by whom and until when, on lying pages."""
    plan = shelf.plan.written
    if not plan.work:
        yield paragraph("【请补充：各年工作安排。在 tables/年度计划.xlsx 的“年度安排”表里填】", hint=True)
        return
    yield Turn(landscape=True)
    yield shelf.table_title("年度工作计划和任务分工")
    years = list(dict.fromkeys(one.year for one in sorted(plan.work, key=lambda one: one.year)))
    rows = {
        f"{year}年" if year.isdecimal() else year: [
            [
                one.task,
                one.content,
                task.lead if task else "",
                task.partners if task else "",
                one.deliverable,
                one.end,
            ]
            for one in plan.work
            if one.year == year
            for task in (plan.task(one.task),)
        ]
        for year in years
    }
    yield year_table(_WORK, rows)
    yield Turn(landscape=False)
