"""Files that only an office program writes: PDF, Excel 97, OpenDocument. They are made once and kept."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber

from clusterkit.word.libreoffice import LibreOffice, find_libreoffice

_AS = {".pdf": "pdf", ".xls": "xls:MS Excel 97", ".ods": "ods"}


def convert(source: Path, target: Path) -> None:
    """Write ``source`` in the format that the suffix of ``target`` says."""
    program = find_libreoffice()
    if program is None:
        raise SystemExit("LibreOffice is needed for --office")
    with TemporaryDirectory() as folder:
        wrong = LibreOffice(program).convert([source], Path(folder), _AS[target.suffix])
        if wrong:
            raise SystemExit(wrong)
        target.write_bytes((Path(folder) / f"{source.stem}{target.suffix}").read_bytes())


def photograph(path: Path) -> None:
    """Put a picture of its first page in the place of a PDF, as a scanner does."""
    with pdfplumber.open(path) as document:
        picture = document.pages[0].to_image(resolution=60).original.convert("L")
    picture.save(path, "PDF", resolution=60)
