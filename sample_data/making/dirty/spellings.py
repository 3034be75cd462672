"""How people write what the clean lists write in one way: figures, codes, names."""

from __future__ import annotations

from decimal import Decimal

import cn2an

_LOOK_ALIKES = dict(
    zip(
        "垣坪壤嵩峤崴帆弦彬忱恺惟慎抒攸旌昱晔曜朔杼桢栩梓棠榆槿樾歆毓沅泽洵浔涵淳渊漪潼灏炅烨煜熠屿坤",
        "恒评攘蒿桥葳凡炫杉沈凯维镇舒悠旋昊烨耀溯抒祯翔辛堂渝瑾越韵育元译询寻函醇源琦瞳颢炯晔昱翼与坦",
        strict=True,
    )
)


def wide(text: str) -> str:
    """Write letters and digits full-width."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


def in_words(number: int) -> str:
    """Write a number in Chinese numerals."""
    return str(cn2an.an2cn(str(number), "low"))


def thousands(number: float) -> str:
    """Write a number with separators."""
    return f"{number:,}"


def shifted(number: float, places: int) -> float | int:
    """Return a number in a unit that is smaller by ``places`` powers of ten (larger where negative), exactly."""
    moved = Decimal(repr(number)).scaleb(places)
    return int(moved) if moved == moved.to_integral_value() else float(moved)


def misspelt(name: str) -> str:
    """Write one character of a company's brand wrong, as who types from hearing does."""
    return name[:3] + _LOOK_ALIKES[name[3]] + name[4:]


def brackets_moved(name: str) -> str:
    """Write 天津 in brackets behind the name, as trade registers of other cities do."""
    return (
        name[2:].replace("有限公司", "（天津）有限公司")
        if name.startswith("天津") and "（" not in name
        else name
    )
