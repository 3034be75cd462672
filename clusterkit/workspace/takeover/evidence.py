"""``evidence.csv`` and ``evidence/`` for the next year: what still proves something comes along, with its file."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.errors import WorkspaceError
from clusterkit.evidence.lasting import last_day
from clusterkit.evidence.papers import Paper, entries_to_write
from clusterkit.evidence.register import FILE, FOLDER, HEADERS, written_register
from clusterkit.guide.days import day_in_words
from clusterkit.workspace.takeover.evidence_targets import Targets
from clusterkit.workspace.takeover.report import Takeover, listed
from clusterkit.workspace.written_file import write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_UNKNOWN, _ASKED = "看不出类别的材料", "通知正文要的材料"


@dataclass(frozen=True)
class _Judged:
    """A paper as it is written for the next year, or why it stays behind; ``lost`` is what it no longer proves."""

    paper: Paper
    kind: str
    why: str = ""
    lost: tuple[str, ...] = ()
    unheld: bool = False


def take_evidence(old: Workspace, new: Workspace, report: Takeover) -> None:
    """Write the new evidence.csv and copy the files that its rows name; say what came along and what did not.

    Raises
    ------
    WorkspaceError
        If a file cannot be copied.
    """
    evidence = old.evidence()
    if not evidence.papers:
        return
    targets = Targets(old.guide, new)
    judged = [_judged(one, new, targets) for one in evidence.papers]
    kept = [one for one in judged if not one.why]
    _copy((one.paper for one in kept), new.folder / FOLDER)
    rows = entries_to_write(one.paper for one in kept if not one.paper.entry.is_new)
    text = written_register(rows, evidence.register.headers)
    write_text(new.folder / FILE, text, marked=True)
    _tell(new, kept, report)
    report.left += _left([one for one in judged if one.why])
    report.left += [one.message for one in evidence.register.findings]


def _judged(paper: Paper, new: Workspace, targets: Targets) -> _Judged:
    """Return whether a paper still proves something in the next year, and of what."""
    known = new.guide.evidence_kinds.get(paper.kind)
    kind = known.name if known else paper.entry.kind or _UNKNOWN
    ends = last_day(paper.entry)
    if targets.of_this_application(paper):
        return _Judged(paper, _ASKED, "每次申报都要新的")
    if known and not known.lasts:
        return _Judged(paper, kind, known.next_year)
    if paper.has_vanished:
        return _Judged(paper, kind, "上年的 evidence 文件夹里已经没有这个文件")
    if paper.found and not paper.found.digest:
        return _Judged(paper, kind, "文件打不开，没有复制；请检查文件和权限")
    if known is None:
        return _Judged(paper, kind, "不知道还管不管用；能用的请复制到 evidence 文件夹，写明材料类别")
    if not targets.lasting(paper):
        return _Judged(paper, kind, "证明的是上年的数，请出具新的")
    if ends and ends < new.settings.scope().on:
        return _Judged(paper, kind, f"写着到{day_in_words(ends)}为止，到基准日已经过期，请换新的")
    return _held(paper, kind, targets)


def _held(paper: Paper, kind: str, targets: Targets) -> _Judged:
    """Hold what a paper proves against the new guide and the new lists."""
    names, lost = targets.now(paper)
    if not names:
        return _Judged(paper, kind, f"新指南里没有它证明的“{'”“'.join(lost)}”")
    rows, gone, held = targets.rows(paper)
    if gone and not rows:
        return _Judged(paper, kind, f"今年的名单里没有它证明的“{'”“'.join(gone)}”")
    entry = replace(paper.entry, targets="；".join(names), rows="；".join(rows))
    return _Judged(replace(paper, entry=entry), kind, lost=(*lost, *gone), unheld=bool(rows) and not held)


def _copy(papers: Iterable[Paper], folder: Path) -> None:
    for found in (one.found for one in papers if one.found):
        target = folder / found.file
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(found.path, target)
        except OSError as error:
            raise WorkspaceError(
                f"佐证材料“{found.path}”复制不了，可能正被别的程序打开，或磁盘已满；请处理后再运行一次。"
            ) from error


def _tell(new: Workspace, kept: Sequence[_Judged], report: Takeover) -> None:
    """Say what came along, and what a person should look at in it."""
    counts = Counter(one.kind for one in kept)
    if counts:
        said = "、".join(f"{kind} {count} 份" for kind, count in counts.items())
        report.taken.append(f"{FILE}：还管用的佐证材料 {len(kept)} 份，连同文件（{said}）。")
    for kind in new.guide.evidence_kinds.values():
        titles = [one.paper.title for one in kept if one.kind == kind.name]
        if titles and kind.next_year:
            report.confirm.append(
                f"佐证材料“{kind.name}”{len(titles)} 份：{kind.next_year}（{listed(titles)}）。"
            )
    report.confirm += [
        f"{FILE}：“{one.paper.title}”不再写“{'”“'.join(one.lost)}”：新指南、今年的名单里没有，或说的是上年的数。"
        for one in kept
        if one.lost
    ]
    report.confirm += [
        f"{FILE}：“{one.paper.title}”在上年登记以后换过内容，请核对后清空它的“{HEADERS['digest']}”。"
        for one in kept
        if one.paper.has_changed
    ]
    if unheld := [one.paper.title for one in kept if one.unheld]:
        report.confirm.append(
            f"{FILE}：{len(unheld)} 份写着“{HEADERS['rows']}”，相关名单还没有来，没有核对；"
            f"名单放好后运行 check 会指出对不上的（{listed(unheld)}）。"
        )


def _left(judged: Sequence[_Judged]) -> Iterator[str]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in judged:
        grouped.setdefault((one.kind, one.why), []).append(one.paper.title)
    for (kind, why), titles in grouped.items():
        yield f"佐证材料“{kind}”{len(titles)} 份：{why}（{listed(titles)}）。"
