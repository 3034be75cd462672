"""PDFs of the Word files: by LibreOffice, or by Word or WPS on Windows; without them, one line how to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from clusterkit.forms.windows_office import convert_with_office
from clusterkit.word.libreoffice import LibreOffice, find_libreoffice
from clusterkit.word.linear import with_linear_mathematics

NO_PROGRAM = (
    "没有找到 LibreOffice（Windows 上也可用 Word 或 WPS），未生成 PDF；Word 文件已完整。"
    "请安装 LibreOffice 后重新生成，或在 Word、WPS 中打开文件后另存为 PDF。"
)


@dataclass(frozen=True, slots=True)
class Pdfs:
    """The PDFs that were made, and one Chinese line where some were not (else empty)."""

    written: tuple[Path, ...]
    message: str = ""


def make_pdfs(documents: Sequence[Path], folder: Path) -> Pdfs:
    """Make a PDF of every Word file in ``folder``; never raises for a missing or failing program.

    Parameters
    ----------
    documents
        Word files; their PDFs bear the same names.
    folder
        Where the PDFs go; it is made where it is missing.

    Returns
    -------
    Pdfs
        What was written, and what to tell the user where something was not.
    """
    if not documents:
        return Pdfs(())
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [folder / f"{document.stem}.pdf" for document in documents]
    for path in wanted:
        path.unlink(missing_ok=True)
    fault = _convert(documents, folder)
    written = tuple(path for path in wanted if path.is_file())
    missing = [path.stem for path in wanted if path not in written]
    return Pdfs(written, _message(missing, fault) if missing else "")


def _convert(documents: Sequence[Path], folder: Path) -> str:
    program = find_libreoffice()
    if program is not None:
        return _by_libreoffice(LibreOffice(program), documents, folder)
    if sys.platform == "win32":
        return convert_with_office(documents, folder)
    return NO_PROGRAM


def _by_libreoffice(office: LibreOffice, documents: Sequence[Path], folder: Path) -> str:
    if office.sets_mathematics:
        return office.convert(documents, folder)
    with TemporaryDirectory(prefix="clusterkit-") as place:
        copies = [Path(place) / document.name for document in documents]
        for document, copy in zip(documents, copies, strict=True):
            copy.write_bytes(with_linear_mathematics(document.read_bytes()))
        return office.convert(copies, folder)


def _message(missing: list[str], fault: str) -> str:
    if fault == NO_PROGRAM:
        return fault
    reason = f"（{fault}）" if fault else ""
    names = "、".join(missing)
    return f"{names} 未能转成 PDF{reason}；Word 文件已完整，请在 Word、WPS 中打开后另存为 PDF。"
