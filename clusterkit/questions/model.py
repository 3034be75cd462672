"""What a question is: something a person can settle, its answers, and what each would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, overload

from clusterkit.compute import Result
from clusterkit.findings import Level, Place
from clusterkit.questions.keep import Keep

Rule = Literal["指南", "上位文件", "本工具约定"]
Values = Mapping[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer.

    Parameters
    ----------
    value
        What is kept in the file.
    label
        What it means, in Chinese.
    effect
        The indicators that would print or be something else, with their exact values under this answer alone
        (in the indicator's unit; None where it could not be computed then).
    """

    value: str
    label: str
    effect: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person must settle; see ``clusterkit questions``.

    Parameters
    ----------
    id
        The finding's id, or ``interpretation:KEY``: the same in every run while the place is the same.
    suggested
        The value of the likely answer; None where nothing speaks for one.
    evidence
        What speaks for it, in Chinese.
    indicators
        The indicators that some answer moves, the most moved one first; without effects those that it is about.
    keep
        Where the answer is kept.
    findings
        The ids of the findings that the answer settles.
    level
        Of a finding that may be accepted: how bad it is.
    weight
        How much the answers move the indicators, relative to their values: what questions are ordered by.
    now
        The indicators' results as they are, to say what an answer moves them from.
    """

    id: str
    code: str
    question: str
    options: tuple[Option, ...]
    keep: Keep
    rule: Rule
    suggested: str | None = None
    evidence: str = ""
    place: Place = Place()
    indicators: tuple[str, ...] = ()
    postponed: bool = False
    findings: tuple[str, ...] = ()
    level: Level | None = None
    weight: float = 0.0
    now: Mapping[str, Result] = field(default_factory=dict, repr=False, compare=False)

    @property
    def answer_in(self) -> str:
        """The file and, behind ``#``, the key that the answer is kept under."""
        return str(self.keep)

    @property
    def file(self) -> str:
        """The file that it is about."""
        return self.place.file

    @property
    def sheet(self) -> str:
        """The sheet that it is about."""
        return self.place.sheet

    @property
    def row(self) -> int:
        """The 1-based row; 0 where it is about more than one."""
        return self.place.row

    @property
    def column(self) -> str:
        """The header of the column."""
        return self.place.column

    def option(self, value: str) -> Option:
        """Return the answer that is kept as ``value``.

        Raises
        ------
        KeyError
            If the question has no such answer.
        """
        for one in self.options:
            if one.value == value:
                return one
        raise KeyError(value)

    def as_dict(self) -> dict[str, Any]:
        """Return the contract's JSON shape."""
        return {
            "id": self.id, "code": self.code, "question": self.question,
            "options": [
                {"value": one.value, "label": one.label, "effect": {key: _number(value) for key, value in one.effect.items()}}
                for one in self.options
            ],
            "suggested": self.suggested, "evidence": self.evidence, "indicators": list(self.indicators),
            "file": self.file or None, "sheet": self.sheet or None, "row": self.row or None,
            "column": self.column or None, "answer_in": self.answer_in, "rule": self.rule,
        }  # fmt: skip


class Questions(Sequence[Question]):
    """All open questions, those that move the numbers most first."""

    def __init__(self, questions: Sequence[Question] = ()) -> None:
        self._questions = tuple(questions)
        self._by_id = {one.id: one for one in self._questions}

    @overload
    def __getitem__(self, at: int | str) -> Question: ...
    @overload
    def __getitem__(self, at: slice) -> Questions: ...
    def __getitem__(self, at: int | str | slice) -> Question | Questions:
        if isinstance(at, slice):
            return Questions(self._questions[at])
        return self._by_id[at] if isinstance(at, str) else self._questions[at]

    def __len__(self) -> int:
        return len(self._questions)

    def __iter__(self) -> Iterator[Question]:
        return iter(self._questions)

    def __contains__(self, one: object) -> bool:
        return one in self._by_id if isinstance(one, str) else one in self._questions

    def __repr__(self) -> str:
        lines = [f"{number}. {one.question}" for number, one in enumerate(self._questions, 1)]
        return "\n".join(lines) or "没有待答的问题"

    def of(self, indicator: str) -> Questions:
        """Return the questions whose answers move an indicator."""
        return Questions([one for one in self._questions if indicator in one.indicators])

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return the contract's JSON shape."""
        return [one.as_dict() for one in self._questions]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
