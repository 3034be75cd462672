"""Text tables (csv, tsv, txt): encoding by a ladder, separator by what divides the first lines evenly."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.readers.book import Book, Rows, Sheet, UnreadableFile
from clusterkit.intake.readers.encoding import Decoded, decode
from clusterkit.intake.readers.numbered import numbered_names
from clusterkit.intake.readers.records import Records, read_records

_SEPARATORS = (",", "\t", ";", "|", "，", "；", "、", "~", "^", "#", "\x01")
_FORMULA = re.compile(r'^="(.*)"$')  # how systems keep spreadsheets from reading a code as a number
# what parts the columns of a text that is laid out with spaces
_GAPS = (re.compile(r"[ \u3000]{2,}"), re.compile(r"[ \u3000]+"))
_ROWS_SHOWN = 10


def open_delimited(path: Path, file: str) -> Book:
    """Open a text table; a book of one sheet without a name."""
    decoded = decode(path.read_bytes())
    if not decoded.text.strip():
        raise UnreadableFile(finding("file_empty", Place(file)))
    notices = list(_notices(decoded, file))
    if listed := numbered_names(decoded.text.splitlines(), file):
        return Book(file, listed.sheets, notices + listed.findings)
    found: list[Finding] = []
    return Book(file, [Sheet("", partial(_rows, decoded.text, file, found), findings=found)], notices)


def _notices(decoded: Decoded, file: str) -> Iterator[Finding]:
    if decoded.bad:
        lines = [number for number, line in enumerate(decoded.text.splitlines(), 1) if "\ufffd" in line]
        yield finding(
            "encoding_bad_bytes",
            Place(file, row=lines[0]),
            encoding=decoded.encoding,
            count=decoded.bad,
            lines="、".join(map(str, lines[:10])),
        )
    if not decoded.certain:
        yield finding("encoding_guessed", Place(file), encoding=decoded.encoding)


def separator(text: str) -> str:
    """Return the sign that divides the first lines into the same number of cells, most often.

    Examples
    --------
    >>> separator("企业名称;产值（万元）\\n甲公司;1,5")
    ';'
    """
    lines = [line for line in text[:20_000].splitlines()[:30] if line.strip()]

    def evenness(sign: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return times, width

    return max(_SEPARATORS, key=evenness)


def _rows(text: str, file: str, found: list[Finding]) -> Rows:
    if text.startswith("sep=") and "\n" in text:
        first, text = text.split("\n", 1)
        return _parse(text, first[4:5] or ",", file, found)  # spreadsheets do not show that line either
    rows = _parse(text, separator(text), file, found)
    if any(len(row) > 1 for row in rows):
        return rows
    return _spaced(text) or rows


def _spaced(text: str) -> Rows | None:
    """Split at spaces: where two or more stand together, or at each one where all lines have as many."""
    wide, narrow = ([list(gap.split(line.strip())) for line in text.splitlines()] for gap in _GAPS)
    if any(len(row) > 1 for row in wide):
        return [list(row) for row in wide]
    widths = {len(row) for row in narrow if row != [""]}
    return [list(row) for row in narrow] if len(narrow) > 1 and len(widths) == 1 and widths != {1} else None


def _parse(text: str, sign: str, file: str, found: list[Finding]) -> Rows:
    records = read_records(text, sign)
    found += _odd_rows(records, file)
    if '="' not in text:
        return [list(row) for row in records.rows]
    return [[_FORMULA.sub(r"\1", cell) for cell in row] for row in records.rows]


def _odd_rows(records: Records, file: str) -> Iterator[Finding]:
    for code, rows in (
        ("quote_unclosed", records.unclosed),
        ("figure_cut", records.joined),
        ("row_too_wide", records.wide),
    ):
        if rows:
            said = "、".join(map(str, rows[:_ROWS_SHOWN]))
            yield finding(code, Place(file, row=rows[0]), count=len(rows), rows=said)
