"""The door: which reader opens a file, by what the file is, not only by what it is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

from clusterkit.findings import Place, finding
from clusterkit.intake.readers.book import Book, UnreadableFile
from clusterkit.intake.readers.delimited import open_delimited
from clusterkit.intake.readers.spreadsheet import open_spreadsheet

SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et"}
DELIMITED = {".csv", ".tsv", ".txt"}
DOCUMENTS = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".wps": "WPS文字"}
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".heic", ".webp"}
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
            start = stream.read(8)
    except OSError as error:
        raise UnreadableFile(
            finding("file_unreadable", Place(file), reason=error.strerror or "打不开")
        ) from error
    if not start:
        raise UnreadableFile(finding("file_empty", Place(file)))
    return _reader_of(path, file, start)


def _reader_of(path: Path, file: str, start: bytes) -> Book:
    suffix = path.suffix.lower()
    if suffix in DOCUMENTS:
        raise UnreadableFile(finding("file_is_document", Place(file), format=DOCUMENTS[suffix]))
    if suffix in PICTURES:
        raise UnreadableFile(finding("file_is_picture", Place(file)))
    if start == OLE or _is_workbook(path, start):
        return open_spreadsheet(path, file)
    if suffix in DELIMITED:
        return open_delimited(path, file)
    if suffix in SPREADSHEETS and start[:2] != b"PK":
        return _dressed_up(path, file)
    raise UnreadableFile(finding("file_format_unknown", Place(file), suffix=suffix or "（无扩展名）"))


def _is_workbook(path: Path, start: bytes) -> bool:
    if start[:2] != b"PK":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return path.suffix.lower() in SPREADSHEETS
    return "content.xml" in names or any(name.startswith("xl/") for name in names)


def _dressed_up(path: Path, file: str) -> Book:
    """Open what systems export as ``.xls`` but is text inside (HTML is told, not read)."""
    with path.open("rb") as stream:
        start = stream.read(2048).lstrip().lower()
    if start.startswith(b"<") or b"<table" in start or b"<html" in start:
        raise UnreadableFile(finding("file_is_web_page", Place(file)))
    if b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(finding("file_unreadable", Place(file), reason="不是有效的表格文件"))
    return open_delimited(path, file)
