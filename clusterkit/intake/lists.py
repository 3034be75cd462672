"""All lists of a folder: each file opened, each sheet recognised, each row typed."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from collections.abc import Mapping as AnyMapping
from contextlib import contextmanager
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pandas as pd

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide
from clusterkit.intake.cells.amounts import Rate
from clusterkit.intake.continued import continued
from clusterkit.intake.demand import needed_findings
from clusterkit.intake.frames import join
from clusterkit.intake.header.found import find_header, titles
from clusterkit.intake.header.table import find_hint, find_table
from clusterkit.intake.mapping import Mapping, Source
from clusterkit.intake.mixed_units import mixed_unit_findings
from clusterkit.intake.parts import parts, whole_name
from clusterkit.intake.readers import Book, Sheet, UnreadableFile, open_book
from clusterkit.intake.received import ReadSheet, Received, SourceReading
from clusterkit.intake.recognise import read_sheet
from clusterkit.intake.restored import restore_codes
from clusterkit.intake.sheets import Settings
from clusterkit.tables import tables

FilesRead = dict[
    str, tuple[str, list[ReadSheet], list[Finding]]
]  # by file: with what it was read, and what came
_NO_LISTS = ("~$", ".", "Thumbs.db", "desktop.ini")


def read_lists(
    folder: str | Path,
    guide: Guide,
    mapping: Mapping | None = None,
    reference_year: int | None = None,
    rates: AnyMapping[str, Any] | None = None,
    kept: FilesRead | None = None,
    only: Collection[str] | None = None,
) -> Received:
    """Read every list of a folder.

    Parameters
    ----------
    folder
        The folder of lists as received (``raw/``).
    guide
        The guide whose words, places and codes read the cells.
    mapping
        What people settled (``read_mapping``).
    reference_year
        The year of figures that name none; the guide's year less one if not given.
    rates
        Recorded exchange rates: ``{"usd_cny": {"value": 7.1217, "source": …, "date": …, "kind": …}}``.
    kept
        What reading has given before, by file: a file that is the same, and of which the mapping says the same,
        is not read again. New readings take the place of the file's last one.
    only
        The files to read, where not all are wanted.

    Returns
    -------
    Received
        Typed tables, findings, and how each sheet was understood.
    """
    mapping = mapping or Mapping()
    year = reference_year if reference_year is not None else guide.year - 1
    settings = Settings(guide, mapping, year, as_rate((rates or {}).get("usd_cny")))
    folder = Path(folder)
    files = files_of(folder)
    received = Received(findings=list(_missing(mapping, files)))
    parts: dict[str, list[pd.DataFrame]] = {}
    taken: list[ReadSheet] = []
    for file in (name for name in _in_order(files, mapping) if only is None or name in only):
        reads, said = _once(folder / file, file, settings, {} if kept is None else kept)
        received.findings += said
        for read in reads:
            received.sources.append(read.reading)
            received.findings += read.findings
            if read.frame is not None:
                parts.setdefault(read.reading.table, []).append(read.frame)
                taken.append(read)
    received.tables = {name: join(parts[name], tables()[name]) for name in tables() if name in parts}
    if only is None:
        restore_codes(received)
    received.findings += needed_findings(received.tables)
    received.findings += mixed_unit_findings(received.tables, taken, guide)
    return received


def _once(
    path: Path, file: str, settings: Settings, kept: FilesRead
) -> tuple[list[ReadSheet], list[Finding]]:
    """Read a file, unless it was read with the same words about it."""
    state, mapping = path.stat(), settings.mapping
    key = repr((
        file, state.st_mtime_ns, state.st_size, mapping.sources_of(file), mapping.values, settings.guide.id,
        settings.reference_year, settings.rate,
    ))  # fmt: skip
    if file not in kept or kept[file][0] != key:
        said: list[Finding] = []
        kept[file] = key, list(_read_file(path, file, settings, said)), said
    return kept[file][1:]


def as_rate(given: Any) -> Rate | None:
    """Return a rate from what ``cluster.toml`` says (a table or an object with the same names)."""
    if given is None:
        return None
    get = given.get if hasattr(given, "get") else lambda name, default="": getattr(given, name, default)
    return Rate(
        Decimal(str(get("value"))), *(str(get(name, "") or "") for name in ("source", "date", "kind"))
    )


def files_of(folder: Path) -> list[str]:
    """Return the files of a folder that may be lists, below it, in their order."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(_NO_LISTS))
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _in_order(files: list[str], mapping: Mapping) -> Iterator[str]:
    named = dict.fromkeys(source.file for source in mapping.source if source.file in files)
    yield from named
    yield from (file for file in files if file not in named and not mapping.ignores(file))


def _missing(mapping: Mapping, files: list[str]) -> Iterator[Finding]:
    """Say which files the mapping names and the folder lacks."""
    for file in dict.fromkeys(source.file for source in mapping.source):
        if file not in files:
            near = get_close_matches(file, files, n=1)
            guess = f"，是不是“{near[0]}”" if near else ""
            yield finding("mapping_file_missing", Place("mapping.toml"), key=file, name=file, guess=guess)


def _read_file(path: Path, file: str, settings: Settings, findings: list[Finding]) -> Iterator[ReadSheet]:
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
