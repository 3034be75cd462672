"""The fonts that ship: static, small, licensed, with every character that a Chinese company may be called by."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import clusterkit.charts
from clusterkit.charts.font import FAMILY, UNKNOWN, characters, drawable, drawable_lines

DATA = Path(clusterkit.charts.__file__).parent / "data"
FONTS = sorted(DATA.glob("*.otf"))


def gb2312():
    rows = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(sign) for code in rows for sign in code.decode("gb2312", errors="ignore")}


DRAWN = [
    ("天津海河传感技术有限公司", "天津海河传感技术有限公司"),
    ("甲\t乙\n丙", "甲 乙 丙"),
    ("甲\u200b乙\ufeff", "甲乙"),
    ("天津𠮷祥🚀", f"天津{UNKNOWN}祥{UNKNOWN}"),
    ("𬭩", "𬭩"),  # a character of the list beyond 16 bits
    ("\ue000", UNKNOWN),
    ("“专精特新”（Ⅱ期）℃㎡μ—…《》·", "“专精特新”（Ⅱ期）℃㎡μ—…《》·"),
]


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_is_static_and_has_what_it_should(font):
    opened = TTFont(font)
    assert "fvar" not in opened
    assert opened["name"].getDebugName(1) == FAMILY
    assert "SIL Open Font License" in opened["name"].getDebugName(13)
    listed = {ord(sign) for sign in (DATA / "characters.txt").read_text("utf-8") if sign != "\n"}
    assert len(listed) == 8105
    assert listed | gb2312() <= set(opened.getBestCmap())


def test_both_weights_are_there_within_five_megabytes():
    assert [TTFont(font)["OS/2"].usWeightClass for font in FONTS] == [700, 400]
    assert sum(font.stat().st_size for font in FONTS) < 5_000_000


def test_the_licence_lies_beside_them():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (DATA / "OFL.txt").read_text("utf-8")


def test_what_is_drawn_is_what_both_fonts_have():
    assert characters() == frozenset.intersection(*(frozenset(TTFont(font).getBestCmap()) for font in FONTS))
    assert ord(UNKNOWN) in characters()


@pytest.mark.parametrize(("text", "expected"), DRAWN)
def test_no_character_becomes_a_box(text, expected):
    assert drawable(text) == expected


def test_lines_stay_lines():
    assert drawable_lines("甲\n乙\u200b") == "甲\n乙"
