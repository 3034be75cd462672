"""Which rows of a sheet are rows of the list: no blanks, totals, notes, nor headers printed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from clusterkit.intake.header.found import Header
from clusterkit.intake.header.stacked import Merged
from clusterkit.intake.printed import Printed
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, key, vocabulary

_LONGEST_TOTAL = 16
_HEADING = re.compile(r"[(]?[一二三四五六七八九十]{1,3}(?:[)、.]|$)")
_BEGINS_NOTE = re.compile(r"注[:1-9]|注.*[,。;、]|备注|说明|填表|填报|制表|审核|(?:数据|资料)来源")


@dataclass(frozen=True)
class Total:
    """A total row: its index in the sheet, what it calls itself, and which kind it is."""

    index: int
    name: str
    kind: str


@dataclass
class Body:
    """The rows below a header: indices (0-based, in the sheet) of the list's rows, totals and other rows."""

    indices: list[int]
    totals: list[Total] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)


def fill_merged(rows: list[list[Cell]], merged: Merged, first_row: int) -> None:
    """Give every cell of a merged range below the header the range's value, downwards; drop headings of groups."""
    headings = []
    for (top, left), (bottom, right) in merged:
        if top < first_row or top >= len(rows):
            continue
        if left == right:
            _fill_down(rows, top, bottom, left)
        elif top == bottom and rows[top].count("") >= len(rows[top]) - 1:
            headings.append(top)
    if len(headings) * 2 < len(rows) - first_row:  # else names are laid over several columns
        for row in headings:
            rows[row] = [""] * len(rows[row])


def _fill_down(rows: list[list[Cell]], top: int, bottom: int, column: int) -> None:
    for row in range(top + 1, min(bottom + 1, len(rows))):
        if column < len(rows[row]) and column < len(rows[top]) and rows[row][column] == "":
            rows[row][column] = rows[top][column]


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
    body, below = Body([]), rows[header.row :]
    name_at = subject if subject is not None else 0
    printed = Printed.of(rows, header, name_at)
    names = [row[name_at] if name_at < len(row) else "" for row in below]
    doubtful = _doubtful(names).union(printed.suspects(names, name_at))
    if name_at:
        doubtful |= _doubtful([row[0] if row else "" for row in below])
    for offset, row in enumerate(below):
        if offset not in doubtful and names[offset] != "":
            body.indices.append(header.row + offset)
        elif row and _is_row(row, name_at, columns, printed, body, header.row + offset):
            body.indices.append(header.row + offset)
            if not str(names[offset]).strip():
                body.nameless.append(header.row + offset)
    return body


def _doubtful(cells: Sequence[Cell]) -> set[int]:
    """Return the positions of cells that may be a total, a note or a mere space, in one pass."""
    whole = _lines(cells)
    return set(_lines_of(whole, [match.start() for match in _suspect().finditer(whole)]))


def _lines(cells: Sequence[Cell]) -> str:
    """Return the cells as lines of one text, one each."""
    texts = [cell if cell.__class__ is str else "0" for cell in cells]
    whole = "\n".join(texts)
    if whole.count("\n") == len(texts) - 1:
        return whole
    return "\n".join(str(text).replace("\n", " ") for text in texts)


def _lines_of(whole: str, starts: Sequence[int]) -> Iterator[int]:
    line, before = 0, 0
    for start in starts:
        line += whole.count("\n", before, start)
        before = start
        yield line


@cache
def _suspect() -> re.Pattern[str]:
    words = vocabulary().rows
    loose = [
        r"[ \u3000]*".join(map(re.escape, word))
        for word in {*words.totals, *words.averages, *words.subtotals}
    ]
    notes = [r"[ \u3000]*".join(map(re.escape, word)) for word in (*words.notes, *words.examples)]
    headings = r"[(（]?[一二三四五六七八九十]{1,3}(?:[)）、.．]|$)"
    return re.compile(rf"(?m:{'|'.join(loose)}|^[ \u3000]*(?:{'|'.join(notes)}|{headings})|^[ \u3000]+$)")


def _is_row(
    row: Sequence[Cell], subject: int, columns: Sequence[int], printed: Printed, body: Body, index: int
) -> bool:
    name = row[subject] if subject < len(row) else ""
    texts = [cell for cell in row[: subject + 1] if isinstance(cell, str) and cell.strip()]
    if not str(name).strip():
        texts += [cell for cell in row[subject + 1 :] if isinstance(cell, str) and cell.strip()]
    kinds = [(text, kind) for text in texts if (kind := kind_of_row(text))]
    for text, kind in kinds:
        if kind in {"total", "subtotal", "average"}:
            body.totals.append(Total(index, text.strip(), kind))
            return False
        if kind == "example":
            body.examples.append(index)
            return False
    filled = sum(column < len(row) and bool(str(row[column]).strip()) for column in columns)
    if not filled or printed.again(row, columns):
        return False
    if subject and printed.counted and texts and _HEADING.fullmatch(compact(texts[0])) and filled <= 1:
        return False
    note = kinds or any(map(_begins_note, texts[:1]))
    return not (note and filled <= (2 if kinds else 1) and len(columns) > 1)


def _begins_note(text: str) -> bool:
    """Return whether a row that says nothing else is a note, or the heading of a group: 一、西青区（2家）."""
    said = compact(text)
    return bool(_BEGINS_NOTE.match(said) or _HEADING.match(said))


@lru_cache(maxsize=64)
def _keys(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(key, words))


@lru_cache(maxsize=4096)  # every cell of a sample is asked about, and words recur
def kind_of_row(text: str) -> str:
    """Return what a row's first words make it: ``total``, ``subtotal``, ``average``, ``note``, ``example`` or nothing.

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
            if bare in _keys(tuple(group)):
                return kind
        if any(bare.endswith(key(word)) for word in words.subtotals):
            return "subtotal"
        if bare.endswith("合计"):
            return "subtotal"
    if head.strip("()") in words.examples or head in words.examples:
        return "example"
    if head in words.notes and (":" in said or said == head):
        return "note"
    return ""
