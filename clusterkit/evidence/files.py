"""The files in evidence/: what is there, its digest, how many pages it has, and whether it can be bound."""

from __future__ import annotations

import hashlib
import logging
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pypdf import PdfReader

Form = Literal["pdf", "image", "office", "other"]
_FORMS: dict[Form, frozenset[str]] = {
    "pdf": frozenset({".pdf"}),
    "image": frozenset({".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".gif"}),
    "office": frozenset({".docx", ".doc", ".odt", ".rtf"}),
}
_OF_SYSTEMS = {"thumbs.db", "desktop.ini"}
_BLOCK = 1 << 20
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it murmurs of a file, findings say


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it lies there.

    Parameters
    ----------
    file
        Its path below ``evidence/``, with ``/``, in composed letters (a Mac writes them apart).
    path
        Where it lies.
    form
        As what it is bound.
    digest
        SHA-256 of its bytes.
    pages
        How many pages it has; None where that is only known once an office program has opened it.
    fault
        The code of the finding for which it cannot be bound, empty where it can.
    """

    file: str
    path: Path
    form: Form
    digest: str
    pages: int | None = None
    fault: str = ""


Listed = Mapping[str, tuple[str, int]]


def survey(folder: Path, listed: Listed | None = None) -> dict[str, Found]:
    """Return the files in a folder and those below it, by their paths; an absent folder holds none.

    ``listed`` are digest and pages of files as they were counted before: one that is the same is not opened again.
    """
    return {one.file: one for one in (_found(folder, path, listed or {}) for path in _files(folder))}


def form_of(path: Path) -> Form:
    """Return as what a file is bound, by its name's end."""
    return next((form for form, ends in _FORMS.items() if path.suffix.lower() in ends), "other")


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in inside)
        if path.is_file() and not hidden and path.name.lower() not in _OF_SYSTEMS:
            yield path


def _found(folder: Path, path: Path, listed: Listed) -> Found:
    state = path.stat()
    file = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
    form = form_of(path)
    told = _digest(path, state.st_mtime_ns, state.st_size)
    before, pages = listed.get(file, ("", 0))
    if not told:
        return Found(file, path, form, told, fault="evidence_unreadable")
    if told == before and pages and form != "other":
        return Found(file, path, form, told, pages)
    return Found(file, path, form, told, *_counted(path, form, told))


@lru_cache(maxsize=4096)
def _digest(path: Path, changed: int, size: int) -> str:  # noqa: ARG001 - parts of the key
    """Return the SHA-256 of a file, empty for one that cannot be read."""
    total = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                total.update(block)
    except OSError:
        return ""
    return total.hexdigest()


@lru_cache(maxsize=4096)
def _counted(path: Path, form: Form, digest: str) -> tuple[int | None, str]:  # noqa: ARG001 - part of the key
    """Return the number of pages, and the code of what is wrong with the file."""
    if form == "pdf":
        return _pages_of_pdf(path)
    if form == "image":
        return _pages_of_image(path)
    return None, "" if form == "office" else "evidence_format"


def _pages_of_pdf(path: Path) -> tuple[int | None, str]:
    """Count the pages, and read what is on each, so that none fails when it is bound."""
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = open_pdf(path)
        if reader is None:
            return None, "evidence_encrypted"
        contents = [page.get_contents() for page in reader.pages]
        return len([one.get_data() if one is not None else b"" for one in contents]), ""
    except DependencyError:
        return None, "evidence_encrypted"
    except (PyPdfError, OSError, ArithmeticError, AttributeError, LookupError, NotImplementedError,
            RecursionError, TypeError, ValueError, zlib.error):  # fmt: skip
        return None, "evidence_unreadable"  # what a damaged PDF makes of a reader is not foreseeable


def open_pdf(path: Path) -> PdfReader | None:
    """Return a pypdf reader of a file; None where it asks for a password."""
    from pypdf import PdfReader

    reader = PdfReader(path)
    return None if reader.is_encrypted and not reader.decrypt("") else reader


def page_count(path: Path) -> int:
    """Return the pages of a PDF that an office program has just made."""
    reader = open_pdf(path)
    return len(reader.pages) if reader is not None else 1


def _pages_of_image(path: Path) -> tuple[int | None, str]:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            picture.draft("L", (64, 64))  # a photo is decoded at an eighth: enough to know that it is whole
            picture.load()
            return frames, ""
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None, "evidence_unreadable"
