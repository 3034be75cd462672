"""A new year's workspace from last year's: what people settled is taken over, what belongs to last year is not."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import tomlkit
from tomlkit.items import AoT

from clusterkit.errors import WorkspaceError
from clusterkit.matching.decision import FILE as DECISIONS
from clusterkit.narrative.section_file import section_of, without_comments
from clusterkit.plan.texts import FOLDER as PLAN
from clusterkit.questions.keep import MAPPING
from clusterkit.workspace.load import FILE as SETTINGS
from clusterkit.workspace.load import settings_text
from clusterkit.workspace.narrative import FOLDER as NARRATIVE
from clusterkit.workspace.takeover.mapping import mapping_for
from clusterkit.workspace.takeover.report import Takeover
from clusterkit.workspace.takeover.settings import settings_for
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_KINDS = {
    "duplicate": "哪一行为准", "review": "资质复核年份", "finding": "已认可的问题",
    "text": "正文里保留的说法",
}  # fmt: skip
_TAKEN = {"match": "名称是谁", "scope": "纳入或不纳入"}
_SHOWN = 5


def readable(folder: Path) -> Workspace:
    """Return last year's workspace, known to have nothing that hinders taking it over.

    Raises
    ------
    WorkspaceError
        If the folder is no workspace, or its settings or mapping cannot be understood.
    """
    from clusterkit.workspace.workspace import Workspace

    old = Workspace(folder)
    settings_for(settings_text(folder), old.settings.guide, Takeover())
    if old.mapping.source and not isinstance(tomlkit.parse(text_of(folder / MAPPING))["source"], AoT):
        raise WorkspaceError(
            f"“{folder}”的 {MAPPING} 把 source 写成了方括号里的一行，请改成一段段 [[source]]。"
        )
    return old


def take_over(old: Workspace, folder: Path, guide: str) -> Takeover:
    """Fill a workspace that was made just now with what last year's holds.

    Parameters
    ----------
    old
        Last year's workspace.
    folder
        The new one's folder; the lists of the new year may lie in its ``raw`` already.
    guide
        The guide of the new one.

    Returns
    -------
    Takeover
        What a person should read.
    """
    from clusterkit.workspace.workspace import Workspace

    report = Takeover()
    text = settings_for(settings_text(old.folder), guide, report)
    write_text(folder / SETTINGS, text, marked=False)
    _decisions(old, folder, report)
    _narrative(old, folder, report)
    text = mapping_for(old, Workspace(folder), report)
    write_text(folder / MAPPING, text, marked=False)
    report.left += _not_copied(old)
    return report


def _decisions(old: Workspace, folder: Path, report: Takeover) -> None:
    """Keep who is who; rows of last year's lists are told by their rows, which are others this year."""
    lines = csv.DictReader(io.StringIO(text_of(old.folder / DECISIONS), newline=""))
    header = list(lines.fieldnames or [])
    rows = [{name: row.get(name) or "" for name in header} for row in lines]
    if not rows:
        return
    of = {id(row): _kind(row) for row in rows}
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, header)
    writer.writeheader()
    writer.writerows(row for row in rows if of[id(row)] in _TAKEN)
    write_text(folder / DECISIONS, page.getvalue(), marked=True)
    counts = Counter(of.values())
    report.taken += [
        f"{DECISIONS}：“{said}”的决定 {counts[kind]} 条。" for kind, said in _TAKEN.items() if counts[kind]
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
    names = "、".join(_who(row) for row in rows[:_SHOWN]) + ("等" if len(rows) > _SHOWN else "")
    said = _KINDS.get(kind, kind or "没有写种类")
    return f"{DECISIONS}：“{said}”的决定 {len(rows)} 条，说的是上年名单里的行：{names}。"


def _narrative(old: Workspace, folder: Path, report: Takeover) -> None:
    """Copy the texts that somebody wrote, in the place of the empty ones."""
    year, names = str(old.settings.reference_year), []
    for path in sorted((old.folder / NARRATIVE).glob("*.md")):
        text = text_of(path)
        if not without_comments(text):
            continue
        for blank in (folder / NARRATIVE).glob("*.md"):
            if section_of(blank) == section_of(path):
                blank.unlink()
        write_text(folder / NARRATIVE / path.name, text, marked=False)
        names.append(path.name)
        if year in text:
            report.confirm.append(f"{NARRATIVE}/{path.name} 里写着 {year}，请核对手写的年份和数字。")
    if names:
        report.taken.append(f"{NARRATIVE}：{len(names)} 篇文字（{'、'.join(names)}）。")
    _plan_texts(old.folder, folder, report)


def _plan_texts(old: Path, folder: Path, report: Takeover) -> None:
    """Copy the texts of the plan: they speak of last year's goals, so each is to be gone through."""
    count = 0
    for path in sorted((old / NARRATIVE / PLAN).glob("*.md")):
        text = text_of(path)
        if without_comments(text):
            write_text(folder / NARRATIVE / PLAN / path.name, text, marked=False)
            count += 1
    if count:
        report.taken.append(f"{NARRATIVE}/{PLAN}：实施方案的文字 {count} 篇。")
        report.confirm.append(f"{NARRATIVE}/{PLAN} 里的文字说的是上年的方案，请核对年份、目标和任务。")


def _not_copied(old: Workspace) -> Iterator[str]:
    for name, said in (("raw", "名单"), ("tables", "填好的附表"), ("evidence", "佐证材料")):
        there = old.folder / name
        files = [path for path in there.rglob("*") if path.is_file()] if there.is_dir() else []
        if files:
            yield f"{name}：{said} {len(files)} 个文件属于上年，没有复制。"
