"""How high a row must be for its texts, said so that it still grows when somebody types more."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from clusterkit.edited.shape import Sheet

_LINE, _PAD = 15.0, 3.0  # points
_WIDE = 2.1  # of Excel's characters that a Chinese one takes
_MOST = 409.0  # points that Excel allows
_MOMENT = (1980, 1, 1, 0, 0, 0)


def row_height(sheet: Sheet, row: Sequence[str]) -> float:
    """Return the height of a row in points.

    Examples
    --------
    >>> sheet = Sheet("附表1", ("企业", "产品"), (20, 10))
    >>> row_height(sheet, ["甲公司", "芯片"]), row_height(sheet, ["甲公司", "压力传感器和流量仪表"])
    (18.0, 48.0)
    """
    lines = max(_lines(text, width) for text, width in zip(row, sheet.widths, strict=True))
    return min(_PAD + _LINE * lines, _MOST)


def _lines(text: str, width: float) -> int:
    return sum(max(1, math.ceil(_length(line) / (width - 1))) for line in text.split("\n"))


def _length(text: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(sign) in "WFA" else 1.0 for sign in text)


def growing(data: bytes) -> bytes:
    """Return a workbook whose rows may grow: their heights are known, but nobody has fixed them."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = part.replace(b' customHeight="1"', b"")
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, part)
    return stream.getvalue()
