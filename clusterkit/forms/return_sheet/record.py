"""What was returned, kept in the workbook itself on hidden sheets, so that it can be compared when it comes back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from clusterkit.forms.return_sheet.mending import Mend
from clusterkit.intake.readers import Cell, Sheet, UnreadableFile, open_book
from clusterkit.intake.readers.book import Rows

RECORD, ORIGINAL = "退回记录（勿改）", "原值"
_PIECE = 30_000  # signs that fit into a cell


@dataclass(frozen=True)
class Returned:
    """A list as it was returned.

    Parameters
    ----------
    file
        Its name below ``raw/``.
    sheets
        By the sheet's name in the workbook: its name in the list, and its cells as text.
    mends
        What was to be mended: id, place and what is wrong.
    """

    file: str
    sheets: dict[str, tuple[str, list[list[str]]]]
    mends: list[dict[str, Any]]


def as_text(cell: Cell) -> str:
    """Return a cell as it is compared: a number however it is kept, a date without its time at midnight.

    Examples
    --------
    >>> as_text(3.0), as_text(" 甲 "), as_text(datetime(2024, 5, 1))
    ('3', '甲', '2024-05-01')
    """
    match cell:
        case bool():
            return "是" if cell else "否"
        case int() | float():
            return f"{cell:.15g}"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell).strip()


def write_record(
    book: Any, file: str, sheets: Sequence[tuple[str, str, Rows]], mends: Sequence[Mend]
) -> None:
    """Add the hidden sheets: a record, and the cells of every list sheet as they came."""
    originals = {f"{ORIGINAL}{number}": one for number, one in enumerate(sheets, 1)}
    kept = {
        "file": file,
        "sheets": [[name, shown, given] for name, (shown, given, _) in originals.items()],
        "mends": [
            {"id": one.id, "place": str(one.place), "wrong": one.wrong, "ask": one.ask} for one in mends
        ],
    }
    text = json.dumps(kept, ensure_ascii=False)
    sheet = book.add_worksheet(RECORD)
    for line, start in enumerate(range(0, len(text), _PIECE)):
        sheet.write_string(line, 0, text[start : start + _PIECE])
    sheet.hide()
    for name, (_, _, rows) in originals.items():
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for at, cell in enumerate(row):
                if said := as_text(cell):
                    sheet.write_string(line, at, said[:_PIECE])
        sheet.hide()


def read_record(path: Path) -> tuple[Returned, dict[str, Sheet]] | None:
    """Return what a workbook says was returned, and its sheets; None where it is no 退回修改单.

    Raises
    ------
    UnreadableFile
        If the file cannot be read.
    """
    sheets = {sheet.name: sheet for sheet in open_book(path).sheets}
    if RECORD not in sheets:
        return None
    try:
        kept = json.loads("".join(str(row[0]) for row in sheets[RECORD].rows))
    except (ValueError, IndexError):
        return None
    given = {
        shown: (name, [[as_text(cell) for cell in row] for row in sheets[original].rows])
        for original, shown, name in kept["sheets"]
        if original in sheets
    }
    return Returned(kept["file"], given, kept["mends"]), sheets


__all__ = ["RECORD", "Returned", "UnreadableFile", "as_text", "read_record", "write_record"]
