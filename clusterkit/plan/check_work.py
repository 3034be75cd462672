"""Tasks, yearly work and projects: what is missing, what names nothing, what lies outside the plan's years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from clusterkit.edited.figures import month
from clusterkit.findings import Finding, Place, finding
from clusterkit.plan.model import Task, Work, Written
from clusterkit.plan.sheets import PROJECTS, TASKS, TITLE, WORK

if TYPE_CHECKING:
    from clusterkit.guide import Guide

FILE = f"{TITLE}.xlsx"
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百]")


def check_work(guide: Guide, plan: Written) -> Iterator[Finding]:
    """Yield what is wrong with the tasks, the yearly work and the projects of a plan."""
    directions = [task.name for task in guide.plan_tasks.values()]
    for task in plan.tasks:
        yield from _task(task, directions, plan)
    for direction in directions:
        if not plan.of(direction):
            yield finding("plan_direction_empty", Place(FILE, TASKS), key=direction, name=direction)
    for work in plan.work:
        yield from _work(work, plan)
    for year in plan.years:
        if not any(work.year.startswith(str(year)) for work in plan.work):
            yield finding("plan_year_empty", Place(FILE, WORK), key=str(year), year=year)
    yield from _projects(plan, sorted({saying.answer for saying in guide.plan_sayings.values()}))


def _task(task: Task, directions: list[str], plan: Written) -> Iterator[Finding]:
    named = task.name or f"第{task.number}行"
    blank = [
        header
        for header, text in (
            ("主要任务", task.name), ("牵头单位", task.lead), ("开始时间", task.begin), ("完成时间", task.end),
            ("交付成果", task.deliverable), ("衡量指标", task.measure),
        )
        if not text
    ]  # fmt: skip
    if blank:
        yield finding(
            "plan_task_incomplete", Place(FILE, TASKS), key=named, name=named, headers="、".join(blank)
        )
    if task.direction not in directions:
        place = Place(FILE, TASKS, 0, "任务方向")
        yield finding(
            "plan_direction_unknown", place, key=named, name=named, value=task.direction or "（空）",
            known="、".join(directions),
        )  # fmt: skip
    if task.measure and not _FIGURE.search(task.measure):
        yield finding("plan_measure_without_figure", Place(FILE, TASKS, 0, "衡量指标"), key=named, name=named)
    yield from _period(task, named, plan)


def _period(task: Task, named: str, plan: Written) -> Iterator[Finding]:
    for header, text, found in (("开始时间", task.begin, task.first), ("完成时间", task.end, task.last)):
        place = Place(FILE, TASKS, 0, header)
        if text and found is None:
            yield finding("plan_month_unclear", place, key=named, name=named, value=text)
        elif found and not plan.years[0] <= found[0] <= plan.years[-1]:
            yield finding(
                "plan_month_outside", place, key=named, name=named, value=text, first=plan.years[0],
                last=plan.years[-1],
            )  # fmt: skip
    if task.first and task.last and task.last < task.first:
        place = Place(FILE, TASKS, 0, "完成时间")
        yield finding("plan_months_reversed", place, key=named, name=named, begin=task.begin, end=task.end)


def _work(work: Work, plan: Written) -> Iterator[Finding]:
    named = f"{work.year} {work.task}".strip()
    task = plan.task(work.task)
    if task is None:
        yield _unknown(Place(FILE, WORK, 0, "主要任务"), named, work.task, plan)
    year = month(work.year)
    if year is None or year[0] not in plan.years:
        yield finding(
            "plan_work_year_unknown", Place(FILE, WORK, 0, "年度"), key=named, name=named,
            value=work.year or "（空）", years="、".join(map(str, plan.years)),
        )  # fmt: skip
    elif task and task.first and task.last and not task.first[0] <= year[0] <= task.last[0]:
        yield finding(
            "plan_work_outside_task", Place(FILE, WORK, 0, "年度"), key=named, name=named, year=year[0],
            begin=task.begin, end=task.end,
        )  # fmt: skip


def _projects(plan: Written, answers: Iterable[str]) -> Iterator[Finding]:
    for project in plan.projects:
        if not project.task:
            yield finding(
                "plan_project_without_task", Place(FILE, PROJECTS), key=project.name, name=project.name
            )
        elif plan.task(project.task) is None:
            yield _unknown(Place(FILE, PROJECTS, 0, "主要任务"), project.name, project.task, plan)
        if project.answer and project.answer not in answers:
            yield finding(
                "plan_answer_unknown", Place(FILE, PROJECTS, 0, "锻长板或补短板"), key=project.name,
                name=project.name, value=project.answer, known="、".join(answers),
            )  # fmt: skip


def _unknown(place: Place, named: str, task: str, plan: Written) -> Finding:
    near = get_close_matches(task, [one.name for one in plan.tasks], n=1)
    said = f"；最接近的是“{near[0]}”" if near else ""
    return finding("plan_task_unknown", place, key=named, name=named, value=task or "（空）", near=said)
