"""Tasks, yearly work, projects: given a change of a faultless plan, the findings."""

from dataclasses import replace

import pytest

from clusterkit.plan.check_work import check_work
from clusterkit.plan.model import Project, Work
from plan_given import DIRECTIONS, GUIDE, task


def tasks(**change):
    return lambda plan: replace(plan, tasks=(task(DIRECTIONS[0], 1, **change), *plan.tasks[1:]))


def work(*given):
    return lambda plan: replace(plan, work=(*plan.work, Work(*given)))


def project(*given):
    return lambda plan: replace(plan, projects=(Project("项目乙", "乙公司", "1", *given),))


CASES = {
    "all well": (lambda plan: plan, []),
    "not complete": (tasks(lead="", measure=""), [("plan_task_incomplete", ("任务1", "牵头单位、衡量指标"))]),
    "a measure without figure": (tasks(measure="显著提升"), [("plan_measure_without_figure", ("任务1",))]),
    "a figure in Chinese": (tasks(measure="每季度一次"), []),
    "no such direction": (tasks(direction="创新"), [("plan_direction_unknown", ("创新",)), ("plan_direction_empty", (DIRECTIONS[0],))]),
    "no month": (tasks(end="尽快", last=None), [("plan_month_unclear", ("完成时间", "尽快"))]),
    "after the plan": (tasks(end="2029年1月", last=(2029, 1)), [("plan_month_outside", ("2029年1月", "2025—2027"))]),
    "backwards": (tasks(begin="2026年1月", first=(2026, 1), end="2025年12月", last=(2025, 12)),
                  [("plan_months_reversed", ("2026年1月", "2025年12月")), ("plan_work_outside_task", ("2025年",)), ("plan_work_outside_task", ("2026年",))]),
    "no such task": (work("2025", "任务一", "开工"), [("plan_task_unknown", ("任务一", "最接近的是"))]),
    "no such year": (work("2030", "任务1", "开工"), [("plan_work_year_unknown", ("2030", "2025、2026、2027"))]),
    "outside the task": (work("2027", "任务1", "开工"), [("plan_work_outside_task", ("2027年", "2025年3月", "2026年12月"))]),
    "a year without work": (lambda plan: replace(plan, work=plan.work[:2]), [("plan_year_empty", ("2027年",))]),
    "no task": (project("", ""), [("plan_project_without_task", ("项目乙",))]),
    "another answer": (project("补强", "任务1"), [("plan_answer_unknown", ("补强",))]),
    "an unknown task": (project("补短板", "别的"), [("plan_task_unknown", ("项目乙", "别的"))]),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_work(full, change, expected):
    found = list(check_work(GUIDE, change(full)))
    assert [one.code for one in found] == [code for code, _ in expected]
    for one, (_, words) in zip(found, expected, strict=True):
        assert all(word in one.message for word in words)
