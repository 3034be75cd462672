"""年度计划.xlsx: its sheets, and what the tool fills in; targets and tasks are people's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from clusterkit.edited import Rows, Sheet

if TYPE_CHECKING:
    from clusterkit.compute import Results
    from clusterkit.guide import Guide

TITLE = "年度计划"
TARGETS, TASKS, WORK, PROJECTS = "目标", "任务分工", "年度安排", "项目对应"
_TARGET = re.compile(r"(20\d\d)年目标")
_NAMES = f"={TASKS}!$B$2:$B$200"


def plan_years(guide: Guide, base_year: int) -> tuple[int, ...]:
    """Return the years of the plan: those after the year of the baseline, as many as the guide asks.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> plan_years(load_guide("tianjin-2025-1"), 2024)
    (2025, 2026, 2027)
    """
    return tuple(range(base_year + 1, base_year + 1 + guide.plan.years))


def target_header(year: int) -> str:
    """Return the header above the targets of a year."""
    return f"{year}年目标"


def target_year(header: str) -> int | None:
    """Return the year whose targets stand below a header; None for any other header.

    Examples
    --------
    >>> target_year(target_header(2028)), target_year("测算依据")
    (2028, None)
    """
    said = _TARGET.fullmatch(header)
    return int(said[1]) if said else None


def base_header(base_year: int) -> str:
    """Return the header above the baselines."""
    return f"{base_year}年（基准）"


def plan_sheets(guide: Guide, base_year: int) -> tuple[Sheet, ...]:
    """Return the sheets, in the order in which people fill them."""
    years = plan_years(guide, base_year)
    directions = tuple(task.name for task in guide.plan_tasks.values())
    answers = tuple(dict.fromkeys(saying.answer for saying in guide.plan_sayings.values()))
    headers = ("指标", "单位", base_header(base_year), *map(target_header, years), "任务方向", "测算依据")
    widths = (36, 10, 14, *(12.0 for _ in years), 24, 40)
    return (
        Sheet(TARGETS, headers, widths, choices=((len(headers) - 2, directions),)),
        Sheet(
            TASKS,
            ("任务方向", "主要任务", "牵头单位", "配合单位", "开始时间", "完成时间", "交付成果", "衡量指标"),
            (24, 32, 24, 30, 14, 14, 32, 36),
            (1,),
            choices=((0, directions),),
        ),
        Sheet(
            WORK,
            ("年度", "主要任务", "年度工作内容", "年度交付成果", "完成时间"),
            (10, 32, 48, 32, 14),
            (0, 1),
            choices=((0, tuple(map(str, years))), (1, (_NAMES,))),
        ),
        Sheet(
            PROJECTS,
            ("项目名称", "项目承担单位", "计划投资金额（万元）", "锻长板或补短板", "主要任务"),
            (36, 36, 16, 16, 32),
            choices=((3, answers), (4, (_NAMES,))),
        ),
    )


def computed_rows(guide: Guide, results: Results, projects: Sequence[Sequence[str]]) -> Mapping[str, Rows]:
    """Return what the tool fills in.

    Parameters
    ----------
    projects
        Name, owner and planned investment of the projects of 附表5.
    """
    blank = [""] * guide.plan.years
    targets = [
        [result.name, result.unit, result.display, *blank, guide.plan_tasks[target.task].name, ""]
        for target in guide.plan_targets.values()
        if (result := results.get(target.indicator)) is not None
    ]
    listed = [[*project[:3], "", ""] for project in projects]
    return {TARGETS: targets, TASKS: [], WORK: [], PROJECTS: listed}


def plan_about(guide: Guide, base_year: int) -> tuple[str, ...]:
    """Return how to fill the workbook in."""
    first, *_, last = plan_years(guide, base_year)
    return (
        f"{TITLE}（{first}—{last}年）：写进《实施方案》的目标、任务、年度安排和项目，都从这里来。",
        f"“{TARGETS}”：指标和基准由程序填，{first}—{last}年的目标由您填，只写数。",
        "不打算定目标的指标删去一行；要加自己的指标就补一行，自己写单位和基准。",
        f"要写到更后的年份，在右边加“{last + 1}年目标”一栏。",
        f"“{TASKS}”：一项任务一行。任务方向从列表里选，时间写成“{first}年3月”的样子，衡量指标要有数。",
        f"“{WORK}”：一项任务在一年里的工作一行，主要任务照“{TASKS}”里的名称从列表里选。",
        f"“{PROJECTS}”：项目由附表5得来，您选它属于哪项任务，是“锻长板”还是“补短板”。",
        "改过的格子、补的行、删的行，以后重新测算都不会丢。隐藏的“程序底稿”表请不要动。",
        *(remark.text for remark in guide.plan_remarks.values()),
    )
