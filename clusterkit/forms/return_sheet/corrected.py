"""The list alone out of a workbook that came back: its cells, without the page, marks and record around them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from clusterkit.forms.return_sheet.write_list import write_list
from clusterkit.forms.return_sheet.write_return import MOMENT, OPTIONS, sheet_names
from clusterkit.forms.workbook.look import Look
from clusterkit.intake.readers import Sheet


def list_only(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of some sheets under their own names, ready for ``raw/``."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"author": "clusterkit", "created": MOMENT})
        look = Look(book)
        for name, sheet in zip(sheet_names(sheets), sheets, strict=True):
            rows = sheet.rows
            write_list(book.add_worksheet(name), rows, sheet.merged(), {}, [], look)
    return stream.getvalue()
