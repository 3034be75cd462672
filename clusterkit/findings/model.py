"""What a finding is: one thing noticed about the data, with its place and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the files as received.

    Parameters
    ----------
    file
        File name below ``raw/`` (or a settings file of the workspace).
    sheet
        Sheet name; empty for files without sheets.
    row
        1-based row as the spreadsheet shows it; 0 when the place is no row.
    column
        Header text, or a column letter where there is no header.

    Examples
    --------
    >>> str(Place("企业名录.xlsx", "Sheet1", 7, "营业收入"))
    '企业名录.xlsx · Sheet1 · 第7行 · “营业收入”'
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        parts = [self.file, self.sheet]
        parts += [f"第{self.row}行"] if self.row else []
        parts += [f"“{self.column}”"] if self.column else []
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed, as ``clusterkit check`` reports it.

    ``id`` is the code and the place; it is the same in every run while the place is the same, so that a
    decision (``accepted``) or a cause can point at it. ``values`` keeps what the message was made of;
    ``accepted`` is the reason with which somebody accepted it.
    """

    id: str
    level: Level
    code: str
    message: str
    fix: str = ""
    place: Place = Place()
    indicator: str | None = None
    caused_by: str | None = None
    values: dict[str, Any] = field(default_factory=dict, hash=False, compare=False)
    accepted: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the contract's JSON shape (place flattened, values left out)."""
        data = asdict(self)
        del data["values"]
        data["accepted"] = self.accepted or None
        place = data.pop("place")
        return {**data, **{key: value or None for key, value in place.items()}}

    def with_level(self, level: Level) -> Finding:
        """Return the same finding at another level."""
        return replace(self, level=level)


class Findings(list[Finding]):
    """Findings in their order, as a list that is known for one (a notebook shows it as a card)."""
