"""Text tables in the encodings that offices' software writes, and web pages saved under the name of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from making.dirty.layout import Grid, Text

_HEAD = (
    '<meta http-equiv="Content-Type" content="application/vnd.ms-excel; charset=gb2312">'
    "<style>td{mso-number-format:'\\@';}</style>"
)


def as_text(rows: Sequence[Sequence[Any]], encoding: str, separator: str = ",") -> bytes:
    """Return rows as a text table."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=separator, lineterminator="\r\n")
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return lines.getvalue().encode(encoding)


def write_web_book(path: Path, *blocks: Text | Grid) -> None:
    """Write a web page in GBK, as many systems export their “.xls”."""
    body = "\n".join(map(_tag, blocks))
    path.write_bytes(f"<html><head>{_HEAD}</head><body>\n{body}\n</body></html>\n".encode("gbk"))


def _tag(block: Text | Grid) -> str:
    if isinstance(block, Text):
        return f"<p align=center>{escape(block.text)}</p>"
    return "<table border=1 cellspacing=0>\n" + "\n".join(_rows(block)) + "\n</table>"


def _rows(grid: Grid) -> list[str]:
    spans = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in grid.merged}
    covered = {
        (row, column)
        for (top, left), (bottom, right) in grid.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    return [
        "<tr>"
        + "".join(
            _cell(value, *spans.get((row, column), (1, 1)))
            for column, value in enumerate(cells)
            if (row, column) not in covered
        )
        + "</tr>"
        for row, cells in enumerate(grid.rows)
    ]


def _cell(value: Any, rows: int, columns: int) -> str:
    span = (f" rowspan={rows}" if rows > 1 else "") + (f" colspan={columns}" if columns > 1 else "")
    shown = "&nbsp;" if value in (None, "") else escape(str(value)).replace("\n", "<br>")
    return f"<td{span}>{shown}</td>"
