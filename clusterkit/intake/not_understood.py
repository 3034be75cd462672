"""What is said about a sheet that is not understood: no header, no table, no names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.header.found import Header, texts
from clusterkit.intake.header.table import TableFound
from clusterkit.intake.mapping import Source
from clusterkit.intake.readers import Book, Sheet
from clusterkit.intake.received import ColumnReading, ReadSheet, SourceReading
from clusterkit.tables import Table, tables

_SHOWN = 8


def without_header(sheet: Sheet, book: Book, source: Source | None, header: Header | None) -> ReadSheet:
    """Say that a sheet has no header that could be found."""
    place, seen = Place(book.file, sheet.name), _first_row(sheet)
    reading = SourceReading(book.file, sheet.name)
    if source is None:
        return ReadSheet(reading, [finding("sheet_not_recognised", place, seen=seen)])
    if header is not None and source.header_row:
        return ReadSheet(reading, [finding("mapping_header_row_empty", place, number=source.header_row)])
    return ReadSheet(reading, [no_subject(place, tables()[source.table], seen)])


def no_subject(place: Place, table: Table, seen: str, columns: Iterable[Finding] = ()) -> Finding:
    """Say that no column holds what the rows of a table are called by; ``columns``: what is asked about them."""
    subject = table.fields[table.subject].header
    rivals = (
        one.id for one in columns if one.code == "column_ambiguous" and one.values["id"] == table.subject
    )
    cause = next(rivals, None)
    return finding("header_not_found", place, caused_by=cause, table=table.name, subject=subject, seen=seen)


def _first_row(sheet: Sheet) -> str:
    for number, row in enumerate(sheet.rows, 1):
        filled = [str(cell).strip() for cell in row if str(cell).strip()]
        if len(filled) > 1:
            return f"，最像表头的是第{number}行：{'、'.join(filled[:_SHOWN])}"
    return ""


def without_table(found: TableFound, header: Header, sheet: Sheet, place: Place) -> ReadSheet:
    """Say that a sheet has a header, but which table it is cannot be told."""
    reading = SourceReading(
        place.file, place.sheet, header_row=header.row, columns=tuple(unread_columns(header))
    )
    if found.choices:
        choices = "，也像".join(f"“{table.name}”" for table in found.choices)
        ids = "、".join(table.id for table in found.choices)
        return ReadSheet(reading, [finding("table_unclear", place, choices=choices, ids=ids)])
    seen = likely_header(header) if header.height else _first_row(sheet)
    return ReadSheet(reading, [finding("sheet_not_recognised", place, seen=seen)])


def likely_header(header: Header) -> str:
    """Return what is said about a header that does not do."""
    return f"，最像表头的是第{header.row}行：{'、'.join(texts(header.labels)[:_SHOWN])}"


def unread_columns(header: Header) -> Iterator[ColumnReading]:
    """Yield the columns of a sheet that is not read."""
    for at, label in enumerate(header.labels):
        if label is not None:
            yield ColumnReading(at, label.text)
