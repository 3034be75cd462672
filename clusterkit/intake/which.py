"""Where a sheet's header is and which table it is: by a person's word, by its headers, by its values."""

from __future__ import annotations

from collections.abc import Sequence

from clusterkit.intake.contents import Contents, contents_of, sample
from clusterkit.intake.header.found import Header, find_header, header_at, titles
from clusterkit.intake.header.label import Label
from clusterkit.intake.header.table import Hint, TableFound, find_hint, find_table
from clusterkit.intake.header.unnamed import lettered, without_words
from clusterkit.intake.mapping import Source
from clusterkit.intake.readers import Book, Cell, Sheet
from clusterkit.intake.readers.book import Merged, Rows
from clusterkit.intake.sheets import Settings
from clusterkit.tables import tables


def header_of(rows: Rows, merged: Merged, source: Source | None) -> Header | None:
    """Return the header: where a person says it is, or where words are known, or above the first names and codes."""
    if source and source.header_row:
        said = header_at(rows, source.header_row)
        return lettered(said, rows) if any(said.labels) else said
    header = find_header(rows, merged) or without_words(rows)
    return lettered(header, rows) if header else None


def table_of(
    sheet: Sheet, header: Header, hint: Hint | None, source: Source | None, settings: Settings
) -> TableFound:
    """Return the table: as a person says, or by the header; what it leaves open is told by the values."""
    if source:
        return TableFound((tables()[source.table],), hint)
    found = find_table(header, hint)
    if found.choices:
        return found
    few = [_few(label, sheet.column(at)[header.row :]) for at, label in enumerate(header.labels) if label]
    told = {table: _told(contents_of(table, settings.guide), few) for table in tables()}
    return find_table(header, hint, told)


def _few(label: Label, cells: Sequence[Cell]) -> list[Cell]:
    return sample(cells, label.text)


def _told(contents: Contents, columns: Sequence[Sequence[Cell]]) -> set[str]:
    """Return the fields that some values of columns tell beyond doubt."""
    seen = (contents.seen(few) for few in columns)
    return {one.fields[0].id for one in seen if one and len(one.fields) == 1 and not one.content.unnamed}


def hint_of(sheet: Sheet, book: Book, header: Header | None) -> Hint | None:
    """Return what the sheet's name, its titles or the file's name say about the list."""
    above = titles(sheet, header) if header else []
    return find_hint([sheet.name, *above, book.file])
