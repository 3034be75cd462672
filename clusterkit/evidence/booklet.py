"""The bound evidence: one PDF in binding order, with dividers, bookmarks, and its number on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.evidence.binding import Binding, Bound
from clusterkit.evidence.files import open_pdf
from clusterkit.evidence.sheets import add_divider, add_picture, add_place, add_stamps, new_sheets

if TYPE_CHECKING:
    from fpdf import FPDF
    from pypdf import PdfReader, PdfWriter


@dataclass(frozen=True)
class Chunk:
    """Pages that follow one another: all of a paper's own PDF, or sheets that the tool draws (from, to)."""

    title: str
    level: int
    drawn: tuple[int, int] = (0, 0)
    reader: PdfReader | None = None


def make_booklet(binding: Binding, made: Mapping[str, Path], title: str) -> bytes:
    """Bind the papers; every one stands on the pages that ``binding`` says.

    What the tool draws (dividers, pictures, sheets that keep a place, the stamps) is one PDF at first, since
    the font is loaded and cut down once for each.

    Parameters
    ----------
    binding
        The parts and pages.
    made
        PDFs made of Word files, by the file's path; one that is not there keeps its place.
    title
        The title in the PDF's properties.
    """
    from pypdf import PdfReader, PdfWriter

    sheets = new_sheets()
    chunks = list(_chunks(sheets, binding, made))
    drawn, sizes = sheets.page, list(_sizes(sheets, chunks))
    add_stamps(sheets, sizes)
    own, writer = PdfReader(BytesIO(bytes(sheets.output()))), PdfWriter()
    part = None
    for chunk in chunks:
        number = len(writer.pages)
        source, pages = (chunk.reader, None) if chunk.reader else (own, chunk.drawn)
        writer.append(source, pages=pages, import_outline=False)
        mark = writer.add_outline_item(
            title=chunk.title, page_number=number, parent=part if chunk.level else None
        )
        part = part if chunk.level else mark
    _stamp(writer, own, drawn)
    writer.add_metadata({"/Title": title, "/Producer": "clusterkit"})
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _chunks(sheets: FPDF, binding: Binding, made: Mapping[str, Path]) -> Iterator[Chunk]:
    for part in binding.parts:
        first = sheets.page
        add_divider(sheets, part)
        yield Chunk(part.part.name, 0, (first, sheets.page))
        for one in part.papers:
            yield _chunk(sheets, one, made)


def _chunk(sheets: FPDF, one: Bound, made: Mapping[str, Path]) -> Chunk:
    """Return the pages of a paper, or sheets that keep their place, so that no later page moves."""
    count, title = one.last - one.first + 1, one.paper.title
    reader, why = _reader(one, made)
    if reader is not None and len(reader.pages) == count:
        return Chunk(title, 1, reader=reader)
    first, found = sheets.page, one.paper.found
    if not why and found is not None and found.form == "image":
        add_picture(sheets, found.path)
        return Chunk(title, 1, (first, sheets.page))
    for number in range(1, count + 1):
        add_place(sheets, title, why or "页数和登记的不同", number, count)
    return Chunk(title, 1, (first, sheets.page))


def _reader(one: Bound, made: Mapping[str, Path]) -> tuple[PdfReader | None, str]:
    """Return a paper's PDF, and why it cannot be bound; neither for a picture."""
    found = one.paper.found
    if found is None:
        return None, "文件不见了" if one.paper.entry.file else "纸质件"
    if found.fault:
        return None, _FAULTS[found.fault]
    if found.form == "office":
        path = made.get(found.file)
        return (open_pdf(path), "") if path else (None, "Word文件没有转成PDF")
    return (open_pdf(found.path), "") if found.form == "pdf" else (None, "")


_FAULTS = {
    "evidence_encrypted": "文件要密码",
    "evidence_unreadable": "文件打不开",
    "evidence_format": "这种文件不能装订",
}


def _sizes(sheets: FPDF, chunks: Sequence[Chunk]) -> Iterator[tuple[float, float]]:
    """Yield width and height of every page as it is seen, in points."""
    for chunk in chunks:
        if chunk.reader is None:
            for number in range(chunk.drawn[0] + 1, chunk.drawn[1] + 1):
                width, height = sheets.pages[number].dimensions()
                yield float(width or 0), float(height or 0)
        else:
            for page in chunk.reader.pages:
                box = page.cropbox
                seen = (float(box.width), float(box.height))
                yield seen[::-1] if page.rotation % 180 else seen


def _stamp(writer: PdfWriter, own: PdfReader, drawn: int) -> None:
    """Print its number at the top right of every page; a page that is turned is turned for good first."""
    from pypdf import Transformation

    for number, page in enumerate(writer.pages):
        if page.rotation:
            page.transfer_rotation_to_content()
        box = page.cropbox
        moved = Transformation().translate(float(box.left), float(box.bottom))
        page.merge_transformed_page(own.pages[drawn + number], moved, over=True)
