"""How one sheet was understood, column by column."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.intake.received import SourceReading
from clusterkit.notebook.page import filled
from clusterkit.tables import tables
from clusterkit.workspace.recognised_column import ShownColumn, shown_column


def html(source: SourceReading) -> Markup:
    """Return the card."""
    return filled("source_reading", source=source, table=table_name(source), columns=columns(source))


def table_name(source: SourceReading) -> str:
    """Return what the sheet was taken as."""
    return tables()[source.table].name if source.table in tables() else "没有认出"


def columns(source: SourceReading) -> list[ShownColumn]:
    """Return the columns with words for everything."""
    table = tables().get(source.table)
    return [shown_column(one, table) for one in source.columns]


def text(source: SourceReading) -> str:
    """Return the place, what it was taken as, and how many columns and rows were read."""
    read = columns(source)
    place = " · ".join(part for part in (source.file, source.sheet) if part)
    return f"{place}：{table_name(source)}，{source.rows} 行，认出 {sum(one.taken for one in read)}/{len(read)} 列"
