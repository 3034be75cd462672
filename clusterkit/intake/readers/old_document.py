"""Documents of old kinds (``.doc``, ``.wps``, ``.rtf``, ``.odt``): LibreOffice makes docx of them, where it is there."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from clusterkit.findings import Place, finding
from clusterkit.intake.readers.book import Book, UnreadableFile
from clusterkit.intake.readers.document import open_document
from clusterkit.word.libreoffice import LibreOffice, find_libreoffice

_FILTERS = {b"\xd0\xcf\x11\xe0": "MS Word 97", b"{\\rt": "Rich Text Format", b"PK\x03\x04": "writer8"}
KINDS = {".doc": "旧版 Word ", ".wps": "WPS 文字", ".rtf": "RTF ", ".odt": "OpenDocument "}


def open_old_document(path: Path, file: str) -> Book:
    """Open a document of an old kind; without LibreOffice it is named as what it is."""
    kind = KINDS.get(path.suffix.lower(), KINDS[".doc"])
    stamp = path.stat()
    converted = _as_docx(path, stamp.st_mtime_ns, stamp.st_size)
    if converted is None:
        raise UnreadableFile(finding("file_is_document", Place(file), format=kind))
    with TemporaryDirectory(prefix="clusterkit-") as folder:
        docx = Path(folder) / "converted.docx"
        docx.write_bytes(converted)
        book = open_document(docx, file)
    return replace(book, findings=[finding("document_converted", Place(file), format=kind), *book.findings])


@lru_cache(maxsize=8)
def _as_docx(path: Path, _changed: int, _size: int) -> bytes | None:
    """Return the file as docx, None where that cannot be had; kept, since a conversion takes seconds."""
    program = find_libreoffice()
    with path.open("rb") as stream:
        read_as = _FILTERS.get(stream.read(4))
    if program is None or read_as is None:
        return None
    with TemporaryDirectory(prefix="clusterkit-") as folder:
        LibreOffice(program).convert([path], Path(folder), "docx", read_as)
        made = Path(folder) / f"{path.stem}.docx"
        return made.read_bytes() if made.is_file() else None
