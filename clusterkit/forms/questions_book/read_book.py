"""Read the answers that came back: from any program, sorted, with columns added, the wording of headers spaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clusterkit.errors import WorkspaceError
from clusterkit.forms.questions_book.layout import ANSWER, ASKED, BY, ID, KEY, REASON
from clusterkit.forms.questions_book.meant import plain
from clusterkit.intake.readers import Cell, UnreadableFile, open_book
from clusterkit.intake.readers.book import Rows

_LOOKED_AT = 20  # rows in which the header may stand
_NEEDED = (ANSWER, REASON, ID)


@dataclass(frozen=True)
class Filled:
    """A row that somebody filled: for which question, what was answered, why, by whom; ``row`` is 1-based in ``sheet``."""

    row: int
    id: str
    answer_in: str
    answer: str
    reason: str
    by: str
    question: str = ""
    sheet: str = ""


def read_answers(path: Path) -> list[Filled]:
    """Return the rows of a workbook of questions, those without an answer and a reason left out.

    Raises
    ------
    WorkspaceError
        If the file cannot be read, or is no workbook of questions.
    """
    try:
        headed = [(sheet, _header(sheet.rows)) for sheet in open_book(path).sheets]
        if any(found is not None for _, found in headed):
            return [
                row for sheet, found in headed if found for row in _filled(sheet.rows, sheet.name, *found)
            ]
    except UnreadableFile as error:
        raise WorkspaceError(
            f"“{path.name}”读不了；请用 Excel 或 WPS 打开，另存为 xlsx 后再试一次。"
        ) from error
    raise WorkspaceError(
        f"“{path.name}”不是待答问题的工作簿：找不到“{'”“'.join(_NEEDED)}”这几栏；"
        "请用 clusterkit questions 工作区 --format xlsx 生成的那一份。"
    )


def _header(rows: Rows) -> tuple[int, dict[str, int]] | None:
    """Return the 0-based row of the header and the column of each of ours."""
    for at, row in enumerate(rows[:_LOOKED_AT]):
        labels = [plain(_text(cell)) for cell in row]
        found = {
            name: labels.index(plain(name)) for name in (*_NEEDED, BY, KEY, ASKED) if plain(name) in labels
        }
        if all(name in found for name in _NEEDED):
            return at, found
    return None


def _filled(rows: Rows, sheet: str, header: int, columns: dict[str, int]) -> Iterator[Filled]:
    for at, row in enumerate(rows[header + 1 :], header + 2):
        cells = {name: _cell(row, column) for name, column in columns.items()}
        if cells[ID] and (cells[ANSWER] or cells[REASON]):
            given = cells[ANSWER], cells[REASON], cells.get(BY, ""), cells.get(ASKED, "")
            yield Filled(at, cells[ID], cells.get(KEY, ""), *given, sheet)


def _cell(row: Sequence[Cell], at: int) -> str:
    return _text(row[at]).strip() if at < len(row) else ""


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
