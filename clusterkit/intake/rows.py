"""Which rows of a sheet are rows of the list: no blanks, totals, notes, nor headers printed again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from clusterkit.intake.header.found import Header, Merged
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, key, vocabulary

_LONGEST_TOTAL = 16


@dataclass(frozen=True)
class Total:
    """A total row: its index in the sheet, what it calls itself, and which kind it is."""

    index: int
    name: str
    kind: str


@dataclass
class Body:
    """The rows below a header: indices (0-based, in the sheet) of the list's rows, and the totals rows."""

    indices: list[int]
    totals: list[Total] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)


def fill_merged(rows: list[list[Cell]], merged: Merged, first_row: int) -> None:
    """Give every cell of a merged range below the header the range's value, downwards."""
    for (top, left), (bottom, right) in merged:
        if top < first_row or bottom <= top or left != right:
            continue
        for row in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[row]) and left < len(rows[top]) and rows[row][left] == "":
                rows[row][left] = rows[top][left]


def find_body(
    rows: Sequence[Sequence[Cell]], header: Header, columns: Sequence[int], subject: int | None
) -> Body:
    """Return the list's rows.

    Parameters
    ----------
    rows
        All rows of the sheet.
    header
        The header found.
    columns
        The 0-based columns that are read.
    subject
        The column of the names that rows are called by.
    """
    body = Body([])
    printed = [label.text if label else "" for label in header.labels]
    sort = cache(kind_of_row)
    for index in range(header.row, len(rows)):
        row = rows[index]
        name = row[subject] if subject is not None and subject < len(row) else ""
        if (
            isinstance(name, str) and len(name) > _LONGEST_TOTAL and ":" not in name and "：" not in name
        ) or _is_row(row, name, columns, printed, sort, body, index):
            body.indices.append(index)
    return body


def _is_row(
    row: Sequence[Cell],
    name: Cell,
    columns: Sequence[int],
    printed: Sequence[str],
    sort: Callable[[str], str],
    body: Body,
    index: int,
) -> bool:
    texts = [name] if name != "" else [cell for cell in row if isinstance(cell, str) and cell.strip()]
    first = next((str(text) for text in texts), "")
    kind = sort(first)
    if kind in {"total", "subtotal", "average"}:
        body.totals.append(Total(index, first.strip(), kind))
        return False
    filled = sum(column < len(row) and row[column] != "" for column in columns)
    if not filled or (kind == "note" and filled <= 2) or _is_header(row, printed, columns):
        return False
    if not str(name).strip():
        body.nameless.append(index)
    return True


def _is_header(row: Sequence[Cell], printed: Sequence[str], columns: Sequence[int]) -> bool:
    """Return whether the header is printed again here, as on every page."""
    same = sum(
        c < len(row) and isinstance(row[c], str) and compact(str(row[c])) == printed[c] for c in columns
    )
    return same >= max(2, len(columns) // 2)


def kind_of_row(text: str) -> str:
    """Return what a row's first words make it: ``total``, ``subtotal``, ``average``, ``note`` or nothing.

    Examples
    --------
    >>> kind_of_row("合　计："), kind_of_row("西青区小计"), kind_of_row("注：2024年数"), kind_of_row("合力公司")
    ('total', 'subtotal', 'note', '')
    """
    said, words = compact(text), vocabulary().rows
    head = said.split("(")[0].split(":")[0]
    if len(said) <= _LONGEST_TOTAL:
        bare = key(head)
        for kind, group in (
            ("average", words.averages),
            ("subtotal", words.subtotals),
            ("total", words.totals),
        ):
            if bare in set(map(key, group)):
                return kind
        if any(bare.endswith(key(word)) for word in words.subtotals):
            return "subtotal"
        if bare.endswith("合计"):
            return "subtotal"
    if head in words.notes and (":" in said or said == head):
        return "note"
    return ""
