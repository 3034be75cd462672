"""``decisions.csv`` for the next year: who is who stays; what was said of rows of last year's lists does not."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.matching.decision import FILE
from clusterkit.workspace.takeover.report import Takeover, listed
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_KINDS = {
    "duplicate": "哪一行为准", "review": "资质复核年份", "finding": "已认可的问题",
    "text": "正文里保留的说法",
}  # fmt: skip
_TAKEN = {"match": "名称是谁", "scope": "纳入或不纳入"}


def take_decisions(old: Workspace, folder: Path, report: Takeover) -> None:
    """Keep who is who; rows of last year's lists are told by their rows, which are others this year."""
    lines = csv.DictReader(io.StringIO(text_of(old.folder / FILE), newline=""))
    header = list(lines.fieldnames or [])
    rows = [{name: row.get(name) or "" for name in header} for row in lines]
    if not rows:
        return
    of = {id(row): _kind(row) for row in rows}
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, header)
    writer.writeheader()
    writer.writerows(row for row in rows if of[id(row)] in _TAKEN)
    write_text(folder / FILE, page.getvalue(), marked=True)
    counts = Counter(of.values())
    report.taken += [
        f"{FILE}：“{said}”的决定 {counts[kind]} 条。" for kind, said in _TAKEN.items() if counts[kind]
    ]
    for row in rows:
        if of[id(row)] == "scope":
            report.confirm.append(
                f"{_who(row)}：上年决定{_choice(row)}（{_cell(row, 'reason')}），今年还是吗？"
            )
    for kind in counts:
        if kind not in _TAKEN:
            report.left.append(_left_rows(kind, [row for row in rows if of[id(row)] == kind]))


def _kind(row: dict[str, str]) -> str:
    return _cell(row, "kind").lower()


def _cell(row: dict[str, str], name: str) -> str:
    return next((value.strip() for key, value in row.items() if key.strip().lower() == name), "")


def _who(row: dict[str, str]) -> str:
    return " ".join((_cell(row, "name") or _cell(row, "key")).split())


def _choice(row: dict[str, str]) -> str:
    return "纳入" if _cell(row, "choice").lower() == "include" else "不纳入"


def _left_rows(kind: str, rows: list[dict[str, str]]) -> str:
    names = listed([_who(row) for row in rows])
    said = _KINDS.get(kind, kind or "没有写种类")
    return f"{FILE}：“{said}”的决定 {len(rows)} 条，说的是上年名单里的行：{names}。"
