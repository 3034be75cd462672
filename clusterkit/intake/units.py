"""Where a unit is recognised: a header's bracket or end, a sheet's note, a word beside a number."""

from __future__ import annotations

import re
from functools import cache

from clusterkit.intake.vocabulary import compact
from clusterkit.tables import units

# What a bare 万 or 亿 counts depends on what the column measures.
_BARE = {
    "万": {"人数": "万人", "每年人数": "万人/年"},
    "百万": {"人民币": "百万元", "美元": "百万美元"},
    "千": {"人民币": "千元"},
}
_NOTE = re.compile(
    r"(?:货币|金额|数据|计量)?单位(?:均|都|全|统一|一律)?[:：为是按以]?((?:(?!(?:货币|金额|数据|计量)?单位)[^。;；\n])*)"
)
_BEHIND = re.compile(r"\(([^()]+)\)$")  # a title ends in the unit of all its figures
_SPLIT = re.compile(r"[、,，;；和与或]|(?<![人次])/(?!年)")
_LEAD = re.compile(
    r"^(?:货币|金额|数据|计量)?单位[:：]?(?:为|是)?|^(?:以|按)|(?:计|为单位)$|^人民币(?=[万亿千百]?元)|人民币$"
)


@cache
def _spellings() -> dict[str, str]:
    return {compact(spelling).casefold(): unit.id for spelling, unit in units().items()}


def read_unit(text: str, measured_in: str | None = None) -> str | None:
    """Return the unit that ``text`` is, or None.

    Parameters
    ----------
    text
        A unit and nothing else: ``万元``, ``单位：亿元``, ``人民币万元``.
    measured_in
        The unit of the field, which tells what a bare 万 counts.

    Examples
    --------
    >>> read_unit("单位：万 元"), read_unit("万", "人"), read_unit("万", "万元"), read_unit("法人")
    ('万元', '万人', '万元', None)
    >>> read_unit("万", "万美元") is None
    True
    """
    said = compact(text).casefold()
    measures = units()[measured_in].measures if measured_in else None
    if said in _BARE and measures in _BARE[said]:
        return _BARE[said][measures]
    if said in {"万", "亿", "千", "百万"} and measures not in (None, "人民币"):
        return None
    return _spellings().get(said) or _spellings().get(_LEAD.sub("", said))


def units_in_note(text: str) -> tuple[str, ...]:
    """Return the units that a note such as ``单位：万元、人`` names, for the whole sheet.

    Examples
    --------
    >>> units_in_note("填报单位：某局   计量单位：万元、人")
    ('万元', '人')
    >>> units_in_note("各区企业产值（万元）"), units_in_note("单位名称：某局")
    (('万元',), ())
    """
    found: list[str] = []
    said = compact(text)
    if (behind := _BEHIND.search(said)) and (unit := read_unit(behind[1])):
        found.append(unit)
    for match in _NOTE.finditer(said):
        for part in _SPLIT.split(match[1].strip("()[]【】")):
            if unit := read_unit(part.strip("()[]【】")):
                found.append(unit)
    return tuple(dict.fromkeys(found))


def fitting(candidates: tuple[str, ...], measured_in: str) -> str | None:
    """Return the one unit among ``candidates`` that measures what ``measured_in`` does.

    RMB stands in for USD and the other way round where nothing else fits: the amount is then converted.
    """
    known = units()
    same = [unit for unit in candidates if known[unit].measures == known[measured_in].measures]
    money = {"人民币", "美元"}
    if not same and known[measured_in].measures in money:
        same = [unit for unit in candidates if known[unit].measures in money]
    return same[0] if len(same) == 1 else None


@cache
def trailing_unit() -> re.Pattern[str]:
    """Return the pattern of a unit at the end of a header: ``产值/万元``, ``产值：亿元``, ``产值万元``."""
    words = sorted(_spellings(), key=len, reverse=True)
    clear = [word for word in words if len(word) > 1 and not word.isascii()] + ["%"]
    any_word = "|".join(map(re.escape, words))
    return re.compile(
        rf"(?:[/:：\-—_,，、|~]+(?:单位[:：]?)?({any_word})|单位[:：]?({any_word})|({'|'.join(map(re.escape, clear))}))$",
        re.IGNORECASE,
    )
