"""A few papers that prove what the sample says, each marked 示例, and the register that somebody filled in.

The PDFs and the pictures hold parts of a font: other versions of a library write other bytes. So they are made with
``--office`` only, and taken from where they lie else.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from clusterkit.evidence.register import DIGEST, FILE, FOLDER, HEADERS, Entry, written_register

EDGE, HIGH = 70, 1100  # dots of a made picture


@dataclass(frozen=True)
class Sheet:
    """One paper: its file, what it supports, and its pages, a tuple of lines each."""

    file: str
    targets: str
    pages: tuple[tuple[str, ...], ...]
    rows: str = ""
    kind: str = ""
    department: str = ""
    date: str = ""

    @property
    def title(self) -> str:
        """What it is called, after its file."""
        return self.file.rpartition("/")[2].rpartition(".")[0]


def sheets() -> list[Sheet]:
    """Return the papers of papers.toml."""
    given = tomllib.loads((Path(__file__).parent / "papers.toml").read_text("utf-8"))["paper"]
    return [Sheet(**{**one, "pages": tuple(map(tuple, one["pages"]))}) for one in given]


def write(folder: Path, kept: Path, office: bool) -> None:
    """Write ``evidence/`` and evidence.csv into a folder; ``kept`` holds the files as they were made before."""
    entries = []
    for sheet in sheets():
        path = folder / FOLDER / sheet.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if office:
            _make(sheet, path)
        elif path != kept / FOLDER / sheet.file:
            path.write_bytes((kept / FOLDER / sheet.file).read_bytes())
        entries.append(_entry(sheet, path))
    text = written_register(entries, tuple(HEADERS.values()))
    (folder / FILE).write_bytes(text.encode("utf-8-sig"))


def _entry(sheet: Sheet, path: Path) -> Entry:
    digest = DIGEST + hashlib.sha256(path.read_bytes()).hexdigest()
    return Entry(
        sheet.file, sheet.targets, sheet.rows, sheet.kind, sheet.title, sheet.department, sheet.date,
        str(len(sheet.pages)), digest, "示例",
    )  # fmt: skip


def _make(sheet: Sheet, path: Path) -> None:
    if path.suffix == ".pdf":
        path.write_bytes(_pdf(sheet))
    else:
        _picture(sheet, path)


def _pdf(sheet: Sheet) -> bytes:
    from clusterkit.evidence.sheets import FONT, new_sheets

    made = new_sheets()
    for lines in sheet.pages:
        made.add_page()
        for place, (line, size) in enumerate(_sized(lines, sheet)):
            made.set_font(FONT, "", size)
            made.set_xy(28, 50 + place * 16)
            made.multi_cell(154, 10, line, align="C" if place == 0 else "L")
    return bytes(made.output())


def _sized(lines: tuple[str, ...], sheet: Sheet) -> list[tuple[str, int]]:
    closing = "　".join(filter(None, (sheet.department, sheet.date)))
    return [(lines[0], 20), *((line, 14) for line in (*lines[1:], closing, "（示例，内容为编造）"))]


def _picture(sheet: Sheet, path: Path) -> None:
    """Draw a scan in black and white, or a photo in a few colours."""
    from PIL import Image, ImageDraw, ImageFont

    from clusterkit.evidence.sheets import FONTS

    photo = path.suffix == ".jpg"
    size = (HIGH * 2 // 3, HIGH // 2) if photo else (HIGH * 210 // 297, HIGH)
    picture = Image.new("RGB" if photo else "1", size, (196, 210, 222) if photo else 1)
    pen = ImageDraw.Draw(picture)
    if photo:
        pen.rectangle((0, size[1] * 2 // 3, size[0], size[1]), fill=(150, 134, 118))
        for place in range(7):
            left = 60 + place * 95
            pen.ellipse((left, 300, left + 46, 346), fill=(92, 84, 78))
            pen.rectangle((left - 12, 346, left + 58, 440), fill=(70, 88, 112))
    for place, (line, dots) in enumerate(_sized(sheet.pages[0], sheet)):
        font = ImageFont.truetype(FONTS / "ClusterkitSansSC-Regular.otf", dots * 2 - 6)
        pen.text((EDGE, EDGE + place * EDGE), line, fill=(30, 30, 30) if photo else 0, font=font)
    options = {"quality": 60} if photo else {"optimize": True}
    picture.save(path, **options)
