"""The plan's pictures: the chain and the schedule, drawn from what the plan holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterkit.charts.chain_box import Station
from clusterkit.charts.chain_picture import chain_picture
from clusterkit.charts.chart import Chart
from clusterkit.charts.schedule import Span, schedule
from clusterkit.guide.formula.figures import printed
from clusterkit.plan.plan import Plan
from clusterkit.plan.sheets import TASKS, TITLE

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.plan.chain import Segment


def charts(guide: Guide, plan: Plan) -> dict[str, Chart]:
    """Return the pictures by what they show; one with nothing to show says what is missing."""
    return {"chain_picture": _chain(guide, plan), "schedule": _schedule(guide, plan)}


def _chain(guide: Guide, plan: Plan) -> Chart:
    chain = plan.chain
    facts = {
        "segments": str(sum(bool(one.enterprises) for one in chain.segments)),
        "enterprises": str(sum(one.enterprises for one in chain.segments)),
        "empty": f"，{'、'.join(map(_bare, chain.empty))}为空白环节" if chain.empty else "",
    }
    year = plan.written.base_year
    told = [f"来源：企业名录{'、配套关系' if chain.flows else ''}，{year}年"]
    told += [f"另有{chain.unknown}家企业没有填报环节"] if chain.unknown else []
    stations = [_station(one) for one in chain.segments]
    return chain_picture(guide.plan_pictures["chain"], facts, stations, chain.flows, "；".join(told))


def _station(one: Segment) -> Station:
    stage, _, name = one.name.partition(" ")
    figures = f"{one.enterprises}家（规上{one.above_scale}家），{printed(one.output, 2)}亿元"
    names = (stage, name) if name else ("", stage)
    return Station(one.name, *names, figures, one.largest, not one.enterprises)


def _bare(name: str) -> str:
    return name.replace(" ", "")


def _schedule(guide: Guide, plan: Plan) -> Chart:
    written = plan.written
    order = {task.name: task.number for task in guide.plan_tasks.values()}
    tasks = sorted(written.tasks, key=lambda task: (order.get(task.direction, len(order) + 1), task.number))
    spans = [
        Span(task.direction, task.name, task.first, task.last)
        for task in tasks
        if task.first and task.last and _inside(task.first[0], written.years) and _inside(task.last[0], written.years)
        and task.first <= task.last
    ]  # fmt: skip
    first = min((span.first[0] for span in spans), default=0)
    facts = {
        "tasks": str(len(spans)),
        "first": str(first),
        "started": str(sum(span.first[0] == first for span in spans)),
        "last": str(max((span.last[0] for span in spans), default=0)),
    }
    source = f"来源：{TITLE}“{TASKS}”"
    return schedule(guide.plan_pictures["schedule"], facts, spans, written.years, source)


def _inside(year: int, years: tuple[int, ...]) -> bool:
    return years[0] <= year <= years[-1]
