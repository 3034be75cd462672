"""Pages that the tool draws itself: dividers, sheets that keep a place, pictures, and the stamps on all pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.evidence.binding import LINES, BoundPart

if TYPE_CHECKING:
    from fpdf import FPDF
    from PIL import Image

FONT = "Clusterkit Sans SC"
FONTS = Path(__file__).parents[1] / "charts" / "data"  # its files alone: that room needs matplotlib
_NUMERALS = "一二三四五六七八九十"
_WIDTH, _HEIGHT, _LEFT, _ROOM = 210.0, 297.0, 28.0, 156.0  # A4 and its text, millimetres
_FIRST_LINE, _LINE = 92.0, 9.0
_MOMENT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_DOTS = 2000  # dots along the longer edge of a picture, 170 an inch


def new_sheets() -> FPDF:
    """Return an empty PDF with the font that ships: it looks the same on every machine."""
    from fpdf import FPDF

    sheets = FPDF(format="A4")
    sheets.set_creation_date(_MOMENT)
    sheets.set_auto_page_break(False)
    sheets.add_font(FONT, "", FONTS / "ClusterkitSansSC-Regular.otf")
    return sheets


def add_divider(sheets: FPDF, part: BoundPart) -> None:
    """Add the divider of a part: its name, and its papers with their pages."""
    for start in range(0, len(part.papers), LINES):
        sheets.add_page()
        more = "（续）" if start else ""
        numeral = _NUMERALS[part.number - 1] if part.number <= len(_NUMERALS) else str(part.number)
        _centred(sheets, 52, f"第{numeral}部分", 16)
        _centred(sheets, 63, f"{part.part.name}{more}", 26)
        if part.part.note and not start:
            _note(sheets, part.part.note)
        for line, one in enumerate(part.papers[start : start + LINES]):
            _listed(sheets, _FIRST_LINE + line * _LINE, f"{start + line + 1}. {one.paper.title}", one.pages)


def add_place(sheets: FPDF, title: str, why: str, number: int, of: int) -> None:
    """Add a sheet that keeps the place of a page that the PDF cannot hold."""
    sheets.add_page()
    _centred(sheets, 110, "此处放入", 16)
    _centred(sheets, 124, title, 20)
    _centred(sheets, 142, f"{why}，第{number}页，共{of}页", 12)


def add_picture(sheets: FPDF, path: Path) -> None:
    """Add a page for every frame of a picture, turned as it was taken, within the margins."""
    for frame in _frames(path):
        lying = frame.width > frame.height
        sheets.add_page(orientation="L" if lying else "P")
        width, height = (_HEIGHT, _WIDTH) if lying else (_WIDTH, _HEIGHT)
        edge = 18.0
        across, down = width - 2 * edge, height - 2 * edge
        scale = min(across / frame.width, down / frame.height)
        sheets.image(
            frame, (width - frame.width * scale) / 2, (height - frame.height * scale) / 2,
            frame.width * scale, frame.height * scale,
        )  # fmt: skip


def _frames(path: Path) -> Iterator[Image.Image]:
    from PIL import Image, ImageOps, ImageSequence

    with Image.open(path) as picture:
        pages = ImageSequence.Iterator(picture) if picture.format == "TIFF" else [picture]
        for page in pages:
            upright = ImageOps.exif_transpose(page)
            upright.thumbnail((_DOTS, _DOTS))
            flat = Image.new("RGB", upright.size, "white")
            mask = upright.convert("RGBA").getchannel("A") if "A" in upright.getbands() else None
            flat.paste(upright.convert("RGB"), mask=mask)
            yield _compressed(flat) if picture.format == "JPEG" else flat


def _compressed(picture: Image.Image) -> Image.Image:
    """A photo stays a photo in the PDF: as JPEG, not as its bare dots."""
    from PIL import Image

    stream = BytesIO()
    picture.save(stream, "JPEG", quality=85)
    return Image.open(stream)


def add_stamps(sheets: FPDF, sizes: Sequence[tuple[float, float]]) -> None:
    """Add a page of each size (points), bare but for its number at the top right: 佐证P1, 佐证P2 …."""
    sheets.set_draw_color(120)
    sheets.set_fill_color(255)
    for number, (width, height) in enumerate(sizes, 1):
        sheets.add_page(format=(width / sheets.k, height / sheets.k))
        sheets.set_font(FONT, "", 10)
        text = f"佐证P{number}"
        room = sheets.get_string_width(text) + 4
        sheets.set_xy(width / sheets.k - room - 6, 5)
        sheets.cell(room, 6.5, text, border=1, align="C", fill=True)


def _centred(sheets: FPDF, top: float, text: str, size: float) -> None:
    sheets.set_font(FONT, "", size)
    sheets.set_xy(_LEFT, top)
    sheets.multi_cell(_ROOM, size * 0.55, drawable(text), align="C")


def _note(sheets: FPDF, text: str) -> None:
    sheets.set_font(FONT, "", 10.5)
    sheets.set_xy(_LEFT, 77)
    sheets.multi_cell(_ROOM, 5.5, drawable(text), align="C")


def _listed(sheets: FPDF, top: float, title: str, pages: str) -> None:
    sheets.set_font(FONT, "", 12)
    right = sheets.get_string_width(pages) + 2
    shown = _fitting(sheets, drawable(title), _ROOM - right - 8)
    sheets.set_xy(_LEFT, top)
    sheets.cell(_ROOM - right, _LINE, shown)
    begin = _LEFT + sheets.get_string_width(shown) + 3
    sheets.set_draw_color(160)
    sheets.set_dash_pattern(0.4, 1.2)
    sheets.line(begin, top + _LINE / 2 + 1.2, _LEFT + _ROOM - right - 1, top + _LINE / 2 + 1.2)
    sheets.set_dash_pattern()
    sheets.set_xy(_LEFT + _ROOM - right, top)
    sheets.cell(right, _LINE, pages, align="R")


def _fitting(sheets: FPDF, text: str, room: float) -> str:
    """Return a text that fits a line, its end left out where it is too long."""
    if sheets.get_string_width(text) <= room:
        return text
    while text and sheets.get_string_width(text + "…") > room:
        text = text[:-1]
    return text + "…"


def drawable(text: str) -> str:
    """Return a text in one line without signs that no font draws."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
