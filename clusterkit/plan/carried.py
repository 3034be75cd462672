"""A plan's workbook on its way into a later year: what became of the old one's rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from clusterkit.edited.figures import month
from clusterkit.edited.fill import FilledBook
from clusterkit.edited.shape import Rows, Sheet
from clusterkit.plan.sheets import TARGETS, TASKS, target_year

Said = dict[str, str]  # what a row says, by header

NAME, UNIT, ANSWER, TASK, END, BEGIN, YEAR, PROJECT = (
    "指标", "单位", "锻长板或补短板", "主要任务", "完成时间", "开始时间", "年度", "项目名称",
)  # fmt: skip


@dataclass
class Carried:
    """A plan's workbook for the new years, and what became of the old one's rows.

    Parameters
    ----------
    sheets, rows, base
        What to write: sheets (with the person's own columns), rows, and what the tool computes of them.
    past
        Targets, tasks and yearly work that lie before the new years: sheet → what they say.
    begun
        Tasks that began before the new years.
    baselines
        Of the person's own targets: the baseline that they had.
    gone
        Projects that are not in the new 附表5.
    unbound
        Projects whose task has come to its end: they wait for another.
    deleted
        Targets that the person does not set.
    """

    sheets: tuple[Sheet, ...]
    rows: dict[str, Rows] = field(default_factory=dict)
    base: dict[str, Rows] = field(default_factory=dict)
    past: dict[str, list[str]] = field(default_factory=dict)
    begun: list[str] = field(default_factory=list)
    baselines: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    unbound: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    @property
    def targets(self) -> dict[int, int]:
        """How many figures are set for each of the years."""
        headers = self.sheets[0].headers
        return {
            year: sum(bool(row[place]) for row in self.rows[TARGETS])
            for place, header in enumerate(headers)
            if (year := target_year(header))
        }


@dataclass(frozen=True)
class Carrying:
    """One workbook on its way: the old one, the new one as it is computed, the last year that is past by now."""

    old: FilledBook
    new: FilledBook
    base_year: int
    old_base: int
    made: Carried

    def said(self, sheet: str) -> list[Said]:
        """Return what the rows of a sheet say, the person's own columns too."""
        headers = next(one.headers for one in self.old.sheets if one.name == sheet)
        rows = zip(self.old.rows[sheet], self.old.beside(sheet), strict=True)
        return [{**dict(zip(headers, map(str, row), strict=True)), **beside} for row, beside in rows]

    @property
    def ended(self) -> set[str]:
        """The tasks that have come to their end."""
        return {said[TASK] for said in self.said(TASKS) if self.is_past(said[END])}

    def is_past(self, text: str) -> bool:
        """Return whether a month or year lies before the new years."""
        found = month(text, last=True)
        return found is not None and found[0] <= self.base_year
