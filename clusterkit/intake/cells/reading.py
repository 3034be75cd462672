"""What reading a cell gives: a value, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a cell.

    Parameters
    ----------
    value
        The typed value; None for a blank and for what cannot be read.
    fault
        The finding's code where something is to be said.
    values
        What the finding's templates name.
    note
        A few Chinese words for the row's note.
    unknown
        Whether this is a word that no list knows.
    until
        For a year cell that holds a range: its end.
    """

    value: Any = None
    fault: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    unknown: bool = False
    until: Any = None


BLANK = Reading()
