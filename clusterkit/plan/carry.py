"""年度计划.xlsx for a later year: what was written for the years to come, in the columns of the new plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from clusterkit.edited.fill import FilledBook
from clusterkit.edited.shape import Sheet
from clusterkit.plan.carried import (
    ANSWER,
    BEGIN,
    END,
    NAME,
    PROJECT,
    TASK,
    UNIT,
    YEAR,
    Carried,
    Carrying,
    Said,
)
from clusterkit.plan.sheets import PROJECTS, TARGETS, TASKS, WORK, base_header, target_year

_OWN_WIDTH = 24.0


def carry(
    old: FilledBook,
    new: FilledBook,
    old_base: int,
    base_year: int,
    renamed: Mapping[str, str],
    offered: Collection[str],
    listed: Collection[str],
) -> Carried:
    """Return the new plan's workbook with what still holds of the old one.

    Parameters
    ----------
    old, new
        The workbook as it stood, and as it is computed for the new years.
    old_base, base_year
        The years of their baselines.
    renamed
        The guide's indicators: by the old name, the new one.
    offered
        The targets that the tool had offered: one that is not there any more was deleted by the person.
    listed
        The projects of the old 附表5.
    """
    work = Carrying(old, new, base_year, old_base, Carried(new.sheets))
    said = {
        TARGETS: _targets(work, renamed, offered),
        TASKS: _tasks(work),
        WORK: _work(work),
        PROJECTS: _projects(work, listed),
    }
    work.made.sheets = tuple(_with_own(sheet, said[sheet.name], old) for sheet in new.sheets)
    for sheet in work.made.sheets:
        rows = [[row.get(header, "") for header in sheet.headers] for row in said[sheet.name]]
        computed = [*new.rows[sheet.name]]
        if sheet.name == PROJECTS:  # those still to come from the lists, by their names
            there = {row[0] for row in computed}
            computed += [[row[0]] for row in rows if row[0] in listed and row[0] not in there]
        work.made.rows[sheet.name] = rows
        work.made.base[sheet.name] = [_wide(row, sheet) for row in computed]
    return work.made


def _targets(work: Carrying, renamed: Mapping[str, str], offered: Collection[str]) -> list[Said]:
    computed = {str(row[0]): row for row in work.new.rows[TARGETS]}
    headers = work.new.sheets[0].headers
    kept: list[Said] = []
    for said in work.said(TARGETS):
        baseline = said.pop(base_header(work.old_base), "")
        name = said[NAME] = renamed.get(said[NAME], said[NAME])
        for header in [one for one in said if (target_year(one) or work.base_year + 1) <= work.base_year]:
            if goal := said.pop(header):
                work.made.past.setdefault(TARGETS, []).append(f"{name}{header} {goal}{said[UNIT]}")
        if name in computed:
            said |= dict(zip(headers[:3], computed[name][:3], strict=True))
        elif baseline:
            work.made.baselines.append(f"{name} {baseline}{said[UNIT]}")
        kept.append(said)
    there = {said[NAME] for said in kept}
    work.made.deleted = [name for name in computed if name not in there and name in offered]
    new = [name for name in computed if name not in there and name not in offered]
    return [*kept, *(dict(zip(headers, map(str, computed[name]), strict=True)) for name in new)]


def _tasks(work: Carrying) -> list[Said]:
    kept = []
    for said in work.said(TASKS):
        if work.is_past(said[END]):
            work.made.past.setdefault(TASKS, []).append(f"{said[TASK]}（{said[END]}完成）")
            continue
        kept.append(said)
        if work.is_past(said[BEGIN]):
            work.made.begun.append(f"{said[TASK]}（{said[BEGIN]}）")
    return kept


def _work(work: Carrying) -> list[Said]:
    """Return the yearly work of the new years whose task goes on."""
    kept, ended = [], work.ended
    for said in work.said(WORK):
        if work.is_past(said[YEAR]) or said[TASK] in ended:
            work.made.past.setdefault(WORK, []).append(f"{said[YEAR]} {said[TASK]}")
        else:
            kept.append(said)
    return kept


def _projects(work: Carrying, listed: Collection[str]) -> list[Said]:
    """Return the projects with the task that they belong to; owner and amount come from the new lists."""
    headers = next(sheet.headers for sheet in work.new.sheets if sheet.name == PROJECTS)
    computed = {
        str(row[0]): dict(zip(headers, map(str, row), strict=True)) for row in work.new.rows[PROJECTS]
    }
    kept: dict[str, Said] = {}
    for said in work.said(PROJECTS):
        name = said[PROJECT]
        if said[TASK] in work.ended and (name in computed or not computed):
            work.made.unbound.append(name)
            said[TASK] = ""
        own = {key: text for key, text in said.items() if key not in headers}
        if name not in listed:
            kept[name] = said
        elif computed and name not in computed:
            work.made.gone.append(name)
        elif said[ANSWER] or said[TASK] or own:
            kept[name] = {
                **computed.get(name, {PROJECT: name}), **own, ANSWER: said[ANSWER], TASK: said[TASK],
            }  # fmt: skip
    return [*kept.values(), *(row for name, row in computed.items() if name not in kept)]


def _with_own(sheet: Sheet, rows: Iterable[Said], old: FilledBook) -> Sheet:
    """Return a sheet with the columns that the person added, but for those of the old plan that are the tool's."""
    tools = {header for one in old.sheets if one.name == sheet.name for header in one.headers}
    own = [key for row in rows for key in row if key not in sheet.headers]
    further = tuple(dict.fromkeys(key for key in own if key not in tools or target_year(key)))
    return replace(
        sheet,
        headers=(*sheet.headers, *further),
        widths=(*sheet.widths, *(_OWN_WIDTH for _ in further)),
    )


def _wide(row: Sequence[str], sheet: Sheet) -> list[str]:
    return [*map(str, row), *[""] * (len(sheet.headers) - len(row))]
