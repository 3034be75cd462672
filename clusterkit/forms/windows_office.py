"""Word or WPS on Windows, asked through pywin32 to save Word files as PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

_PROGRAMS = ("Word.Application", "KWPS.Application", "WPS.Application")
_PDF = 17  # wdFormatPDF


def convert_with_office(documents: Sequence[Path], folder: Path) -> str:
    """Write the PDFs of ``documents`` into ``folder``; return what went wrong, empty for nothing."""
    try:
        client = import_module("win32com.client")
        com_error: type[Exception] = import_module("pywintypes").com_error
    except ImportError:
        return "没有找到 LibreOffice，也没有安装 pywin32"
    try:
        with _office(client, com_error) as office:
            if office is None:
                return "没有找到 LibreOffice、Word 或 WPS"
            for document in documents:
                _save_as_pdf(office, document, folder / f"{document.stem}.pdf")
    except com_error as error:
        return f"Word 或 WPS 报错：{error}"
    return ""


@contextmanager
def _office(client: Any, com_error: type[Exception]) -> Iterator[Any]:
    office = _start(client, com_error)
    try:
        yield office
    finally:
        if office is not None:
            office.Quit()


def _start(client: Any, com_error: type[Exception]) -> Any:
    for name in _PROGRAMS:
        try:
            return client.DispatchEx(name)
        except com_error:
            continue
    return None


def _save_as_pdf(office: Any, document: Path, target: Path) -> None:
    opened = office.Documents.Open(str(document.resolve()), ReadOnly=True)
    try:
        opened.SaveAs2(str(target.resolve()), _PDF)
    finally:
        opened.Close(False)
