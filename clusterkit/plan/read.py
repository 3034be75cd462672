"""What people wrote in 年度计划.xlsx, as targets, tasks, yearly work and projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from clusterkit.edited.figures import amount, month
from clusterkit.edited.fill import FilledBook
from clusterkit.plan.model import Project, Target, Task, Work, Written
from clusterkit.plan.sheets import PROJECTS, TARGETS, TASKS, WORK, plan_years, target_year

if TYPE_CHECKING:
    from clusterkit.guide import Guide


def read_plan(book: FilledBook, guide: Guide, base_year: int) -> Written:
    """Return what a plan's workbook says."""
    beside = book.beside(TARGETS)
    further = {year for extra in beside for header in extra if (year := target_year(header))}
    planned = plan_years(guide, base_year)
    years = (*planned, *sorted(further - set(planned)))
    return Written(
        base_year,
        years,
        tuple(
            _target(guide, planned, row, extra) for row, extra in zip(book.rows[TARGETS], beside, strict=True)
        ),
        tuple(_task(row, number) for number, row in enumerate(book.rows[TASKS], 1)),
        tuple(Work(*_texts(row)) for row in book.rows[WORK]),
        tuple(_project(row) for row in book.rows[PROJECTS]),
    )


def _texts(row: Sequence[str]) -> list[str]:
    return [str(text).strip() for text in row]


def _target(guide: Guide, years: Sequence[int], row: Sequence[str], extra: Mapping[str, str]) -> Target:
    name, unit, baseline, *later = _texts(row)
    *targets, task, basis = later
    texts = {year: text for year, text in zip(years, targets, strict=True) if text}
    texts |= {year: text for header, text in extra.items() if (year := target_year(header))}
    known = next((one for one in guide.indicators.values() if one.name == name), None)
    digits = (known.digits or 0) if known else _digits(baseline, unit)
    values = {year: value for year, text in texts.items() if (value := amount(text, unit)) is not None}
    start = amount(baseline, unit)
    return Target(
        name, unit, known.id if known else None, digits, baseline, texts, start, values, task, basis
    )


def _digits(baseline: str, unit: str) -> int:
    """Return the decimals of an indicator of the person's own: as many as its baseline has."""
    start = amount(baseline, unit)
    return 0 if start is None else max(0, -int(Decimal(start).as_tuple().exponent))


def _task(row: Sequence[str], number: int) -> Task:
    direction, name, lead, partners, begin, end, deliverable, measure = _texts(row)
    return Task(
        number, direction, name, lead, partners, begin, end, deliverable, measure, month(begin),
        month(end, last=True),
    )  # fmt: skip


def _project(row: Sequence[str]) -> Project:
    name, owner, planned, answer, task = _texts(row)
    return Project(name, owner, planned, answer, task)
