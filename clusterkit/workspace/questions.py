"""A workspace's questions: asked of what the steps have noticed, answered in the workspace's files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.errors import WorkspaceError
from clusterkit.findings import open_ones
from clusterkit.intake.received import SourceReading
from clusterkit.matching.decisions import read_decisions
from clusterkit.questions import Answer, Heard, Question, Weighed, World, ask, weigh, written
from clusterkit.questions.acceptance import ACCEPTED, acceptance, acceptances
from clusterkit.questions.keep import DECISIONS, MAPPING
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def world_of(workspace: Workspace) -> World:
    """Return the workspace's inputs as a value, with the steps that it has computed already."""
    world = World(
        guide=workspace.guide, scope=workspace.settings.scope(), read=workspace.read,
        mapping_text=text_of(workspace.folder / MAPPING), received=workspace.received(),
        decisions=read_decisions(workspace.folder / DECISIONS)[0], declared=workspace.declared,
    )  # fmt: skip
    world.__dict__.update(settled=workspace.settled(), results=workspace.results())
    return world


def asked(workspace: Workspace) -> list[Question]:
    """Return everything that a person can settle, without effects."""
    received, findings = workspace.received(), workspace.findings()
    heard = Heard(
        guide=workspace.guide, scope=workspace.scope, findings=tuple(findings),
        sources=tuple(received.sources), words=tuple(received.words),
        accepted=frozenset(one.id for one in findings if one.accepted),
        chosen=frozenset(workspace.settings.interpretation),
    )  # fmt: skip
    return ask(heard)


def acceptable(workspace: Workspace, questions: Iterable[Question]) -> list[Question]:
    """Return what may be accepted as it is, with a reason, besides the questions."""
    return acceptances(workspace.findings(), {name for one in questions for name in one.findings})


def weighed(workspace: Workspace) -> Weighed:
    """Return the open questions by effect, and how far each number may still move."""
    return weigh(world_of(workspace), asked(workspace))


def answer(workspace: Workspace, question_id: str, value: str, reason: str, by: str) -> Question:
    """Write one answer into its file, as a whole or not at all; see `Workspace.answer`."""
    question = _meant(workspace, question_id, value)
    if value not in {option.value for option in question.options}:
        known = "、".join(f"{option.value}（{option.label}）" for option in question.options)
        raise WorkspaceError(f"“{value}”不是这个问题的答案，可以答：{known}。")
    if not reason.strip():
        raise WorkspaceError("请写明理由：每一个决定都要说得出依据。")
    keep(workspace.folder, question, value, reason, by, workspace.received().sources)
    return question


def keep(
    folder: Path, question: Question, value: str, reason: str, by: str, sources: Iterable[SourceReading]
) -> None:
    """Write an answer that the question has into its file, as a whole or not at all."""
    path = folder / question.keep.file
    given = Answer(question.keep, value, reason.strip(), by.strip(), date.today().isoformat())
    write_text(path, written(text_of(path), given, sources), marked=path.suffix == ".csv")


def _meant(workspace: Workspace, question_id: str, value: str) -> Question:
    """Return the question, or whether a finding may stay where nothing else is asked about it."""
    known = {one.id: one for one in asked(workspace)}
    found = next((one for one in open_ones(workspace.findings()) if one.id == question_id), None)
    if found is not None and (question_id not in known or value == ACCEPTED):
        return acceptance(found)
    if question_id in known:
        return known[question_id]
    near = get_close_matches(question_id, known, n=1)
    guess = f"，是不是“{near[0]}”" if near else ""
    raise WorkspaceError(f"没有待答的问题“{question_id}”{guess}；用 clusterkit questions 可以列出全部。")
