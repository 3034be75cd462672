"""The rows of a text table, also where quotes and separators stand in it that should not."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

_HEAD, _NEXT = re.compile(r"\s*[-+]?\d{1,3}\s*"), re.compile(r"\s*\d{3}(\.\d+)?\s*")
_FIGURE = re.compile(r"\s*[-+]?[\d.]+%?\s*")
_SEARCHED = 20  # rows in which the header must be
_COMMAS = {",", "，"}


@dataclass
class Records:
    """Rows, and the 1-based numbers of those that are not built as the others.

    ``unclosed`` begin a quote that nothing closes, ``joined`` have a figure that its own commas cut,
    ``wide`` have more cells than there are headers, and it cannot be told which belong together.
    """

    rows: list[list[str]] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    wide: list[int] = field(default_factory=list)


def read_records(text: str, sign: str) -> Records:
    """Split a text into rows of cells; a record over several lines is one row, as in a spreadsheet.

    Examples
    --------
    >>> read_records('名称,区\\n"甲公司,西青区\\n乙公司,武清区', ",").rows
    [['名称', '区'], ['甲公司', '西青区'], ['乙公司', '武清区']]
    >>> read_records("名称,产值,人数\\n甲,58,666.5,412", ",").rows[1]
    ['甲', '58666.5', '412']
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = list(io.StringIO(text, newline=""))
    result = Records()
    for row, whole in (
        _split(lines, sign) if '"' in text else ((row, True) for row in csv.reader(lines, delimiter=sign))
    ):
        result.rows.append(row)
        if not whole:
            result.unclosed.append(len(result.rows))
    _narrow(result, sign)
    return result


def _split(lines: Sequence[str], sign: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the rows, each with whether its quotes are closed; a quote that swallows other rows is none."""
    widths = Counter(line.count(sign) for line in lines if sign in line)
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    start = 0
    while start < len(lines):
        begin, reader = start, csv.reader(islice(lines, start, None), delimiter=sign, strict=True)
        try:
            for row in reader:
                yield row, True
                start = begin + reader.line_num
        except csv.Error:
            reader = csv.reader(islice(lines, start, None), delimiter=sign)
            row = next(reader)
            if _swallows(lines[start : start + reader.line_num], sign, usual):
                yield [_unquoted(cell) for cell in lines[start].rstrip("\r\n").split(sign)], False
                start += 1
            else:
                yield row, True
                start += reader.line_num


def _swallows(record: Sequence[str], sign: str, usual: int) -> bool:
    """Return whether the quotes of a record that is not well-formed hide rows, or the cells of one."""
    if len(record) == 1:
        return record[0].count('"') % 2 == 1 and record[0].count(sign) == usual
    return any(_is_whole(line, sign, usual) for line in record[1:])


def _is_whole(line: str, sign: str, usual: int) -> bool:
    """Return whether a line is a row of its own, and not the end of a quoted cell."""
    closes = line.count('"') % 2 and re.search(rf'"(?:{re.escape(sign)}|\s*$)', line)
    return usual > 0 and line.count(sign) == usual and not closes


def _unquoted(cell: str) -> str:
    return cell[1:] if cell.startswith('"') and cell.count('"') % 2 else cell


def _narrow(result: Records, sign: str) -> None:
    """Put figures together that their own commas cut; of rows that cannot be understood say so."""
    header = _header(result.rows)
    width = _filled(header)[-1] + 1 if header else 0
    over = [at for at, row in enumerate(result.rows) if width and len(row) > width and any(row[width:])]
    cut = {at: _joined(result.rows[at], width) for at in over} if sign in _COMMAS else {}
    if _without_headers(result.rows, header, len(over), sum(map(bool, cut.values()))):
        return
    for at in over:
        ways = cut.get(at, [])
        if len(ways) == 1:
            result.rows[at] = ways[0]
            result.joined.append(at + 1)
        else:
            first = next((place for place, _ in _pairs(result.rows[at])), width) if ways else width
            result.rows[at] = result.rows[at][:first]
            result.wide.append(at + 1)


def _header(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the first row of words; an empty one where there is none."""
    for row in rows[:_SEARCHED]:
        filled = _filled(row)
        if len(filled) > 1 and not any(_FIGURE.fullmatch(row[at]) for at in filled):
            return row
    return ()


def _filled(row: Sequence[str]) -> list[int]:
    return [at for at, cell in enumerate(row) if cell.strip()]


def _without_headers(rows: Sequence[Sequence[str]], header: Sequence[str], over: int, cut: int) -> bool:
    """Return whether the last columns just have no headers: most rows fill them, or a program wrote all rows as wide."""
    body = [row for row in rows if len(_filled(row)) > 1]
    most = over * 2 > len(body) - body.count(header) and over > cut * 2
    return most or all(len(row) == len(header) for row in body)


def _pairs(row: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the neighbours that may be one figure."""
    return (
        (at, at + 1)
        for at in range(len(row) - 1)
        if _HEAD.fullmatch(row[at]) and _NEXT.fullmatch(row[at + 1])
    )


def _joined(row: Sequence[str], width: int) -> list[list[str]]:
    """Return the row in every way in which its figures can be put together to have ``width`` cells, two at most."""
    last = max((at for at, cell in enumerate(row) if cell), default=0)
    return list(islice(_ways(list(row[: last + 1]), 0, width), 2))


def _ways(row: list[str], start: int, width: int) -> Iterator[list[str]]:
    if len(row) == width:
        yield row
        return
    for at in range(start, len(row) - 1):
        if not _HEAD.fullmatch(row[at]):
            continue
        for end in range(at + 1, min(len(row), at + 1 + len(row) - width)):
            if not _NEXT.fullmatch(row[end]):
                break
            figure = "".join(cell.strip() for cell in row[at : end + 1])
            yield from _ways([*row[:at], figure, *row[end + 1 :]], at + 1, width)
            if "." in row[end]:
                break
