"""One sheet, from rows to a frame: which table, which header, which columns, then the values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.assign import assign
from clusterkit.intake.by_content import judge
from clusterkit.intake.columns import Assigned, List
from clusterkit.intake.completing import complete
from clusterkit.intake.contents import contents_of
from clusterkit.intake.demand import by_demand, fields_read
from clusterkit.intake.doubtful import asked_columns
from clusterkit.intake.frames import Where, build
from clusterkit.intake.header.found import Header, titles
from clusterkit.intake.header.table import Hint
from clusterkit.intake.headings import district_headings, without_headings
from clusterkit.intake.instructions import without_instructions
from clusterkit.intake.list_year import year_of_list
from clusterkit.intake.mapping import Source
from clusterkit.intake.not_understood import (
    likely_header,
    no_subject,
    unread_columns,
    without_header,
    without_table,
)
from clusterkit.intake.read_columns import read_cells
from clusterkit.intake.readers import Book, Sheet
from clusterkit.intake.received import ColumnReading, FigureColumn, ReadSheet, SourceReading, UnknownWord
from clusterkit.intake.remarks import remark_findings
from clusterkit.intake.rows import Body, fill_merged, find_body
from clusterkit.intake.sheets import Cells, Recognised, Settings, column_cells
from clusterkit.intake.totals import total_findings
from clusterkit.intake.vocabulary import key, vocabulary
from clusterkit.intake.which import header_of, hint_of, table_of
from clusterkit.intake.year_findings import title_findings, year_findings
from clusterkit.intake.years import TitleYear
from clusterkit.tables import Table


def read_sheet(sheet: Sheet, book: Book, source: Source | None, settings: Settings) -> ReadSheet | None:
    """Read one sheet; None where it is empty."""
    sheet.look_ahead()
    rows = sheet.rows
    if not any(cell != "" for row in rows for cell in row):
        return None
    merged = sheet.merged()
    place = Place(book.file, sheet.name)
    header = header_of(rows, merged, source)
    hint = hint_of(sheet, book, header)
    if header is None or not any(header.labels):
        return without_header(sheet, book, source, header)
    found = table_of(sheet, header, hint, source, settings)
    if found.table is None:
        return without_table(found, header, sheet, place)
    headings = district_headings(rows, header.row, settings.guide.places)
    fill_merged(rows, merged, header.row)
    one = _recognised(sheet, place, found.table, header, source, settings)
    if isinstance(one, ReadSheet):
        return one
    if all(column.field.id != "district" for column in one.assigned.taken):
        one = replace(one, headings=headings, body=without_headings(one.body, headings))
    return _typed(one, hint)


def _recognised(
    sheet: Sheet, place: Place, table: Table, header: Header, source: Source | None, settings: Settings
) -> Recognised | ReadSheet:
    title = _year_of(sheet, header, table, source, settings)
    everything = Recognised(
        sheet, place, table, header, source, Assigned([], {}, []),
        Body(list(range(header.row, len(sheet.rows)))), settings,
    )  # fmt: skip
    cells = partial(column_cells, everything)
    here = List(place, table, header, source, title, cells, contents_of(table.id, settings.guide))
    assigned = assign(here)
    judge(here, assigned)
    assigned.taken.sort(key=lambda column: column.at)
    assigned.findings += asked_columns(here, assigned)
    subject = next((column.at for column in assigned.taken if column.field.id == table.subject), None)
    if subject is None and not (source and table.subject in source.constants):
        reading = SourceReading(
            place.file, place.sheet, header_row=header.row, columns=tuple(unread_columns(header))
        )
        seen = likely_header(header)
        said = assigned.findings
        return ReadSheet(reading, [*said, no_subject(place, table, seen, said)])
    body = find_body(sheet.rows, header, [column.at for column in assigned.taken], subject)
    body = without_instructions(body, sheet.rows, assigned.taken, table.subject, settings.guide)
    return replace(everything, assigned=assigned, body=body)


def _typed(one: Recognised, hint: Hint | None) -> ReadSheet:
    cells = read_cells(one)
    kind = complete(one, cells, hint)
    title = _year_of(one.sheet, one.header, one.table, one.source, one.settings)
    priority = one.source.priority if one.source else 0
    frame = build(one.table, cells, Where(one.place.file, one.place.sheet, priority), title)
    findings = [
        *one.sheet.findings,
        *one.assigned.findings,
        *cells.findings,
        *year_findings(one, cells, title),
        *title_findings(one, cells, title),
        *_row_findings(one),
        *remark_findings(one),
        *total_findings(one, cells),
    ]
    read = fields_read(one.settings.guide, one.table.id)
    return ReadSheet(
        _reading(one, cells, kind, title), by_demand(findings, read), frame, tuple(_amounts(one, cells))
    )


def _amounts(one: Recognised, cells: Cells) -> Iterator[FigureColumn]:
    """Yield the columns whose figures were read in a unit that they do not say themselves."""
    for column in one.assigned.taken:
        figures = cells.figures.get(column.at)
        if figures is not None and figures.assumed:
            yield FigureColumn(
                column.field.id, column.year, column.header, figures.assumed, figures.how, cells.lines,
                column_cells(one, column.at), figures.own_unit,
            )  # fmt: skip


def _year_of(
    sheet: Sheet, header: Header, table: Table, source: Source | None, settings: Settings
) -> TitleYear:
    return year_of_list([sheet.name, *titles(sheet, header)], table, source, settings.reference_year)


def _row_findings(one: Recognised) -> Iterator[Finding]:
    if one.body.nameless:
        lines = [index + 1 for index in one.body.nameless]
        subject = one.table.fields[one.table.subject].header
        place = replace(one.place, row=lines[0])
        rows = "、".join(map(str, lines[:10]))
        yield finding("row_without_name", place, count=len(lines), rows=rows, subject=subject)
    hidden = sorted(one.look.hidden_rows.intersection(index + 1 for index in one.body.indices))
    if hidden:
        rows = "、".join(map(str, hidden[:10]))
        yield finding("rows_hidden", one.place, count=len(hidden), rows=rows)
    columns = [column.header for column in one.assigned.taken if column.at in one.look.hidden_columns]
    if columns:
        yield finding("columns_hidden", one.place, count=len(columns), columns="、".join(columns))
    left = (one.header.labels[at] for at, why in sorted(one.assigned.left.items()) if why == "unknown")
    serial = {key(word) for word in vocabulary().header.serial}
    unknown = [label.text for label in left if label is not None and key(label.text) not in serial]
    if unknown:
        yield finding("columns_unknown", one.place, count=len(unknown), columns="、".join(unknown))


def _reading(one: Recognised, cells: Cells, kind: str, title: TitleYear) -> SourceReading:
    columns = []
    taken = {column.at: column for column in one.assigned.taken}
    for at, label in enumerate(one.header.labels):
        if label is None:
            continue
        if column := taken.get(at):
            figures = cells.figures.get(at)
            unit, how = (figures.unit, figures.how) if figures else ("", "")
            columns.append(
                ColumnReading(
                    at, label.text, column.field.id, column.how, unit, how, column.year, column.confidence
                )
            )
        else:
            columns.append(ColumnReading(at, label.text, how=one.assigned.left.get(at, "unknown")))
    constants = one.source.constants if one.source else {}
    columns += [ColumnReading(-1, str(value), name, "constant") for name, value in constants.items()]
    return SourceReading(
        one.place.file, one.place.sheet, one.table.id, "mapping" if one.source else "header",
        one.header.row if one.header.height else 0, tuple(columns), len(cells.lines), kind,
        one.source.priority if one.source else 0, tuple(_unknown_words(one, cells)), title.alone, title.said,
    )  # fmt: skip


def _unknown_words(one: Recognised, cells: Cells) -> Iterator[UnknownWord]:
    """Yield the words of the list's rows; those are open that the rows were not completed without."""
    for (field_id, header), words in cells.words.items():
        for word, positions in words.items():
            lines = tuple(cells.lines[at] for at in positions)
            open_ = any(field_id in cells.unknown.get(at, ()) for at in positions)
            place = replace(one.place, row=lines[0], column=header)
            yield UnknownWord(one.table.id, field_id, word, place, lines, open_)
