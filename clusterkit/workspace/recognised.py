"""What was recognised in ``raw/``, list by list, for a person to look over: see ``clusterkit intake``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from clusterkit.findings import Finding, Place
from clusterkit.findings.catalogue import catalogue
from clusterkit.intake.received import SourceReading, UnknownWord
from clusterkit.questions import Question
from clusterkit.tables import Table, tables
from clusterkit.workspace.preview import Preview, preview
from clusterkit.workspace.recognised_column import ShownColumn, shown_column
from clusterkit.workspace.unread import Unread, unread

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


@dataclass(frozen=True)
class ShownList:
    """One sheet as it was understood.

    Parameters
    ----------
    source
        How it was understood.
    table, kind
        What it was taken as, in Chinese; empty where it was not recognised, or is of no one kind.
    preview
        Its first rows as typed.
    questions
        What is asked about it, those first that move the numbers most.
    faults
        The errors about it that no question settles.
    """

    source: SourceReading
    table: str
    kind: str
    columns: tuple[ShownColumn, ...]
    preview: Preview
    questions: tuple[Question, ...]
    faults: tuple[Finding, ...]

    @property
    def taken(self) -> tuple[ShownColumn, ...]:
        """The columns that were taken."""
        return tuple(one for one in self.columns if one.taken)

    @property
    def left(self) -> tuple[ShownColumn, ...]:
        """The columns that were not."""
        return tuple(one for one in self.columns if not one.taken)

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        one = self.source
        return {
            "file": one.file, "sheet": one.sheet or None, "recognised": one.recognised, "table": one.table or None,
            "table_name": self.table, "kind": one.kind or None, "kind_name": self.kind, "by": one.by or None,
            "header_row": one.header_row or None, "rows": one.rows, "priority": one.priority,
            "columns": [column.as_dict() for column in self.columns], "preview": self.preview.as_dicts(),
            "questions": [question.as_dict() for question in self.questions],
            "words": [_word(word) for word in one.words], "findings": [fault.as_dict() for fault in self.faults],
        }  # fmt: skip


@dataclass(frozen=True)
class Recognised:
    """All lists of a workspace, in the order they are read, and what was not read."""

    lists: tuple[ShownList, ...]
    unread: tuple[Unread, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "lists": [one.as_dict() for one in self.lists],
            "not_read": [one.as_dict() for one in self.unread],
        }


def recognised(workspace: Workspace) -> Recognised:
    """Return how every list of a workspace was understood, and what is asked about it."""
    received, questions = workspace.received(), workspace.questions()
    shown = partial(_shown, workspace, list(questions))
    return Recognised(tuple(map(shown, received.sources)), tuple(unread(workspace)))


def _shown(workspace: Workspace, questions: list[Question], source: SourceReading) -> ShownList:
    table = tables().get(source.table)
    asked = tuple(one for one in questions if _is_about(one, source))
    about = {one.keep.path[:2] for one in asked if len(one.keep.path) == 2}
    return ShownList(
        source, table.name if table else "", _kind(workspace, source, table),
        tuple(shown_column(one, table, {(part, name) for part, name in about}) for one in source.columns),
        preview(workspace.received(), source, workspace.guide), asked,
        tuple(_faults(workspace.findings(), source)),
    )  # fmt: skip


def _is_about(question: Question, source: SourceReading) -> bool:
    if question.keep.list is not None:
        return (question.keep.list.file, question.keep.list.sheet) == (source.file, source.sheet)
    return _is_in(question.place, source)


def _is_in(place: Place, source: SourceReading) -> bool:
    return place.file == source.file and place.sheet in ("", source.sheet)


def _faults(findings: list[Finding], source: SourceReading) -> Iterator[Finding]:
    return (
        one
        for one in findings
        if one.level == "error"
        and catalogue()[one.code].question is None
        and not one.caused_by
        and (_is_in(one.place, source) or (one.place.file == source.file and not source.recognised))
    )


def _kind(workspace: Workspace, source: SourceReading, table: Table | None) -> str:
    field = table.fields.get("kind") if table else None
    if not source.kind or field is None or field.words is None:
        return ""
    names = workspace.guide.words[field.words].words.get(source.kind, ())
    return names[0] if names else source.kind


def _word(word: UnknownWord) -> dict[str, Any]:
    return {
        "field": word.field, "word": word.word, "count": len(word.lines), "rows": list(word.lines),
        "column": word.place.column, "open": word.open,
    }  # fmt: skip
