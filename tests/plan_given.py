"""A plan to change: the guide, a target, a task, and a plan of them."""

from decimal import Decimal

from clusterkit.guide import load_guide
from clusterkit.plan.model import Project, Target, Task, Work, Written

GUIDE = load_guide("tianjin-2025-1")
DIRECTIONS = [task.name for task in GUIDE.plan_tasks.values()]


def target(name="产值", unit="亿元", digits=2, baseline="100", indicator=None, **goals):
    texts = {int(year[1:]): text for year, text in goals.items()}
    values = {
        year: Decimal(text)
        for year, text in texts.items()
        if text.replace(".", "").replace("-", "").isdigit()
    }
    start = Decimal(baseline) if baseline else None
    return Target(name, unit, indicator, digits, baseline, texts, start, values)


def task(direction, number=1, /, **other):
    direction = other.pop("direction", direction)
    given = {
        "lead": "区工信局", "begin": "2025年3月", "end": "2026年12月", "deliverable": "中试线1条", "measure": "服务20家",
        "first": (2025, 3), "last": (2026, 12), **other,
    }  # fmt: skip
    return Task(number, direction, given.pop("name", f"任务{number}"), **given)


FULL = Written(
    2024,
    (2025, 2026, 2027),
    (target(y2025="110", y2026="120", y2027="130"),),
    tuple(task(direction, number) for number, direction in enumerate(DIRECTIONS, 1)),
    (Work("2025", "任务1", "开工"), Work("2026", "任务1", "投用"), Work("2027", "任务2", "评估")),
    (Project("项目甲", "甲公司", "100", "锻长板", "任务1"),),
)
