"""Options weighed by all that the lists say: of the row that names somebody, and of each who may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from clusterkit.matching.evidence import Evidence, Record, Weigher
from clusterkit.matching.frames import Columns
from clusterkit.matching.names import normalise
from clusterkit.matching.parties import Party
from clusterkit.matching.verdict import Option

_NOT_TAKEN = re.compile(r"原代码 (\S+) 未采用")  # how intake notes a code that is no good one
_NEARLY = 2.0  # points that tell nobody apart


@dataclass(frozen=True, slots=True)
class Weighed:
    """An option with what speaks for it and against it."""

    option: Option
    evidence: Evidence

    def as_dict(self) -> dict[str, Any]:
        """Return what a finding carries of it."""
        party = self.option.party
        return {
            "value": party.code or party.id, "label": party.label, "name": party.name, "uscc": party.code,
            "score": self.evidence.score, "why": self.option.why, "institution": party.institution,
            "living": party.living, "remarks": list(self.evidence.remarks),
            "clues": [
                {"label": clue.label, "points": clue.points, "detail": clue.detail}
                for clue in self.evidence.contributions
            ],
            "alignment": [[part.one, part.other] for part in self.evidence.alignment],
        }  # fmt: skip


def weigh_options(given: Record, options: Iterable[Option], weigher: Weigher) -> list[Weighed]:
    """Return options with their evidence, the likeliest first; equals stay in their order."""
    weighed = [Weighed(option, weigher.weigh(given, record_of(option.party))) for option in options]
    return sorted(weighed, key=lambda one: -one.evidence.score)


def record_of(party: Party) -> Record:
    """Return what the lists say about a candidate."""
    further = (*(name for name in party.names if name != normalise(party.name)), *party.former)
    return Record(party.name, party.code, party.district, party.address, further, party.living)


def record_in(columns: Columns, row: int, name: str, code: str | None, alone: bool = True) -> Record:
    """Return what a row says about who it means; a code that is no good one, too.

    A row that names several says only their names.
    """
    if not alone:
        return Record(name)
    noted = _NOT_TAKEN.search(columns["_note"][row] or "")
    district, address = (
        columns[field][row] if field in columns else None for field in ("district", "address")
    )
    return Record(name, code or (noted[1] if noted else None), district, address)


def of_all(records: Sequence[Record]) -> Record:
    """Return what several rows with one name say: of each thing the first that one of them says."""
    return Record(
        records[0].name,
        next((one.code for one in records if one.code), None),
        next((one.district for one in records if one.district), None),
        next((one.address for one in records if one.address), None),
    )


def several(weighed: Sequence[Weighed]) -> str:
    """Say in Chinese where one name may well be several: those whose scores are nearly that of the first."""
    near = [
        one.option.party.name for one in weighed if weighed[0].evidence.score - one.evidence.score <= _NEARLY
    ]
    return f"有{len(near)}家同样接近：{'、'.join(near)}" if len(near) > 1 else ""
