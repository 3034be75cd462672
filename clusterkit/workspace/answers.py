"""Answers that come back in a workbook: each row is applied as `Workspace.answer` would, or left with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.errors import WorkspaceError
from clusterkit.forms.questions_book import QUESTIONS, Filled, option_meant, read_answers
from clusterkit.intake.mapping import BLANK, Source
from clusterkit.intake.received import SourceReading
from clusterkit.matching.decisions import read_decisions
from clusterkit.questions import Question
from clusterkit.questions.keep import DECISIONS, MAPPING, SETTINGS, Keep, ListSpot
from clusterkit.questions.list_lines import DATED, DATED_FIELDS
from clusterkit.workspace.questions import acceptable, asked, keep

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


_ANSWERED = "已经答过，没有改动"
_CHANGED = "这条提醒说的内容已经变了，请重新生成工作簿，看过新的再定"


@dataclass(frozen=True)
class Heard:
    """What became of one row.

    Parameters
    ----------
    row
        The 1-based row of the workbook.
    question
        The question; its id where it is not asked any more.
    answer
        The label of what was answered.
    skipped
        Why the answer was not taken, in Chinese; empty where it was.
    sheet
        The sheet that the row stands in, where that is not the one of the questions.
    """

    row: int
    question: str
    answer: str
    skipped: str = ""
    sheet: str = ""


def apply_answers(workspace: Workspace, path: Path) -> list[Heard]:
    """Apply every filled row of a workbook of questions, in its order.

    Raises
    ------
    WorkspaceError
        If the file is no workbook of questions.
    """
    rows = read_answers(path)
    sheets = ("" if row.sheet == QUESTIONS else row.sheet for row in rows)
    heard = _applied(workspace, rows) if rows else ()
    return [replace(one, sheet=sheet) for one, sheet in zip(heard, sheets, strict=True)]


def _applied(workspace: Workspace, rows: Sequence[Filled]) -> Iterator[Heard]:
    questions, sources = asked(workspace), tuple(workspace.received().sources)
    questions += acceptable(workspace, questions)
    by_id = {one.id: one for one in questions}
    by_key = {one.answer_in: one for one in questions}
    before, done = answered(workspace), set[str]()
    for row in rows:
        question = by_id.get(row.id) or by_key.get(row.answer_in)
        if question is None:
            why = _ANSWERED if _is_kept(row.answer_in, before) else "这个问题已经没有了（名单或设置已改）"
            yield Heard(row.row, row.question or row.id, row.answer, why)
        elif question.level and row.answer_in not in ("", question.answer_in):
            yield Heard(row.row, row.question or question.question, row.answer, _CHANGED)
        elif question.answer_in in done:
            yield Heard(row.row, question.question, row.answer, _ANSWERED)
        else:
            heard = _one(workspace.folder, question, row, sources)
            done |= set() if heard.skipped else {question.answer_in}
            yield heard


def _is_kept(answer_in: str, known: set[str]) -> bool:
    """Return whether an answer stands in its file: one about several columns has a line for each."""
    head, mark, headers = answer_in.partition(".columns.")
    return answer_in in known or (bool(mark) and {head + mark + one for one in headers.split("、")} <= known)


def _one(folder: Path, question: Question, row: Filled, sources: Sequence[SourceReading]) -> Heard:
    option = option_meant(question, row.answer) if row.answer else None
    if option is None:
        why = f"没有“{row.answer}”这个答案，请从下拉列表里选" if row.answer else "没有选答案"
    elif not row.reason:
        why = "没有写理由"
    else:
        why = _kept(folder, question, option.value, row, sources)
    return Heard(row.row, question.question, option.label if option else row.answer, why)


def _kept(folder: Path, question: Question, value: str, row: Filled, sources: Sequence[SourceReading]) -> str:
    """Write an answer; return why that could not be done."""
    try:
        keep(folder, question, value, row.reason, row.by, sources)
    except WorkspaceError as error:
        return str(error).rstrip("。")
    return ""


def answered(workspace: Workspace) -> set[str]:
    """Return the places in the workspace's files that hold an answer, as `Question.answer_in` names them."""
    decided = read_decisions(workspace.folder / DECISIONS)[0]
    mapping, sources = workspace.mapping, workspace.received().sources
    return {
        *(str(Keep(DECISIONS, (one.kind, one.key))) for one in decided.rows),
        *(str(Keep(SETTINGS, ("interpretation", key))) for key in workspace.settings.interpretation),
        *(str(Keep(MAPPING, path)) for path in _words(mapping.values)),
        *(
            str(Keep(MAPPING, path, ListSpot(one.file, one.sheet, one.table)))
            for one in sources
            for entry in mapping.sources_of(one.file)
            if entry.sheet in (None, one.sheet)
            for path in _of_list(entry)
        ),
    }


def _of_list(entry: Source) -> Iterator[tuple[str, ...]]:
    for part in ("columns", "units", "constants"):
        yield from ((part, key) for key in getattr(entry, part))
    yield from _words(entry.values)
    yield from ((DATED,) for field in DATED_FIELDS if BLANK in entry.values.get(field, ()))


def _words(values: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, ...]]:
    return (("values", field, word) for field, words in values.items() for word in words)
