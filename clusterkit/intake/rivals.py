"""Two columns that claim one field: where they differ, and which of them is likelier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clusterkit.intake.cells.text import as_text
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, is_absent

_FULLER = 2  # a column filled so many times as often as another is likelier


@dataclass(frozen=True)
class Compared:
    """The likelier column (None: nothing speaks for one), and what is seen, in Chinese."""

    likely: str | None
    evidence: str


def compared(headers: Sequence[str], columns: Sequence[Sequence[Cell]]) -> Compared:
    """Compare columns that claim one field.

    Examples
    --------
    >>> compared(["甲", "乙"], [[1.0, 2.0, 3.0], ["", 2.0, 4.0]]).evidence
    '“甲”填了 3 格，“乙”填了 2 格；都填了的 2 行里有 1 行不同'
    >>> compared(["甲", "乙"], [[1.0, 2.0, 3.0], ["", "", 4.0]]).likely
    '甲'
    """
    texts = [
        ["" if is_absent(as_text(cell)) else compact(as_text(cell)) for cell in cells] for cells in columns
    ]
    counts = [sum(map(bool, each)) for each in texts]
    both = [row for row in zip(*texts, strict=True) if all(row)]
    differ = sum(len(set(row)) > 1 for row in both)
    filled = "，".join(f"“{header}”填了 {count} 格" for header, count in zip(headers, counts, strict=True))
    said = f"；都填了的 {len(both)} 行里有 {differ} 行不同" if both else "；没有一行是都填了的"
    return Compared(_fuller(headers, counts), filled + said)


def _fuller(headers: Sequence[str], counts: Sequence[int]) -> str | None:
    most = max(counts)
    others = sorted(counts)[:-1]
    return headers[counts.index(most)] if most >= _FULLER * others[-1] and most > others[-1] else None
