"""The sentences of 年度计划.xlsx: what people wrote into the cells of tasks, yearly work and targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clusterkit.findings import Place
from clusterkit.plan.plan import FILE, Plan
from clusterkit.plan.sheets import TARGETS, TASKS, WORK

_SENTENCES = {TARGETS: ("测算依据",), TASKS: ("交付成果", "衡量指标"), WORK: ("年度工作内容", "年度交付成果")}
_YEAR = {WORK: 0}  # the column of the year that a row is about


@dataclass(frozen=True)
class Sentences:
    """What a cell says, where it stands, and the year that it is about where its row says one."""

    place: Place
    text: str
    year: int | None = None


def cells(plan: Plan) -> Iterator[Sentences]:
    """Yield the cells that hold sentences, sheet by sheet; nothing where nobody has filled the workbook."""
    if plan.book is None or plan.written.is_empty:
        return
    for sheet in plan.book.sheets:
        for header in _SENTENCES.get(sheet.name, ()):
            column = sheet.headers.index(header)
            for at, row in enumerate(plan.book.rows[sheet.name]):
                if text := str(row[column]).strip():
                    place = Place(FILE, sheet.name, plan.book.row(sheet.name, at), header)
                    yield Sentences(place, text, _year(sheet.name, row))


def _year(sheet: str, row: Sequence[str]) -> int | None:
    """Return the year that a row of the yearly work is about."""
    if sheet not in _YEAR:
        return None
    said = str(row[_YEAR[sheet]]).removesuffix("年").strip()
    return int(said) if said.isdecimal() else None
