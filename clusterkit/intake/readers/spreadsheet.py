"""Spreadsheets (xlsx, xls, xlsb, ods) by calamine, with a second look where calamine is silent."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.readers import hidden_ods, hidden_xls, hidden_xlsb
from clusterkit.intake.readers.archive import MALFORMED, Held, members, sheet_xml, stream
from clusterkit.intake.readers.book import Book, Look, Rows, Sheet, UnreadableFile
from clusterkit.intake.readers.far_cells import NearRows, near_rows
from clusterkit.intake.readers.locked import unlocked
from clusterkit.intake.readers.second_look import second_look

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_spreadsheet(path: Path, file: str) -> Book:
    """Open a workbook; its sheets are read when asked for."""
    try:
        with _panics():
            workbook, held = _workbook(path)
    except PasswordError as error:
        raise UnreadableFile(finding("file_encrypted", Place(file))) from error
    except (CalamineError, OSError) as error:
        raise UnreadableFile(_why(path, file)) from error
    sheets = [
        _sheet(_Source(workbook, held, file, meta.name), hidden=meta.visible != SheetVisibleEnum.Visible)
        for meta in workbook.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet
    ]
    return Book(file, sheets)


@contextmanager
def _panics() -> Iterator[None]:
    """Make the reader's panic over a damaged file (which is no ``Exception``) one of its errors."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise CalamineError(str(error)) from error


def _workbook(path: Path) -> tuple[CalamineWorkbook, Held]:
    """Open by the extension, and where that is wrong by what the file is; with the file, decrypted if need be."""
    try:
        return CalamineWorkbook.from_path(path), path
    except PasswordError:
        return _unlocked(path)
    except CalamineError:
        data = path.read_bytes()
        return (
            _unlocked(path) if _ENCRYPTED in data else (CalamineWorkbook.from_filelike(BytesIO(data)), path)
        )


def _unlocked(path: Path) -> tuple[CalamineWorkbook, Held]:
    plain = unlocked(path).getvalue()
    return CalamineWorkbook.from_filelike(BytesIO(plain)), plain


def _why(path: Path, file: str) -> Finding:
    """Tell an encrypted workbook (an OLE file that holds an ``EncryptedPackage``) from a broken one."""
    if _ENCRYPTED in path.read_bytes():
        return finding("file_encrypted", Place(file))
    return finding("file_unreadable", Place(file), reason="文件已损坏，或不是它的扩展名所说的格式")


@dataclass
class _Source:
    """A sheet of a workbook, parsed once for its rows and its merged ranges."""

    workbook: CalamineWorkbook
    held: Held
    file: str
    name: str
    near: NearRows | None = None
    xml: Future[bytes] | None = None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def parsed(self) -> CalamineSheet:
        return self.workbook.get_sheet_by_name(self.name)

    def rows(self) -> Rows:
        try:
            self.near = near_rows(self.held, self.name)
            if self.near is None:
                with _panics():
                    return self.parsed.to_python(skip_empty_area=False)
            place = Place(self.file, self.name)
            self.findings.append(finding("cells_far_off", place, cell=self.near.left))
            return self.near.rows
        except (CalamineError, *MALFORMED) as error:
            raise UnreadableFile(finding("sheet_unreadable", Place(self.file, self.name))) from error

    def merged(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """Return the merged ranges, and let the parsed sheet go (its rows have been taken)."""
        if self.near is not None:
            return []
        found = self.parsed.merged_cell_ranges or []
        self.__dict__.pop("parsed", None)
        return found

    def look_ahead(self) -> None:
        """Begin to unpack the sheet's XML for the second look, beside the reading of its rows."""
        if self.xml is not None:
            return
        pool = ThreadPoolExecutor(1)
        self.xml = pool.submit(sheet_xml, self.held, self.name)
        pool.shutdown(wait=False)

    def look(self, columns: tuple[int, ...]) -> Look:
        """Look a second time."""
        xml = self.xml.result() if self.xml is not None else sheet_xml(self.held, self.name)
        self.xml = None
        if xml:
            return second_look(self.held, xml, columns)
        with stream(self.held) as file:
            if file.read(len(_OLE)) == _OLE:
                return hidden_xls.look(self.held, self.name)
        parts = members(self.held)
        if "content.xml" in parts:
            return hidden_ods.look(self.held, self.name)
        return hidden_xlsb.look(self.held, self.name) if "xl/workbook.bin" in parts else Look()


def _sheet(source: _Source, *, hidden: bool) -> Sheet:
    return Sheet(
        name=source.name,
        load=source.rows,
        hidden=hidden,
        merged=source.merged,
        look=source.look,
        look_ahead=source.look_ahead,
        findings=source.findings,
    )
