"""The pages of a PDF: their tables as sheets, the lines above each, what cannot be read told."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.readers.book import Book, Sheet, Spot, UnreadableFile
from clusterkit.intake.readers.notes import continues, near_notes
from clusterkit.intake.readers.numbered import numbered_names
from clusterkit.intake.readers.pdf.aligned import aligned_table
from clusterkit.intake.readers.pdf.grid import Filled, Grid, fill_grid, make_grid
from clusterkit.intake.readers.pdf.signs import Line, Sign, read_lines, read_signs
from clusterkit.intake.readers.pdf.turned_page import set_upright
from clusterkit.intake.readers.spread import table_sheet

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

_PAGE_NUMBER = re.compile(r"[-—–－·\s第共页/]*\d{1,4}[-—–－·\s第共页/\d]*")
_CODED = re.compile(r"\(cid:\d+\)")
_DAMAGED = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    RecursionError,
    struct.error,
    zlib.error,
)
_TOP_ROWS = 4  # of which one, below a header printed again, may be the rest of a row
_FEW = 0.3  # a page with a larger share of signs without meaning is not text


@dataclass
class _Page:
    """A page's tables with what stands between them; lines of the page's number are left out."""

    number: int
    sheets: list[Sheet] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    tables: list[Filled] = field(default_factory=list)
    above: list[list[str]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    signs: int = 0
    coded: bool = False
    aligned: bool = False
    picture: bool = False


def open_pdf(path: Path, file: str) -> Book:
    """Open the tables of a PDF; a table may go on over several pages (``Spot.follows``)."""
    with _quiet():
        pages = _read_pages(path, file)
    if fault := _fault(pages, file):
        if book := numbered_names([line for page in pages for line in page.below], file):
            return book
        raise UnreadableFile(fault)
    sheets = [sheet for page in pages for sheet in page.sheets]
    return Book(file, sheets, list(_unread(pages, file)))


def _read_pages(path: Path, file: str) -> list[_Page]:
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(path) as document:
            return _follow(_read_page(set_upright(page)) for page in document.pages)
    except (
        PdfminerException,
        MalformedPDFException,
        PDFException,
        PSException,
        *_DAMAGED,
    ) as error:
        if "Password" in repr(error):
            raise UnreadableFile(finding("file_encrypted", Place(file))) from error
        raise UnreadableFile(
            finding("file_unreadable", Place(file), reason="PDF 文件已损坏，或不是有效的 PDF")
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the PDF library's remarks on slips in the file to itself."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _read_page(page: PlumberPage) -> _Page:
    signs = read_signs(page.chars)
    read = _Page(page.page_number, signs=len(signs), picture=bool(page.images))
    read.coded = _meaningless(signs) if signs else _draws_text(page)
    if signs and not read.coded:
        grids = (make_grid(table.cells) for table in page.find_tables())
        read.grids = sorted((grid for grid in grids if len(grid.cells) > 1), key=lambda grid: grid.box[1])
        _take_tables(read, signs)
        if not read.sheets:
            _take_aligned(read, signs)
    page.close()
    return read


def _draws_text(page: PlumberPage) -> bool:
    """Return whether a page without one readable sign has tables and a font: then it is text, in a code that is not told."""
    return bool(page.page_obj.resources.get("Font")) and bool(page.find_tables())


def _meaningless(signs: Sequence[Sign]) -> bool:
    """Return whether the page's font does not say which characters its shapes are."""
    strange = sum(bool(_CODED.fullmatch(sign.text)) or "\ue000" <= sign.text <= "\uf8ff" for sign in signs)
    return strange > _FEW * len(signs)


def _take_tables(page: _Page, signs: Sequence[Sign]) -> None:
    inside: list[list[Sign]] = [[] for _ in page.grids]
    outside: list[Sign] = []
    for sign in signs:
        at = next((at for at, grid in enumerate(page.grids) if grid.holds(sign)), None)
        (outside if at is None else inside[at]).append(sign)
    lines = [line for line in read_lines(outside) if not _PAGE_NUMBER.fullmatch(line.text)]
    start = float("-inf")
    for number, (grid, within) in enumerate(zip(page.grids, inside, strict=True), 1):
        above = _within(lines, start, grid.box[1])
        spot = Spot(number, page.number, page.number, follows=number > 1 and continues(above))
        page.tables.append(fill_grid(grid, within))
        page.sheets.append(table_sheet(page.tables[-1].cells, spot, near_notes(above)))
        page.above.append(above)
        start = grid.box[3]
    page.below = _within(lines, start, float("inf"))


def _take_aligned(page: _Page, signs: Sequence[Sign]) -> None:
    """Take the table of a page that has no rules."""
    cells, top = aligned_table([sign for sign in signs if sign.text.strip()])
    if cells:
        above = [line.text for line in read_lines(signs) if line.top < top]
        page.aligned, page.above, page.below = True, [above], []
        page.sheets.append(table_sheet(cells, Spot(1, page.number, page.number), near_notes(above)))


def _within(lines: Sequence[Line], start: float, end: float) -> list[str]:
    return [line.text for line in lines if start <= (line.top + line.bottom) / 2 < end]


def _follow(pages: Any) -> list[_Page]:
    """Mark the tables at the top of a page that have the columns of the one at the last page's end."""
    read: list[_Page] = []
    for page in pages:
        before = read[-1] if read else None
        if before is not None and before.aligned and page.aligned:
            page.sheets[0].spot = Spot(1, page.number, page.number, follows=True)
        if before is not None and before.grids and page.grids and _goes_on(before, page):
            upper, lower = before.tables[-1], page.tables[0]
            rests = tuple(row for row in range(_TOP_ROWS) if lower.is_rest(row, upper))
            page.sheets[0].spot = Spot(1, page.number, page.number, follows=True, rests=rests)
        read.append(page)
    return read


def _goes_on(before: _Page, page: _Page) -> bool:
    printed_again = {*before.above[0], *before.above[-1]}
    above = [line for line in page.above[0] if line not in printed_again]
    return before.grids[-1].alike(page.grids[0]) and continues(above) and continues(before.below)


def _fault(pages: Sequence[_Page], file: str) -> Finding | None:
    """Return why nothing could be read, if nothing could."""
    if any(page.sheets for page in pages):
        return None
    if not any(page.signs or page.coded for page in pages):
        return finding("pdf_scanned" if any(page.picture for page in pages) else "file_empty", Place(file))
    code = "pdf_text_unreadable" if any(page.coded for page in pages) else "document_without_tables"
    return finding(code, Place(file))


def _unread(pages: Sequence[_Page], file: str) -> Iterator[Finding]:
    for code, numbers in (
        ("pdf_pages_scanned", [page.number for page in pages if not page.signs and page.picture]),
        ("pdf_without_rules", [page.number for page in pages if page.aligned]),
        ("pdf_pages_unreadable", [page.number for page in pages if page.coded]),
    ):
        if numbers:
            said = "、".join(map(str, numbers[:10]))
            yield finding(code, Place(file), count=len(numbers), pages=said)
