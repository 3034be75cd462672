"""The rows that evidence may name: those that an indicator counts, those of an annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clusterkit.compute.contribution import COUNTED, Contributions
from clusterkit.evidence.papers import RowName
from clusterkit.evidence.targets import Target
from clusterkit.matching.names import normalise
from clusterkit.tables import tables

_TEXTS = ("text", "names", "uscc")

if TYPE_CHECKING:
    from clusterkit.compute import Results
    from clusterkit.forms.values import Rows as Texts
    from clusterkit.guide import Guide


@dataclass(frozen=True)
class Rows:
    """Gives the rows of a target, made when first asked for."""

    guide: Guide
    results: Results
    annexes: Mapping[int, Sequence[Texts]]
    _made: dict[Target, list[RowName]] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, target: Target) -> list[RowName]:
        """Return the rows of a target; none for one that has no rows of its own."""
        if target not in self._made:
            self._made[target] = self._rows(target)
        return self._made[target]

    def has(self, target: Target) -> bool:
        """Return whether a target has anything to prove: a value above zero, rows."""
        if target.kind == "indicator":
            return bool(self.results[target.id].exact)
        return bool(self(target)) if target.kind == "annex" else True

    @property
    def has_any(self) -> bool:
        """Whether any indicator has a value: before that, nothing is asked for."""
        return any(result.exact is not None for result in self.results.values())

    def _rows(self, target: Target) -> list[RowName]:
        if target.kind == "annex":
            return list(self._of_annex(int(target.id)))
        if target.kind == "indicator":
            return [row for part in self.results[target.id].contributions for row in _counted(part)]
        return []

    def _of_annex(self, number: int) -> list[RowName]:
        found = []
        for block, rows in zip(self.guide.annexes[number].blocks, self.annexes[number], strict=False):
            for row in rows:
                cells = [str(text) for text in row]
                bare = [text.partition("（")[0] for text in cells]  # “对接会（2024年3月）”
                found.append(RowName(cells[block.named], _names([*cells, *bare])))
        return found


def _counted(part: Contributions) -> list[RowName]:
    table = tables()[part.demand.rows.table]
    texts = [name for name, entry in table.fields.items() if entry.type in _TEXTS]
    records = (record for record, state in zip(part.records, part.status, strict=True) if state == COUNTED)
    return [_row(record, table.subject, texts) for record in records]


def _row(record: Mapping[str, Any], subject: str, texts: Sequence[str]) -> RowName:
    values = [record.get(name) for name in (subject, *texts)]
    known = [value for value in values if isinstance(value, str) and value]
    return RowName(known[0] if known else "", _names(known))


def _names(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(normalise(text) for text in texts if text.strip())
