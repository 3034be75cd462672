"""The implementation plan at a glance: targets, tasks by year, what the data shows, and what is to be written yet."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.notebook.page import filled
from clusterkit.plan import distances
from clusterkit.plan.boards import short_name
from clusterkit.plan.growth import said_growth
from clusterkit.plan.texts import to_be_written
from clusterkit.word.count import count_words
from clusterkit.workspace.plan import PlanOf


@dataclass(frozen=True)
class Goal:
    """One target as its row shows it: name with unit, baseline, the targets, how far they go."""

    name: str
    baseline: str
    targets: tuple[str, ...]
    growth: str


def html(made: PlanOf) -> Markup:
    """Return the card."""
    plan, written = made.plan, made.plan.written
    sections = [
        (one.heading, count_words(made.texts.get(one.id, "")), to_be_written(one))
        for one in plan.guide.plan_sections.values()
    ]
    return filled(
        "plan", said=_said(made), written=written, goals=_goals(made), sections=sections, boards=plan.boards,
        directions=[(one.name, len(written.of(one.name))) for one in plan.guide.plan_tasks.values()],
        distances=[(short_name(name), *rest) for name, *rest in distances.rows(plan.distances)], findings=made.findings,
    )  # fmt: skip


def _goals(made: PlanOf) -> list[Goal]:
    written = made.plan.written
    return [
        Goal(
            f"{short_name(one.name)}（{one.unit}）",
            one.baseline or "—",
            tuple(one.texts.get(year, "—") for year in written.years),
            said_growth(one, written.base_year),
        )
        for one in written.targets
    ]


def _said(made: PlanOf) -> str:
    written = made.plan.written
    if written.is_empty:
        return "目标和任务还没有写"
    set_ = sum(bool(one.texts) for one in written.targets)
    return f"{set_} 个指标定了目标，{len(written.tasks)} 项任务，{len(written.projects)} 个项目"


def text(made: PlanOf) -> str:
    """Return a line a part."""
    waiting = [one.heading for one in made.plan.guide.plan_sections.values() if not made.texts.get(one.id)]
    lines = [
        f"{goal.name}：{goal.baseline} → {'、'.join(goal.targets)} {goal.growth}" for goal in _goals(made)
    ]
    return "\n".join([_said(made), *lines, *([f"还没有写：{'、'.join(waiting)}"] if waiting else [])])
