"""Make 催数单.xlsx: who owes what with the message to send, what each list lacks, what the indicators wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from clusterkit.compute import Result
from clusterkit.findings import Finding
from clusterkit.forms.return_sheet.bounds import said
from clusterkit.forms.return_sheet.never_came import never_came
from clusterkit.forms.return_sheet.owed import Owed
from clusterkit.forms.return_sheet.write_return import MOMENT, OPTIONS
from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.look import Look, height
from clusterkit.forms.workbook.page import Page

Row = Sequence[str]
_PEOPLE = (
    ("序号", 6), ("企业（单位）", 30), ("统一社会信用代码", 22), ("缺的数据", 28), ("等着用的指标", 34),
    ("消息（可直接复制）", 60), ("位置", 30),
)  # fmt: skip
_LISTS = (("序号", 6), ("名单", 40), ("缺多少家", 10), ("缺的数据", 34), ("消息（可直接复制）", 80))
_NUMBERS = (("序号", 6), ("指标", 40), ("缺多少家", 10), ("现在", 16), ("说明", 80))
_PLACES = 3


def write_owed(
    results: Mapping[str, Result], debts: Sequence[Owed], findings: Iterable[Finding], cluster: str, year: int
) -> bytes:
    """Return the workbook, the same bytes on every run.

    Parameters
    ----------
    debts
        Who owes what, in the order in which to ask.
    findings
        All findings: those of lists that never came are asked for, too.
    """
    waiting = [one for one in results.values() if one.rows_missing]
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": "催数单", "author": "clusterkit", "created": MOMENT})
        look, page = Look(book), Page(cluster or "催数单")
        people = [_person(one, cluster, year) for one in debts]
        _sheet(book.add_worksheet("催数总表"), "催数总表", _PEOPLE, people, look, page)
        lists = _lists(results, debts, findings, cluster, year)
        _sheet(book.add_worksheet("按名单"), "按名单", _LISTS, lists, look, page)
        numbers = [
            [one.name, str(one.rows_missing), f"{one.display or '—'} {one.unit}", said(one)]
            for one in waiting
        ]
        _sheet(book.add_worksheet("对指标的影响"), "对指标的影响", _NUMBERS, numbers, look, page)
    return stream.getvalue()


def _person(one: Owed, cluster: str, year: int) -> Row:
    code = one.key if one.key != one.name and ":" not in one.key else ""
    places = [str(place) for place in one.places]
    more = f"\n等 {len(places)} 处" if len(places) > _PLACES else ""
    shown = "\n".join(places[:_PLACES]) + more
    return [
        one.name,
        code,
        "、".join(one.figures),
        "、".join(one.indicators),
        one.message(cluster, year),
        shown,
    ]


def _lists(
    results: Mapping[str, Result], debts: Iterable[Owed], findings: Iterable[Finding], cluster: str, year: int
) -> list[Row]:
    """Return a row per list that lacks figures, and per list that never came, ready to send to who provides it."""
    rows: list[Row] = [one.row(cluster, year) for one in never_came(results, findings)]
    by_file: dict[str, list[Owed]] = {}
    for debt in debts:
        for file in dict.fromkeys(place.file for place in debt.places):
            by_file.setdefault(file, []).append(debt)
    for file, several in sorted(by_file.items(), key=lambda item: -sum(one.weight for one in item[1])):
        figures = "、".join(dict.fromkeys(name for one in several for name in one.figures))
        names = "、".join(one.name for one in several[:5]) + ("等" if len(several) > 5 else "")
        message = (
            f"您好！贵单位提供的“{file}”里，{names}共 {len(several)} 家还缺数据（{figures}），请协助补齐；"
            "没有发生的请填 0。"
        )
        rows.append([file, str(len(several)), figures, message])
    return rows


def _sheet(
    sheet: Any, name: str, columns: Sequence[tuple[str, float]], rows: Sequence[Row], look: Look, page: Page
) -> None:
    for at, (header, broad) in enumerate(columns):
        sheet.set_column(at, at, broad)
        sheet.write_string(0, at, header, look(looks.HEAD))
    sheet.set_row(0, 30)
    for line, row in enumerate(rows, 1):
        sheet.write_number(line, 0, line, look(looks.CENTER))
        for at, text in enumerate(row, 1):
            sheet.write_string(line, at, text[:32_000], look(looks.WRAP, {"num_format": "@"}))
        sheet.set_row(line, max(height(text, columns[at][1] - 2.5) for at, text in enumerate(row, 1)))
    if not rows:
        sheet.write_string(1, 1, "没有缺的数据", look.plain(looks.GREY))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    page.set_up(sheet, name)
