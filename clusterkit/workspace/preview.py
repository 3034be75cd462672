"""The first rows of a list as they were typed: what every later step sees."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from clusterkit.guide import Guide
from clusterkit.intake.received import Received, SourceReading
from clusterkit.tables import Field, tables

ROWS = 3


@dataclass(frozen=True)
class Preview:
    """Rows as typed.

    Parameters
    ----------
    lines
        The 1-based rows of the sheet.
    fields
        The fields that some of them fill.
    values
        The values by field, row by row; None where there is none.
    texts
        The same as printed.
    """

    lines: tuple[int, ...] = ()
    fields: tuple[Field, ...] = ()
    values: tuple[dict[str, Any], ...] = ()
    texts: tuple[dict[str, str], ...] = ()

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as plain values, with their row in the sheet."""
        rows = zip(self.lines, self.values, strict=True)
        return [{"row": line, **values} for line, values in rows]


def preview(received: Received, source: SourceReading, guide: Guide) -> Preview:
    """Return the first rows of a list; of a row with figures of several years the newest."""
    frame = received.tables.get(source.table)
    if frame is None:
        return Preview()
    own = frame[(frame["_file"] == source.file) & (frame["_sheet"] == source.sheet)]
    first = own[own["_line"].isin(own["_line"].drop_duplicates().head(ROWS))]
    rows = first.drop_duplicates("_line", keep="last")
    known = tables()[source.table].fields
    fields = tuple(known[name] for name in known if name in rows and rows[name].notna().any())
    values = tuple({one.id: plain(row[one.id]) for one in fields} for _, row in rows.iterrows())
    texts = tuple({one.id: printed(row[one.id], one, guide) for one in fields} for row in values)
    return Preview(tuple(map(int, rows["_line"])), fields, values, texts)


def plain(value: Any) -> Any:
    """Return a value of a table as JSON knows it; None for a missing one."""
    if not isinstance(value, (list, tuple)) and pd.isna(value):
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value.item() if hasattr(value, "item") else value


def printed(value: Any, field: Field, guide: Guide) -> str:
    """Return a value as a person reads it.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> from clusterkit.tables import tables
    >>> fields, guide = tables()["enterprises"].fields, load_guide("tianjin-2025-1")
    >>> [printed(value, fields["revenue"], guide) for value in (12000.0, 0.125, None)]
    ['12,000', '0.125', '']
    >>> printed(True, fields["above_scale"], guide)
    '是'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(str, value))
    if isinstance(value, float):
        return f"{value:,.6f}".rstrip("0").rstrip(".")
    names = guide.words[field.words].words.get(str(value), ()) if field.words else ()
    return names[0] if names and str(value).isascii() else " ".join(str(value).split())
