"""One file of lists: opened, its sheets and their tables read one by one, what belongs together said once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.continued import continued
from clusterkit.intake.header.found import find_header, titles
from clusterkit.intake.header.table import find_hint, find_table
from clusterkit.intake.mapping import Source
from clusterkit.intake.parts import parts, whole_name
from clusterkit.intake.readers import Book, Sheet, UnreadableFile, open_book
from clusterkit.intake.received import ReadSheet, SourceReading
from clusterkit.intake.recognise import read_sheet
from clusterkit.intake.sheets import Settings


def read_file(path: Path, file: str, settings: Settings, findings: list[Finding]) -> Iterator[ReadSheet]:
    """Yield what each table of a file gave; ``findings`` gets what is said of the file."""
    try:
        book = open_book(path, name=file)
    except UnreadableFile as unreadable:
        findings.append(unreadable.finding)
        yield ReadSheet(SourceReading(file, ""))
        return
    book.sheets = continued(book.sheets)
    findings += book.findings
    sources = settings.mapping.sources_of(file)
    findings += _missing_sheets(book, sources)
    results = [
        read for sheet in _visible(book, sources, findings) for read in _read(sheet, book, sources, settings)
    ]
    if not results and not any(sheet.hidden for sheet in book.sheets):
        findings.append(finding("file_empty", Place(file)))
    yield from _said_once(results, file)


def _read(sheet: Sheet, book: Book, sources: list[Source], settings: Settings) -> list[ReadSheet]:
    """Read the tables of a sheet, one as a rule; what a person said of the whole sheet is said of one table."""
    with _no_collecting():
        try:
            return _read_parts(sheet, book, sources, settings)
        except UnreadableFile as unreadable:
            return [ReadSheet(SourceReading(book.file, sheet.name), [unreadable.finding])]
        finally:
            sheet.forget()  # before the collector is on again: it would walk all cells


def _read_parts(sheet: Sheet, book: Book, sources: list[Source], settings: Settings) -> list[ReadSheet]:
    sheet.look_ahead()
    whole = _source_of(sheet.name, sources) and not _parts_named(sheet, sources)
    several = [sheet] if whole else parts(sheet)
    reads = (read_sheet(part, book, _source_of(part.name, sources), settings) for part in several)
    return [read for read in reads if read]


def _source_of(name: str, sources: list[Source]) -> Source | None:
    named = {source.sheet: source for source in sources if source.sheet}
    return named.get(name) or next((source for source in sources if not source.sheet), None)


def _parts_named(sheet: Sheet, sources: list[Source]) -> bool:
    return any(
        one.sheet and one.sheet != sheet.name and whole_name(one.sheet) == sheet.name for one in sources
    )


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Hold the garbage collector back: a sheet's cells are many and hold no cycles, walking them finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _visible(book: Book, sources: list[Source], findings: list[Finding]) -> Iterator[Sheet]:
    """Yield the sheets to read."""
    named = {name for source in sources if source.sheet for name in (source.sheet, whole_name(source.sheet))}
    general = any(not source.sheet for source in sources)
    for sheet in book.sheets:
        if sheet.name in named:
            yield sheet
        elif sheet.hidden:
            findings.append(finding("sheet_hidden", Place(book.file, sheet.name)))
        elif general or not named:
            yield sheet
        elif table := _like_a_list(sheet, book):
            said = "、".join(
                f"“{name}”" for name in sorted({source.sheet for source in sources if source.sheet})
            )
            place = Place(book.file, sheet.name)
            findings.append(finding("sheet_not_named", place, table=table, named=said))


def _like_a_list(sheet: Sheet, book: Book) -> str:
    """Return the name of the table that a sheet would be read as; empty where it would not be."""
    header = find_header(sheet.rows)
    if header is None:
        return ""
    hint = find_hint([sheet.name, *titles(sheet, header), book.file])
    return "或".join(table.name for table in find_table(header, hint).choices)


def _missing_sheets(book: Book, sources: list[Source]) -> Iterator[Finding]:
    there = [sheet.name for sheet in book.sheets]
    for source in sources:
        if source.sheet and not {source.sheet, whole_name(source.sheet)}.intersection(there):
            names = "、".join(name for name in there if name) or "（这种文件没有工作表）"
            place = Place(book.file)
            yield finding("mapping_sheet_missing", place, key=source.sheet, name=source.sheet, there=names)


def _said_once(results: list[ReadSheet], file: str) -> Iterator[ReadSheet]:
    """A sheet beside a recognised one may be anything; a file of which nothing is recognised is an error."""
    anything = any(read.reading.recognised for read in results)
    for number, read in enumerate(results):
        unknown = [one for one in read.findings if one.code == "sheet_not_recognised"]
        if unknown and not anything:
            read.findings = [one for one in read.findings if one.code != "sheet_not_recognised"]
            if number == 0:
                seen = unknown[0].values["seen"]
                read.findings.append(finding("file_not_recognised", Place(file), seen=seen))
        yield read
