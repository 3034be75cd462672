"""``tables/年度计划.xlsx`` for the next year: made anew for its years, with what was written for them already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterkit.edited.fill import FilledBook
from clusterkit.edited.fresh import fresh_book
from clusterkit.plan.carried import Carried
from clusterkit.plan.carry import carry
from clusterkit.plan.sheets import PROJECTS, TARGETS, TASKS, WORK, plan_years
from clusterkit.workspace.plan import TABLES, listed_projects
from clusterkit.workspace.takeover.annexes import further_things
from clusterkit.workspace.takeover.report import Takeover, listed
from clusterkit.workspace.written_file import write_file

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.workspace.workspace import Workspace

_PAST = {
    TARGETS: ("目标", "个"),
    TASKS: ("到期任务", "项"),
    WORK: ("年度安排", "项"),
}  # what it is called, counted in


def take_plan(old: Workspace, new: Workspace, report: Takeover) -> None:
    """Write the new plan's workbook; say what of the old one came along and what is past.

    Raises
    ------
    WorkspaceError
        If it cannot be written.
    """
    before, now = old.plan_made(), new.plan_made().book
    book = before.book
    if book is None or book.book is None or now is None:
        return
    file = f"{TABLES}/{book.name}"
    if book.book.findings:
        why = "".join(one.message for one in book.book.findings)
        report.left.append(f"{file}：{why}没有接过来，今年的重新填，或改好上年的再接一次。")
        return
    if before.written.is_empty and not before.written.work:
        return
    made = _carried(old, new, book, now)
    data = fresh_book(book.title, made.sheets, made.rows, now.about, made.base)
    write_file(new.folder / TABLES / now.name, data)
    _tell(file, made, new, report)
    report.left += further_things(file, book)


def _carried(old: Workspace, new: Workspace, book: FilledBook, now: FilledBook) -> Carried:
    return carry(
        book,
        now,
        old.settings.reference_year,
        new.settings.reference_year,
        _renamed(old.guide, new.guide),
        {old.guide.indicators[target.indicator].name for target in old.guide.plan_targets.values()},
        {project[0] for project in listed_projects(old)},
    )


def _renamed(before: Guide, now: Guide) -> dict[str, str]:
    return {
        one.name: now.indicators[one.id].name
        for one in before.indicators.values()
        if one.id in now.indicators
    }


def _tell(file: str, made: Carried, new: Workspace, report: Takeover) -> None:
    first, *_, last = plan_years(new.guide, new.settings.reference_year)
    kept = {name: len(rows) for name, rows in made.rows.items()}
    report.taken.append(
        f"{file}：按 {first}—{last} 年重做，接过 {kept[TARGETS]} 项指标的目标 {sum(made.targets.values())} 个、"
        f"任务 {kept[TASKS]} 项、年度安排 {kept[WORK]} 项、项目对应 {kept[PROJECTS]} 项。"
    )
    report.confirm += _to_confirm(file, made)
    for sheet, past in made.past.items():
        name, measure = _PAST[sheet]
        report.left.append(
            f"{file}：{first} 年以前的{name} {len(past)} {measure}没有接，完成得怎样可写进今年的文字（{listed(past)}）。"
        )
    if made.deleted:
        report.left.append(f"{file}：上年删去的目标今年也没有列（{listed(made.deleted)}）。")
    if made.gone:
        report.left.append(f"{file}：今年的附表5里没有的项目 {len(made.gone)} 个（{listed(made.gone)}）。")


def _to_confirm(file: str, made: Carried) -> list[str]:
    most = len(made.rows[TARGETS])
    blank = [f"{year} 年 {most - count} 项" for year, count in made.targets.items() if count < most]
    missing = f"还没有定的请补上（{'、'.join(blank)}）。" if blank else ""
    said = [f"{file}：上年定的目标和衡量指标还合适吗？{missing}"]
    if made.baselines:
        said.append(f"{file}：自己加的指标，基准是上年的，空着等您填（上年是：{listed(made.baselines)}）。")
    if made.begun:
        said.append(
            f"{file}：{len(made.begun)} 项任务以前就开始了，开始时间照旧，请改成新实施期里的年月（{listed(made.begun)}）。"
        )
    if made.unbound:
        said.append(
            f"{file}：{len(made.unbound)} 个项目对应的任务已经到期，“主要任务”空着等您重新选（{listed(made.unbound)}）。"
        )
    return said
