"""Blank lists to fill: one workbook a table, with the headers that are surely recognised.

Codes are text columns, words have a drop-down, every header a note. There is no second sheet: what is filled
goes into ``raw/`` as it is, and every visible sheet there is read.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from clusterkit.guide import Guide
from clusterkit.tables import Field, Table, tables

FOLDER = "名单模板"
ROWS = 2000
_LONGEST_DROP_DOWN = 255  # characters that a list in a cell's rule may have
_AS_TEXT = {"uscc", "industry", "text", "names"}
_FORMATS = {"date": "yyyy-mm-dd", "until": "yyyy-mm-dd"}
_MADE_ON = dt.datetime(2025, 1, 1)  # the same bytes on every run


def write_blank_lists(folder: Path, guide: Guide) -> list[Path]:
    """Write one blank workbook per table into ``folder`` and return them in the order of the tables."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{table.name}.xlsx", table, guide) for table in tables().values()]


def _write(path: Path, table: Table, guide: Guide) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": table.name, "created": _MADE_ON})
        sheet = book.add_worksheet(table.name)
        bold = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True})
        sheet.freeze_panes(1, 1)
        for column, field in enumerate(table.fields.values()):
            cells = book.add_format(
                {"num_format": "@" if field.type in _AS_TEXT else _FORMATS.get(field.type, "General")}
            )
            sheet.set_column(column, column, max(12, 2 * len(header(field)) + 2), cells)
            sheet.write_string(0, column, header(field), bold)
            _explain(sheet, column, field, guide)
    return path


def header(field: Field) -> str:
    """Return the header of a field with its unit.

    Examples
    --------
    >>> header(tables()["enterprises"].fields["revenue"])
    '营业收入（万元）'
    """
    return f"{field.header}（{field.unit}）" if field.type == "amount" and field.unit else field.header


def _explain(sheet: Worksheet, column: int, field: Field, guide: Guide) -> None:
    choices = _choices(field, guide)
    note = _notes()[field.type].format(unit=field.unit, words="、".join(choices))
    if note:
        sheet.write_comment(0, column, note, {"x_scale": 2, "author": "clusterkit"})
    if choices and len(",".join(choices)) <= _LONGEST_DROP_DOWN:
        rule = {
            "validate": "list",
            "source": choices,
            "error_type": "warning",
            "error_title": "不在可选的写法里",
            "error_message": "仍可保留；不认识的写法以后会问您是什么意思。",
        }
        sheet.data_validation(1, column, ROWS, column, rule)


def _choices(field: Field, guide: Guide) -> list[str]:
    match field.type:
        case "boolean":
            return ["是", "否"]
        case "district":
            return list(guide.places.known())
        case "word" if field.words:
            words = guide.words[field.words]
            return [words.shown(word) for word in words.words]
        case _:
            return []


@cache
def _notes() -> dict[str, str]:
    return tomllib.loads((files("clusterkit.workspace") / "template" / "lists.toml").read_text("utf-8"))
