"""Which rows of a sheet are rows of the list: no blanks, totals, notes, nor headers printed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import fsum

from clusterkit.intake.cells.numbers import read_number
from clusterkit.intake.header.found import Header
from clusterkit.intake.header.stacked import Merged
from clusterkit.intake.printed import Printed
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, is_blank, key, vocabulary

_LONGEST_TOTAL = 16
_MOST_SUMS = 20  # rows without a name that are held against the sums of those above
_HEADING = re.compile(r"[(]?[一二三四五六七八九十]{1,3}(?:[)、.]|$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"\d+(?:家|户|个|项|名|件)?(?:企业|单位)?$")  # 共计4家
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
    instructions: list[int] = field(default_factory=list)


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
            if is_blank(str(names[offset])):
                body.nameless.append(header.row + offset)
    return _without_sums(body, rows, columns)


def _without_sums(body: Body, rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> Body:
    """Take nameless rows whose figures are the sums of the rows above for the totals that they are."""
    for index in body.nameless[:_MOST_SUMS]:
        above = [at for at in body.indices if at < index and at not in body.nameless]
        if _is_sum(rows[index], [rows[at] for at in above], columns):
            body.indices.remove(index)
            body.nameless.remove(index)
            body.totals.append(Total(index, "没有名称的一行", "total"))
    body.totals.sort(key=lambda total: total.index)
    return body


def _is_sum(row: Sequence[Cell], above: Sequence[Sequence[Cell]], columns: Sequence[int]) -> bool:
    figures = [(at, value) for at in columns if at < len(row) and (value := _figure(row[at])) is not None]
    sums = [fsum(filter(None, (_figure(one[at]) for one in above if at < len(one)))) for at, _ in figures]
    equal = (abs(value - whole) <= 1e-6 * abs(whole) for (_, value), whole in zip(figures, sums, strict=True))
    return len(above) > 1 and bool(figures) and all(equal)


def _figure(cell: Cell) -> float | None:
    if isinstance(cell, (int, float)):
        return float(cell)
    number = read_number(cell) if isinstance(cell, str) and cell.strip() else None
    return float(number.value) if number else None


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
        for word in {*words.totals, *words.averages, *words.subtotals, *words.others}
    ]
    notes = [
        r"[ \u3000]*".join(map(re.escape, word)) for word in (*words.notes, *words.examples, *words.parts)
    ]
    blank = "|".join(map(re.escape, vocabulary().blank))
    headings = r"[(（]?[一二三四五六七八九十]{1,3}(?:[)）、.．]|$)"
    return re.compile(
        rf"(?m:{'|'.join(loose)}|^[ \u3000]*(?:{'|'.join(notes)}|{headings})|^[ \u3000]+$|^[ \u3000]*(?:{blank})[ \u3000]*$)"
    )


def _is_row(
    row: Sequence[Cell], subject: int, columns: Sequence[int], printed: Printed, body: Body, index: int
) -> bool:
    name = row[subject] if subject < len(row) else ""
    texts = [cell for cell in row[: subject + 1] if isinstance(cell, str) and cell.strip()]
    if is_blank(str(name)):
        texts += [cell for cell in row[subject + 1 :] if isinstance(cell, str) and cell.strip()]
    kinds = [(text, kind) for text in texts if (kind := kind_of_row(text))]
    for text, kind in kinds:
        if kind in {"total", "subtotal", "average"}:
            body.totals.append(Total(index, text.strip(), kind))
            return False
        if kind == "example":
            body.examples.append(index)
        if kind in {"example", "other"}:
            return False
    filled = sum(column < len(row) and not is_blank(str(row[column])) for column in columns)
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
    """Return what a row's first words make it; nothing where it is one of the list.

    That is ``total``, ``subtotal``, ``average``, ``note``, ``example`` or ``other``.

    Examples
    --------
    >>> kind_of_row("合　计："), kind_of_row("西青区（2家）小计"), kind_of_row("共计4家"), kind_of_row("其中：规上")
    ('total', 'subtotal', 'total', 'other')
    >>> kind_of_row("注：2024年数"), kind_of_row("合力公司")
    ('note', '')
    """
    said, words = compact(text), vocabulary().rows
    head = said.split("(")[0].split(":")[0]
    if len(said) <= _LONGEST_TOTAL:
        bare = _COUNTED.sub("", key(_BRACKETS.sub("", said).split(":")[0]))
        for kind, group in (
            ("average", words.averages),
            ("subtotal", words.subtotals),
            ("total", words.totals),
            ("other", (*words.parts, *words.others)),
        ):
            if bare in _keys(tuple(group)):
                return kind
        if any(bare.endswith(key(word)) for word in words.ends):
            return "subtotal"
    if head.strip("()") in words.examples or head in words.examples:
        return "example"
    if head in words.notes and (":" in said or said == head):
        return "note"
    return ""
