"""A received sheet put into cells again, as it came, with the cells to mend marked and commented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from clusterkit.forms.return_sheet.spots import Spot
from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.look import Look, width
from clusterkit.intake.readers import Cell
from clusterkit.intake.readers.book import Merged, Rows

_TROUBLED = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
_LONGEST = 32_000
_A4 = 9
_LONG = 60  # characters that no column is broad enough for
_MEASURED = 200  # rows by which a column's width is set


def write_list(
    sheet: Any,
    rows: Rows,
    merged: Merged,
    marks: Mapping[Spot, Sequence[str]],
    headers: Sequence[int],
    look: Look,
) -> None:
    """Write the rows of a sheet.

    Parameters
    ----------
    marks
        By cell what is said of it.
    headers
        The 1-based rows that are headers.
    """
    across = max(map(len, rows), default=0)
    for at in range(across):
        cells = [row[at] for row in rows[:_MEASURED] if at < len(row) and _alone(row)]
        sheet.set_column(at, at, width("", cells, least=8, most=40))
    for line, row in enumerate(rows):
        head = line + 1 in headers
        for at, cell in enumerate(row):
            if cell != "" or (line, at) in marks:
                write_cell(sheet, line, at, cell, _style(look, cell, head, (line, at) in marks))
    for (top, left), (bottom, right) in _apart(merged):
        _merge(sheet, rows, (top, left, bottom, right), look, (top, left) in marks)
    for (line, at), said in marks.items():
        text = "\n".join(dict.fromkeys(said))
        sheet.write_comment(
            line, at, text[:_LONGEST], {"author": "clusterkit", "x_scale": 2.4, "y_scale": 1.4}
        )
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    if rows and across:
        sheet.print_area(0, 0, len(rows) - 1, across - 1)
    if headers:
        sheet.freeze_panes(max(headers), 0)
        sheet.repeat_rows(max(headers) - 1)


def write_cell(sheet: Any, line: int, at: int, cell: Cell, style: Any) -> None:
    """Write one cell by its kind; a text is a text, whatever it begins with."""
    match cell:
        case "":
            sheet.write_blank(line, at, None, style)
        case bool():
            sheet.write_boolean(line, at, cell, style)
        case int() | float():
            sheet.write_number(line, at, cell, style)
        case datetime() | date() | time():
            sheet.write_datetime(line, at, cell, style)
        case _:
            sheet.write_string(line, at, str(cell)[:_LONGEST], style)


def _style(look: Look, cell: Cell, head: bool, marked: bool) -> Any:
    kind: dict[str, Any] = {}
    match cell:
        case datetime() if cell.time() != time():
            kind = {"num_format": "yyyy-mm-dd hh:mm"}
        case date():
            kind = {"num_format": "yyyy-mm-dd"}
        case time():
            kind = {"num_format": "hh:mm"}
        case str():
            kind = {"num_format": "@"}
    if isinstance(cell, str) and len(cell) > _LONG:
        kind["align"] = "fill"  # shown as far as the cell goes, not over all cells to its right
    shown = looks.BACK_HEAD if head else {}
    return look(kind, shown, _TROUBLED if marked else {})


def _alone(row: Sequence[Cell]) -> bool:
    """Whether a cell is one of several: a title line is as long as it likes."""
    return sum(cell != "" for cell in row) > 1


def _apart(merged: Merged) -> Merged:
    """Return the merged ranges that do not overlap and are more than a cell."""
    taken: set[Spot] = set()
    found: Merged = []
    for (top, left), (bottom, right) in merged:
        cells = {(row, at) for row in range(top, bottom + 1) for at in range(left, right + 1)}
        if len(cells) > 1 and not cells & taken:
            taken |= cells
            found.append(((top, left), (bottom, right)))
    return found


def _merge(sheet: Any, rows: Rows, span: tuple[int, int, int, int], look: Look, marked: bool) -> None:
    top, left = span[:2]
    cell = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
    style = look(looks.CENTER, {"text_wrap": True}, _TROUBLED if marked else {})
    sheet.merge_range(*span, "", style)
    write_cell(sheet, top, left, cell, style)
