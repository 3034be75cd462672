"""What a corrected list changed against the one that was returned: cells, rows, and what was mended by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from xlsxwriter.utility import xl_rowcol_to_cell

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Change:
    """One cell, or one row (then ``before`` or ``after`` is the whole of it), that is another now."""

    sheet: str
    cell: str
    before: str
    after: str

    def __str__(self) -> str:
        where = " ".join(part for part in (self.sheet, self.cell) if part)
        return f"{where}：{self.before or '（空）'} → {self.after or '（空）'}"


def changes(sheet: str, before: Grid, after: Grid) -> list[Change]:
    """Return the cells that differ; where rows were added or left out, the rows that did not move are lined up.

    Examples
    --------
    >>> [str(one) for one in changes("名单", [["甲", "3"], ["乙", ""]], [["甲", "3"], ["乙", "5"]])]
    ['名单 B2：（空） → 5']
    >>> [str(one) for one in changes("名单", [["甲"], ["乙"]], [["乙"]])]
    ['名单 第1行：甲 → （删去）']
    """
    old, new = [_plain(row) for row in before], [_plain(row) for row in after]
    while old and not old[-1]:
        old.pop()
    while new and not new[-1]:
        new.pop()
    if len(old) == len(new):
        return [one for at, pair in enumerate(zip(old, new, strict=True)) for one in _row(sheet, at, *pair)]
    return list(_aligned(sheet, old, new))


def _plain(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row without the empty cells at its end."""
    cells = list(row)
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _row(sheet: str, at: int, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for column in range(max(len(old), len(new))):
        was = old[column] if column < len(old) else ""
        now = new[column] if column < len(new) else ""
        if was != now:
            yield Change(sheet, xl_rowcol_to_cell(at, column), was, now)


def _aligned(sheet: str, old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterator[Change]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(b - a, d - c) if kind == "replace" else 0
        for step in range(both):
            yield from _row(sheet, c + step, old[a + step], new[c + step])
        if kind != "equal":
            yield from (
                Change(sheet, f"第{at + 1}行", _said(old[at]), "（删去）") for at in range(a + both, b)
            )
            yield from (
                Change(sheet, f"第{at + 1}行", "（新加）", _said(new[at])) for at in range(c + both, d)
            )


def _said(row: Sequence[str]) -> str:
    return "、".join(cell for cell in row if cell)


def compared(before: Mapping[str, Grid], after: Mapping[str, Grid]) -> list[Change]:
    """Return the changes of all sheets; one that is not there any more is told as such."""
    found: list[Change] = []
    for name, grid in before.items():
        if name in after:
            found += changes(name, grid, after[name])
        elif any(any(row) for row in grid):
            found.append(Change(name, "整张工作表", f"{len(grid)} 行", "（没有了）"))
    return found
