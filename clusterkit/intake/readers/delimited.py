"""Text tables (csv, tsv, txt): encoding by a ladder, separator by what divides the first lines evenly."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.readers.book import Book, Rows, Sheet, UnreadableFile
from clusterkit.intake.readers.encoding import Decoded, decode

_SEPARATORS = (",", "\t", ";", "|", "，", "；")
_FORMULA = re.compile(r'^="(.*)"$')  # how systems keep spreadsheets from reading a code as a number
_GAP = re.compile(r"[ \u3000]{2,}")  # what parts the columns of a text that is laid out with spaces


def open_delimited(path: Path, file: str) -> Book:
    """Open a text table; a book of one sheet without a name."""
    decoded = decode(path.read_bytes())
    if not decoded.text.strip():
        raise UnreadableFile(finding("file_empty", Place(file)))
    return Book(file, [Sheet("", partial(_rows, decoded.text))], list(_notices(decoded, file)))


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


def _rows(text: str) -> Rows:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    if text.startswith("sep=") and "\n" in text:
        first, text = text.split("\n", 1)
        return _parse(text, first[4:5] or ",")  # spreadsheets do not show that line either
    sign = separator(text)
    rows = _parse(text, sign)
    if any(len(row) > 1 for row in rows) or not _GAP.search(text):
        return rows
    return [list(_GAP.split(line.strip())) for line in text.splitlines()]


def _parse(text: str, sign: str) -> Rows:
    """Split into cells; a record over several lines is one row, as in a spreadsheet."""
    rows: Rows = [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign)]
    if '="' not in text:
        return rows
    return [[_FORMULA.sub(r"\1", str(cell)) for cell in row] for row in rows]
