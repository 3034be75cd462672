"""What stands in a plan's sections besides their texts: tables and pictures, each numbered and captioned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from clusterkit.forms.plan_shelf import Shelf
from clusterkit.forms.plan_table import Columns, plan_table
from clusterkit.forms.plan_work import targets, tasks, work
from clusterkit.guide.formula.figures import printed
from clusterkit.plan import distances as benchmarks
from clusterkit.plan.boards import short_name
from clusterkit.plan.plan import Plan
from clusterkit.word import paragraph
from clusterkit.word.content import Block

if TYPE_CHECKING:
    from clusterkit.guide.plan_model import PlanSection


def _picture(kind: str, key: str) -> Callable[[Shelf, PlanSection], Iterator[Block]]:
    def shown(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001 - all take one
        told = shelf.plan.guide.plan_pictures[key]
        if kind in shelf.pictures:
            yield shelf.pictures[kind]
            yield shelf.figure_title(told.name)
        else:
            yield paragraph(f"【请补充：{told.name}。{told.nothing}】", hint=True)

    return shown


_ORDINALS = "一二三四五六七八九"

_CHAIN: Columns = (
    ("产业链环节", 33, "left"), ("企业\n（家）", 15, "center"), ("规上\n（家）", 15, "center"),
    ("产值\n（亿元）", 19, "center"), ("占集群\n产值", 18, "center"), ("代表企业", 56, "left"),
)  # fmt: skip


def _chain_table(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001
    chain = shelf.plan.chain
    if not chain.segments:
        return
    yield shelf.table_title("产业链各环节企业和产值")
    rows = []
    for one in chain.segments:
        share = f"{printed(one.output / chain.output * 100, 1)}%" if chain.output else "—"
        figures = [str(one.enterprises), str(one.above_scale), printed(one.output, 2), share]
        blank = ["—", "—", "—", "—"]
        rows.append(
            [one.name, *(figures if one.enterprises else blank), "、".join(one.largest[:1]) or "空白环节"]
        )
    told = [f"{chain.unknown}家企业未填报环节，产值计入合计"] if chain.unknown else []
    if chain.local_rate is not None:
        year = f"{chain.year}年" if chain.year else ""
        told.append(f"{year}已登记配套金额的{printed(chain.local_rate, 1)}%由集群内供应")
    yield plan_table(_CHAIN, rows, noted=bool(told))
    if told:
        yield paragraph(f"注：{'；'.join(told)}。", "TableNote")


def _boards(answer: int, lead: str) -> Callable[[Shelf, PlanSection], Iterator[Block]]:
    def shown(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001
        word = answers(shelf.plan)[answer]
        said = [one.text for one in shelf.plan.boards if one.answer == word]
        if len(said) > 1:
            said = [f"{_ORDINALS[number]}是{text}" for number, text in enumerate(said[: len(_ORDINALS)])]
        if said:
            yield paragraph(f"{lead}{'。'.join(said)}。")

    return shown


def answers(plan: Plan) -> list[str]:
    """Return the two answers of the guide (锻长板, 补短板), in the order of its sayings."""
    return list(dict.fromkeys(saying.answer for saying in plan.guide.plan_sayings.values()))


_DISTANCES: Columns = (
    ("指标", 46, "left"), ("本集群", 20, "center"), ("标杆", 30, "left"), ("标杆水平", 20, "center"),
    ("差距", 22, "center"), ("相当于标杆", 18, "center"),
)  # fmt: skip


def _distances(shelf: Shelf, section: PlanSection) -> Iterator[Block]:
    rows = list(benchmarks.rows(shelf.plan.distances))
    if not rows:
        yield paragraph(f"【请补充：对标表。{section.helps}】", hint=True)
        return
    yield shelf.table_title("与标杆集群的差距")
    sources = dict.fromkeys(f"{row[2]}：{row[6]}" for row in rows if row[6])
    yield plan_table(_DISTANCES, [[short_name(row[0]), *row[1:6]] for row in rows], noted=bool(sources))
    if sources:
        yield paragraph(
            f"数据来源：{'；'.join(sources)}。本集群为{shelf.plan.written.base_year}年数据。", "TableNote"
        )


_ANSWERS: Columns = (("方向", 20, "center"), ("数据依据", 72, "left"), ("重点项目和对应任务", 64, "left"))


def _answers(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001
    plan = shelf.plan
    rows = []
    for word in answers(plan):
        said = [one.text for one in plan.boards if one.answer == word]
        meant = [
            f"{one.name}（{one.task}）" if one.task else one.name
            for one in plan.written.projects
            if one.answer == word
        ]
        rows.append([word, "\n".join(_listed(said)) or "—", "\n".join(_listed(meant)) or "—"])
    if any(row[1] != "—" or row[2] != "—" for row in rows):
        yield shelf.table_title("“锻长板”“补短板”的依据和项目")
        yield plan_table(_ANSWERS, rows)


def _listed(texts: Sequence[str]) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)] if len(texts) > 1 else list(texts)


_PROJECTS: Columns = (
    ("序号", 12, "center"), ("项目名称", 44, "left"), ("承担单位", 40, "left"), ("计划投资（万元）", 22, "center"),
    ("对应任务", 38, "left"),
)  # fmt: skip


def _projects(shelf: Shelf, section: PlanSection) -> Iterator[Block]:  # noqa: ARG001
    projects = shelf.plan.written.projects
    if not projects:
        yield paragraph(
            "【请补充：重点项目。把“重点项目”名单放进 raw，或在 tables/附表5.xlsx 里填】", hint=True
        )
        return
    yield shelf.table_title("重点项目（与申报信息表附表5一致）")
    yield plan_table(
        _PROJECTS,
        [
            [str(number), one.name, one.owner, one.planned, one.task or "—"]
            for number, one in enumerate(projects, 1)
        ],
    )


SHOWN: dict[str, Callable[[Shelf, PlanSection], Iterator[Block]]] = {
    "chain_picture": _picture("chain_picture", "chain"),
    "chain_table": _chain_table,
    "strengths": _boards(0, "数据显示的长板："),
    "distances": _distances,
    "weaknesses": _boards(1, "数据显示的短板："),
    "targets": targets,
    "tasks": tasks,
    "answers": _answers,
    "projects": _projects,
    "work": work,
    "schedule": _picture("schedule", "schedule"),
}
"""What a section can show → how it is put on the page."""
