"""Figures in Chinese numerals: 三千五百, 一亿二千万元, 壹佰贰拾万元整."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMERALS = re.compile(
    r"([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億点]+)([^零〇一二两三四五六七八九]*)"
)
_LARGE = re.compile(r"[万亿萬億]")


def read_numerals(said: str) -> tuple[Decimal, str, bool] | None:
    """Return the number, what stands behind it, and whether it is written out down to its ones (一亿二千万).

    Examples
    --------
    >>> read_numerals("三千五百"), read_numerals("十五万元")
    ((Decimal('3500'), '', False), (Decimal('150000'), '元', True))
    >>> read_numerals("三百余") is None, read_numerals("一百二") is None
    (True, True)
    """
    found = _NUMERALS.fullmatch(said.removesuffix("整"))
    if found is None or found[2].startswith(("余", "多", "来")):
        return None
    import cn2an  # it takes a quarter of a second to load, and few lists need it

    numerals = found[1].replace("两", "二").replace("〇", "零").replace("萬", "万").replace("億", "亿")
    try:
        value = Decimal(str(cn2an.cn2an(numerals, "strict")))
    except ValueError:
        return None
    return value, found[2].replace("圆", "元"), bool(_LARGE.search(numerals))
