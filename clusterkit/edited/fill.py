"""A workbook of ``tables/`` filled anew: what it says now, what to say of it, and the bytes to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clusterkit.edited import memory
from clusterkit.edited.book import EditedBook, open_book
from clusterkit.edited.cells import clean
from clusterkit.edited.fresh import fresh_book
from clusterkit.edited.merge import Merged, Note, merge
from clusterkit.edited.shape import Line, Rows, Sheet
from clusterkit.edited.update import updated
from clusterkit.findings import Finding, Place, finding

_NAMED = 5  # deleted rows that a sentence names


@dataclass(frozen=True)
class FilledBook:
    """A workbook as it should stand.

    Parameters
    ----------
    name, title
        Its file name, and what it is called.
    sheets
        Its sheets.
    rows
        Sheet name → the rows that hold now: computed where nobody edited, else as edited.
    lines
        Sheet name → the lines as they stand in the file.
    findings
        What a person should know of it.
    """

    name: str
    title: str
    sheets: tuple[Sheet, ...]
    rows: dict[str, Rows]
    findings: list[Finding]
    lines: dict[str, list[Line]] = field(default_factory=dict)
    about: tuple[str, ...] = ()
    book: EditedBook | None = None
    merged: Mapping[str, Merged] | None = None

    def beside(self, sheet: str) -> list[dict[str, str]]:
        """Return, for each row of a sheet, what stands below headers of the person's own."""
        lines = self.lines.get(sheet, [])
        origin = self.merged[sheet].origin if self.merged else range(len(lines))
        found = [{} if place is None else dict(lines[place].beside) for place in origin]
        return found or [{} for _ in self.rows[sheet]]

    def row(self, sheet: str, place: int) -> int:
        """Return the row of the spreadsheet that a row stands in; 0 for one that is not in the file yet."""
        lines = self.lines.get(sheet, [])
        origin = self.merged[sheet].origin if self.merged else range(len(lines))
        at = origin[place] if place < len(origin) else None
        return lines[at].row if at is not None else 0

    def data(self) -> bytes | None:
        """Return the bytes to write; None where the file is right already, or must not be touched."""
        if self.book is None:
            return fresh_book(self.title, self.sheets, self.rows, self.about)
        return None if self.merged is None else updated(self.book, self.sheets, self.merged)


def fill_book(
    path: Path | None,
    title: str,
    sheets: Sequence[Sheet],
    computed: Mapping[str, Rows],
    about: Sequence[str] = (),
) -> FilledBook:
    """Return a workbook with what is computed now and what people edited in it.

    Parameters
    ----------
    path
        Where it lies; it need not be there.
    title
        What it is called.
    sheets
        Its sheets.
    computed
        Sheet name → the rows computed now.
    about
        How to fill it in, for a new one.

    Notes
    -----
    A workbook that a person made, without the hidden sheet that remembers, holds as it is and is never written.
    """
    rows = {sheet.name: [[clean(text) for text in row] for row in computed[sheet.name]] for sheet in sheets}
    name = path.name if path else f"{title}.xlsx"
    if path is None or not path.is_file():
        return FilledBook(name, title, tuple(sheets), dict(rows), [], about=tuple(about))
    book = open_book(path, sheets)
    given = FilledBook(
        name, title, tuple(sheets), _as_given(book), book.findings, book.lines, tuple(about), book
    )
    if book.findings:
        return given
    if book.base is None:
        return given if _says_the_same(given, rows) else _with(given, [_forgotten(name)])
    merged = {
        sheet.name: merge(sheet, book.base[sheet.name], book.lines[sheet.name], rows[sheet.name])
        for sheet in sheets
    }
    findings = [
        one for sheet in sheets for one in _findings(Place(name, sheet.name), merged[sheet.name].notes)
    ]
    shown = {key: [list(map(str, row)) for row in made.rows] for key, made in merged.items()}
    return FilledBook(
        name, title, tuple(sheets), dict(shown), findings, book.lines, tuple(about), book, merged
    )


def _as_given(book: EditedBook) -> dict[str, Rows]:
    return {name: [list(map(str, line.cells)) for line in lines] for name, lines in book.lines.items()}


def _says_the_same(given: FilledBook, rows: Mapping[str, Rows]) -> bool:
    return all(list(given.rows[name]) == list(said) for name, said in rows.items())


def _with(given: FilledBook, findings: list[Finding]) -> FilledBook:
    return FilledBook(
        given.name, given.title, given.sheets, given.rows, [*given.findings, *findings], given.lines, given.about,
        given.book,
    )  # fmt: skip


def _forgotten(name: str) -> Finding:
    return finding("edited_without_memory", Place(name), memory=memory.NAME)


def _findings(place: Place, notes: Sequence[Note]) -> Iterator[Finding]:
    for note in notes:
        if note.kind == "conflict":
            spot = Place(place.file, place.sheet, 0, note.column)
            yield finding(
                "edited_conflict", spot, key=f"{note.row}={note.computed}", row_name=note.row,
                edited=_shown(note.edited), computed=_shown(note.computed), before=_shown(note.before),
            )  # fmt: skip
        elif note.kind == "kept":
            yield finding("edited_row_kept", place, key=note.row, row_name=note.row)
    deleted = [note.row for note in notes if note.kind == "deleted"]
    if deleted:
        more = "等" if len(deleted) > _NAMED else ""
        yield finding(
            "edited_rows_deleted", place, names="、".join(deleted[:_NAMED]) + more, count=len(deleted)
        )


def _shown(text: str) -> str:
    return text.replace("\n", " ") or "（空）"
