"""What a plan is made of: targets, tasks, yearly work, projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Target:
    """One indicator with its baseline and a target a year.

    Parameters
    ----------
    name, unit
        As written.
    indicator
        The id, None for one of the person's own.
    digits
        Decimals that the form prints.
    baseline
        The figure of the reference year as written, and as a number.
    texts, values
        Year → the target as written, and as a number where it is one.
    task
        The direction that it belongs to.
    basis
        How it was reckoned.
    """

    name: str
    unit: str
    indicator: str | None
    digits: int
    baseline: str
    texts: Mapping[int, str]
    start: Decimal | None = None
    values: Mapping[int, Decimal] = field(default_factory=dict)
    task: str = ""
    basis: str = ""

    @property
    def last(self) -> Decimal | None:
        """The target of the last year that has one."""
        return self.values[max(self.values)] if self.values else None


@dataclass(frozen=True, slots=True)
class Task:
    """One of the main tasks: who leads, what comes of it, until when, how it is measured."""

    number: int
    direction: str
    name: str
    lead: str = ""
    partners: str = ""
    begin: str = ""
    end: str = ""
    deliverable: str = ""
    measure: str = ""
    first: Month | None = None
    last: Month | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What is done for a task in one year."""

    year: str
    task: str
    content: str
    deliverable: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project of 附表5 with the task that it belongs to and what it answers (锻长板, 补短板)."""

    name: str
    owner: str
    planned: str
    answer: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What people wrote in 年度计划.xlsx, the baseline filled in."""

    base_year: int
    years: tuple[int, ...]
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    work: tuple[Work, ...] = ()
    projects: tuple[Project, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody has set a target or a task yet."""
        return not self.tasks and not any(target.texts for target in self.targets)

    def of(self, direction: str) -> tuple[Task, ...]:
        """Return the tasks of a direction."""
        return tuple(task for task in self.tasks if task.direction == direction)

    def task(self, name: str) -> Task | None:
        """Return a task by its name."""
        return next((task for task in self.tasks if task.name == name), None)
