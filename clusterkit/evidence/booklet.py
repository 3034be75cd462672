"""The bound evidence: one PDF in binding order, with dividers, bookmarks, and its number on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.evidence.binding import Binding, Bound
from clusterkit.evidence.files import open_pdf
from clusterkit.evidence.sheets import add_divider, add_picture, add_place, new_sheets, stamps

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter


@dataclass(frozen=True)
class Booklet:
    """The PDF's bytes, and the papers of which only the place is kept, with why."""

    data: bytes
    kept_places: tuple[tuple[str, str], ...] = ()


def make_booklet(binding: Binding, folder: Path, made: Mapping[str, Path], title: str) -> Booklet:
    """Bind the papers; every one stands on the pages that ``binding`` says.

    Parameters
    ----------
    binding
        The parts and pages.
    folder
        The workspace's ``evidence/``.
    made
        PDFs made of Word files, by the file's path; one that is not there keeps its place.
    title
        The title in the PDF's properties.
    """
    from pypdf import PdfWriter

    writer, places = PdfWriter(), []
    for part in binding.parts:
        first = len(writer.pages)
        sheets = new_sheets()
        add_divider(sheets, part)
        _append(writer, _reader(bytes(sheets.output())))
        mark = writer.add_outline_item(title=part.part.name, page_number=first)
        for one in part.papers:
            writer.add_outline_item(title=one.paper.title, page_number=len(writer.pages), parent=mark)
            if why := _bind(writer, one, folder, made):
                places.append((one.paper.title, why))
    _stamp(writer)
    writer.add_metadata({"/Title": title, "/Producer": "clusterkit"})
    stream = BytesIO()
    writer.write(stream)
    return Booklet(stream.getvalue(), tuple(places))


def _bind(writer: PdfWriter, one: Bound, folder: Path, made: Mapping[str, Path]) -> str:
    """Add the pages of a paper, or sheets that keep their place; return why, empty where it is bound."""
    count = one.last - one.first + 1
    pages, why = _pages(one, folder, made)
    if pages is not None and len(pages.pages) == count:
        _append(writer, pages)
        return ""
    why = why or "页数和登记的不同"
    sheets = new_sheets()
    for number in range(1, count + 1):
        add_place(sheets, one.paper.title, why, number, count)
    _append(writer, _reader(bytes(sheets.output())))
    return why


def _pages(one: Bound, folder: Path, made: Mapping[str, Path]) -> tuple[PdfReader | None, str]:
    found = one.paper.found
    if found is None:
        return None, "文件不见了" if one.paper.entry.file else "纸质件"
    if found.fault:
        return None, _FAULTS[found.fault]
    if found.form == "office":
        path = made.get(found.file)
        return (open_pdf(path), "") if path else (None, "Word文件没有转成PDF")
    if found.form == "pdf":
        return open_pdf(folder / found.file), ""
    sheets = new_sheets()
    add_picture(sheets, folder / found.file)
    return _reader(bytes(sheets.output())), ""


_FAULTS = {
    "evidence_encrypted": "文件要密码",
    "evidence_unreadable": "文件打不开",
    "evidence_format": "这种文件不能装订",
}


def _reader(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    return PdfReader(BytesIO(data))


def _append(writer: PdfWriter, reader: PdfReader) -> None:
    """Add all pages; their own bookmarks are left out, the booklet has its own."""
    writer.append(reader, import_outline=False)


def _stamp(writer: PdfWriter) -> None:
    """Print its number at the top right of every page, as it is seen: turned pages are turned first."""
    from pypdf import Transformation

    if not writer.pages:
        return
    for page in writer.pages:
        if page.rotation:
            page.transfer_rotation_to_content()
    overlay = _reader(stamps(list(_sizes(writer))))
    for page, stamp in zip(writer.pages, overlay.pages, strict=True):
        box = page.cropbox
        moved = Transformation().translate(float(box.left), float(box.bottom))
        page.merge_transformed_page(stamp, moved, over=True)


def _sizes(writer: PdfWriter) -> Iterator[tuple[float, float]]:
    pages: list[PageObject] = list(writer.pages)
    for page in pages:
        yield float(page.cropbox.width), float(page.cropbox.height)
