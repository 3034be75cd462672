"""Make the two fonts of the charts: a static subset of Noto Sans CJK SC, regular and bold.

Run as ``python clusterkit/charts/data/make_font.py [FOLDER]``; FOLDER holds ``NotoSansCJK-Regular.ttc`` and
``NotoSansCJK-Bold.ttc`` (Debian: package fonts-noto-cjk, its default folder is the one taken here).

The characters are those of 《通用规范汉字表》 (2013: 8,105 characters; the registered name of an enterprise may
hold no others), GB 2312 with its punctuation, and Latin with the signs of units. Layout tables and hinting are
left out: charts need neither. The subset has a family name of its own, so that it is never mistaken for a Noto
Sans SC that is installed (a variable one is drawn hairline thin).
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto")
FAMILY = "Clusterkit Sans SC"
SC = 2  # the simplified Chinese font of the collection
HERE = Path(__file__).parent
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180))
SIGNS = "²³㎡℃℉Ωμ‰–—―‘’“”…•·†‡←↑→↓⇒≈≠≤≥±×÷−∞√□■○●◇◆△▲▽▼★☆〇〓〔〕【】《》「」『』①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢ⅠⅡⅢⅣⅤⅥ￥＄％"
DROPPED = ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]


def characters() -> set[int]:
    """Return the code points that the fonts have a glyph for."""
    listed = (HERE / "characters.txt").read_text("utf-8")
    gb2312 = (code for code in range(0x10000) if _encodes(chr(code)))
    return {*map(ord, listed), *gb2312, *LATIN, *map(ord, SIGNS)} - {ord("\n")}


def _encodes(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def make(source: Path, weight: str, target: Path) -> None:
    """Write the subset of one weight."""
    options = subset.Options(
        font_number=SC, layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14], name_languages=[0x409],
    )  # fmt: skip
    options.drop_tables += DROPPED
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    _rename(font, weight)
    font.save(target, reorderTables=True)


def _rename(font: TTFont, weight: str) -> None:
    post = f"{FAMILY.replace(' ', '')}-{weight}"
    names = {
        1: FAMILY,
        2: weight,
        3: f"{post};{font['name'].getDebugName(5)}",
        4: f"{FAMILY} {weight}",
        6: post,
    }
    for key, value in names.items():
        font["name"].removeNames(nameID=key)
        font["name"].setName(value, key, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [post]
    cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = names[4], FAMILY


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    for name in ("Regular", "Bold"):
        written = HERE / f"{FAMILY.replace(' ', '')}-{name}.otf"
        make(folder / f"NotoSansCJK-{name}.ttc", name, written)
        print(f"{written}: {written.stat().st_size / 1e6:.2f} MB")
