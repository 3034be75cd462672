"""The door: which reader opens a file, by what the file is, not only by what it is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.readers import xml_book
from clusterkit.intake.readers.archive import MALFORMED
from clusterkit.intake.readers.book import Book, UnreadableFile
from clusterkit.intake.readers.delimited import open_delimited
from clusterkit.intake.readers.document import open_document
from clusterkit.intake.readers.old_document import KINDS, open_old_document
from clusterkit.intake.readers.pdf import open_pdf
from clusterkit.intake.readers.spreadsheet import open_spreadsheet
from clusterkit.intake.readers.web import is_archive, open_web_page
from clusterkit.intake.vocabulary import vocabulary

SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et"}
DELIMITED = {".csv", ".tsv", ".txt"}
WEB_PAGES = {".html", ".htm", ".mht", ".mhtml"}
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".heic", ".webp"}
_WORD = "WordDocument".encode("utf-16-le")
_BROKEN = "文件已损坏，或不是它的扩展名所说的格式"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_book(path: str | Path, *, name: str | None = None) -> Book:
    """Open a list of any format that can be read.

    Parameters
    ----------
    path
        The file.
    name
        What findings call it, for example its path below ``raw/``; its file name if not given.

    Raises
    ------
    UnreadableFile
        If it cannot be read; its ``finding`` is one Chinese sentence with what to do.
    """
    path = Path(path)
    file = name or path.name
    try:
        with path.open("rb") as stream:
            start = stream.read(2048)
    except OSError as error:
        raise UnreadableFile(
            finding("file_unreadable", Place(file), reason=error.strerror or "打不开")
        ) from error
    if not start:
        raise UnreadableFile(finding("file_empty", Place(file)))
    return _reader_of(path, file, start)


def _reader_of(path: Path, file: str, start: bytes) -> Book:
    """Open by what the file is; its extension counts where the file itself does not tell."""
    suffix = path.suffix.lower()
    if b"%PDF-" in start:
        return open_pdf(path, file)
    if start.startswith(OLE):
        return _open_old(path, file, suffix)
    if start.startswith(b"PK"):
        return _open_package(path, file, suffix)
    if suffix in PICTURES:
        raise UnreadableFile(finding("file_is_picture", Place(file)))
    if suffix in SPREADSHEETS | DELIMITED | WEB_PAGES | set(KINDS):
        return _open_text(path, file, suffix, start)
    if suffix in {".pdf", ".docx"}:
        raise UnreadableFile(finding("file_unreadable", Place(file), reason=_BROKEN))
    raise UnreadableFile(_no_list(file, suffix))


def _no_list(file: str, suffix: str) -> Finding:
    """Say what a file is that cannot be read, and what to do with it."""
    for one in vocabulary().files:
        if suffix in one.suffixes:
            return finding("file_of_other_kind", Place(file), kind=one.kind, todo=one.todo)
    return finding("file_format_unknown", Place(file), suffix=suffix or "（无扩展名）")


def _open_old(path: Path, file: str, suffix: str) -> Book:
    """Open a file of the old kind: a workbook, or a document."""
    if suffix in KINDS or (suffix not in SPREADSHEETS and _WORD in path.read_bytes()):
        return open_old_document(path, file)
    return open_spreadsheet(path, file)


def _open_package(path: Path, file: str, suffix: str) -> Book:
    """Open what is an archive inside: a workbook or a Word document."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except MALFORMED:
        names = set()
    if "word/document.xml" in names:
        return open_document(path, file)
    if suffix == ".odt":
        return open_old_document(path, file)
    if any(name.startswith("xl/") or name == "content.xml" for name in names) or (
        not names and suffix in SPREADSHEETS
    ):
        return open_spreadsheet(path, file)
    if suffix in SPREADSHEETS | {".docx"}:
        raise UnreadableFile(finding("file_unreadable", Place(file), reason=_BROKEN))
    raise UnreadableFile(_no_list(file, suffix))


def _open_text(path: Path, file: str, suffix: str, start: bytes) -> Book:
    """Open what is text inside, whatever it is called: systems export web pages and tables as ``.xls``."""
    said = start.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if xml_book.MARK in said:
        return xml_book.open_xml_book(path, file)
    page = said.startswith(b"<") or b"<table" in said or b"<html" in said or is_archive(said)
    if suffix not in DELIMITED and page:
        return open_web_page(path, file)
    if suffix in KINDS:
        return open_old_document(path, file)
    if suffix in SPREADSHEETS and b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(finding("file_unreadable", Place(file), reason="不是有效的表格文件"))
    return open_delimited(path, file)
