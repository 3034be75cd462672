"""``narrative/`` for the next year: the texts that somebody wrote, to be gone through again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.narrative.section_file import section_of, without_comments
from clusterkit.plan.texts import FOLDER as PLAN
from clusterkit.workspace.narrative import FOLDER
from clusterkit.workspace.takeover.report import Takeover
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def take_texts(old: Workspace, folder: Path, report: Takeover) -> None:
    """Copy the texts that somebody wrote, in the place of the empty ones."""
    year, names = str(old.settings.reference_year), []
    for path in sorted((old.folder / FOLDER).glob("*.md")):
        text = text_of(path)
        if not without_comments(text):
            continue
        for blank in (folder / FOLDER).glob("*.md"):
            if section_of(blank) == section_of(path):
                blank.unlink()
        write_text(folder / FOLDER / path.name, text, marked=False)
        names.append(path.name)
        if year in text:
            report.confirm.append(f"{FOLDER}/{path.name} 里写着 {year}，请核对手写的年份和数字。")
    if names:
        report.taken.append(f"{FOLDER}：{len(names)} 篇文字（{'、'.join(names)}）。")
    _plan_texts(old.folder, folder, report)


def _plan_texts(old: Path, folder: Path, report: Takeover) -> None:
    """Copy the texts of the plan: they speak of last year's goals, so each is to be gone through."""
    count = 0
    for path in sorted((old / FOLDER / PLAN).glob("*.md")):
        text = text_of(path)
        if without_comments(text):
            write_text(folder / FOLDER / PLAN / path.name, text, marked=False)
            count += 1
    if count:
        report.taken.append(f"{FOLDER}/{PLAN}：实施方案的文字 {count} 篇。")
        report.confirm.append(f"{FOLDER}/{PLAN} 里的文字说的是上年的方案，请核对年份、目标和任务。")
