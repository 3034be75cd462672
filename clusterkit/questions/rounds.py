"""Settling what answers touch: answers that touch different rows are settled together, in as few rounds as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from clusterkit.matching.settle import settle_rows
from clusterkit.questions.touched import Edit, Touched
from clusterkit.questions.world import World

Frames = Mapping[str, pd.DataFrame]


@dataclass
class _Round:
    """Answers that do not meet: no row is touched by two of them."""

    numbers: list[int] = field(default_factory=list)
    taken: set[tuple[str, int]] = field(default_factory=set)

    def has_room(self, spots: set[tuple[str, int]]) -> bool:
        return self.taken.isdisjoint(spots)


def settled_each(world: World, answers: Sequence[Touched]) -> list[Frames]:
    """Return, for each answer, the rows it touches as they are settled under it, by table."""
    found: list[Frames] = [{} for _ in answers]
    for one in _rounds(answers):
        together = [answers[number] for number in one.numbers]
        frames = _settled(world, together)
        for number in one.numbers:
            found[number] = {
                table: frames[table][frames[table]["_row"].isin(rows)]
                for table, rows in answers[number].rows.items()
                if table in frames
            }
    return found


def _rounds(answers: Sequence[Touched]) -> list[_Round]:
    rounds: list[_Round] = []
    for number, answer in enumerate(answers):
        spots = {(table, row) for table, rows in answer.rows.items() for row in rows}
        if not spots:
            continue
        free = next((one for one in rounds if one.has_room(spots)), None)
        if free is None:
            free = _Round()
            rounds.append(free)
        free.numbers.append(number)
        free.taken |= spots
    return rounds


def _settled(world: World, answers: Iterable[Touched]) -> Frames:
    together = list(answers)
    rows: dict[str, set[int]] = {}
    for answer in together:
        for table, touched in answer.rows.items():
            rows.setdefault(table, set()).update(touched)
    received = {table: _taken(world.received.tables[table], numbers) for table, numbers in rows.items()}
    for answer in together:
        for edit in answer.edits:
            received[edit.table] = _edited(received[edit.table], edit)
    decisions = replace(
        world.settled.decisions,
        rows=(*world.settled.decisions.rows, *(one.decision for one in together if one.decision is not None)),
    )
    return settle_rows(world.settled, received, world.guide, world.scope.reference_year, decisions)


def _taken(frame: pd.DataFrame, numbers: set[int]) -> pd.DataFrame:
    return frame[frame["_row"].isin(numbers)].copy()


def _edited(frame: pd.DataFrame, edit: Edit) -> pd.DataFrame:
    """Put values in; a word that is understood now is no unknown one any more."""
    numbers = frame["_row"]
    here = numbers.isin(edit.values.keys())
    values = (
        frame[edit.field].astype(object)
        if edit.field in frame
        else pd.Series(None, frame.index, dtype=object)
    )
    values[here] = [edit.values[number] for number in numbers[here]]
    typed: Any = values.astype(frame[edit.field].dtype) if edit.field in frame else values
    changed: dict[str, Any] = {edit.field: typed}
    if not edit.field.startswith("_"):
        changed["_unknown"] = [
            ",".join(name for name in fields.split(",") if name != edit.field) if at else fields
            for fields, at in zip(frame["_unknown"], here, strict=True)
        ]
    return frame.assign(**changed)
