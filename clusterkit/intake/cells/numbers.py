"""Numbers: thousands separators, full-width digits, inner blanks, units beside the figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from clusterkit.intake.cells.numerals import read_numerals
from clusterkit.intake.cells.reading import BLANK, Reading
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact, is_absent
from clusterkit.tables import units

_NUMBER = re.compile(
    r"""(?P<sign>[-−–+]?)(?P<open>\()?(?P<money>[¥$￥]|rmb|usd|人民币|美元)?(?P<minus>-?)
        (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)
        (?P<unit>[^\d\s()]*)(?P<close>\))?""",
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT = re.compile(
    r"^(?:[≥≤><~≈]=?|大约|约为|约|接近|将近|近|超过|超|逾|不足|不到|至少|最多|多达|高达|达到|达)|(?:左右|上下|以上|以下|以内|[多余来几])(?=[^\d]*$)|[+＋]$"
)
_OLD = str.maketrans("億萬", "亿万")
_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}  # before 万 and 亿: 3千万元, 2万亿元
_SPOKEN = (
    (re.compile(r"(?<=[\d千百十万])个(?=[万亿])"), ""),
    (re.compile(r"(?<=\d)w(?=元?$)", re.I), "万"),
    (re.compile(r"[;。、]+$"), ""),
)
_UNIT_IN_BRACKETS = re.compile(r"(?<=\d)\(([^()\d]+)\)$")
_MONEY = {
    **dict.fromkeys(("¥", "￥", "rmb", "人民币"), "人民币"),
    **dict.fromkeys(("$", "usd", "美元"), "美元"),
}
_ZEROS = {"零": "0", "〇": "0"}


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number and the unit that stood beside it."""

    value: Decimal
    unit: str | None = None


def read_number(text: str, measured_in: str | None = None) -> Number | None:
    """Return the number that a text is, or None where it is none.

    Parameters
    ----------
    text
        What the cell says.
    measured_in
        The field's unit, which tells what a bare 万 or $ means.

    Examples
    --------
    >>> read_number("１，２３４．５ 万元")
    Number(value=Decimal('1234.5'), unit='万元')
    >>> read_number("(120)").value, read_number("约3亿") is None
    (Decimal('-120'), True)
    >>> read_number("0.8个亿", "万元").unit, read_number("5000w", "万元").unit, read_number("1.5万亿元").value
    ('亿元', '万元', Decimal('15000.0'))
    """
    said = compact(text).replace("，", ",").replace("'", "").replace("’", "").translate(_OLD)
    for pattern, meant in _SPOKEN:
        said = pattern.sub(meant, said)
    said = _UNIT_IN_BRACKETS.sub(r"\1", _ZEROS.get(said, said))
    said = said.removesuffix("整") if said.endswith("元整") else said
    found = _NUMBER.fullmatch(said)
    if not found:
        return _in_numerals(said, measured_in)
    if bool(found["open"]) != bool(found["close"]):
        return None
    times, said = _times(found["unit"])
    unit = _unit(found["money"] or "", said, measured_in)
    if unit is None and (said or found["money"]):
        return None
    value = Decimal(found["digits"].replace(",", "")) * times
    negative = (found["sign"] in "-−–" and found["sign"] != "") or found["minus"] or found["open"]
    return Number(-value if negative else value, unit or None)


def _times(said: str) -> tuple[int, str]:
    """Return how many of the unit behind it a word counts: 千万元 are a thousand 万元."""
    if said[:1] in _TIMES and said[1:2] in {"万", "亿"}:
        return _TIMES[said[0]], said[1:]
    return 1, said


def _in_numerals(said: str, measured_in: str | None) -> Number | None:
    """Read Chinese numerals; 一亿二千万 without a unit is counted in ones (元, 人)."""
    found = read_numerals(said)
    if found is None:
        return None
    value, behind, whole = found
    if not behind and whole and measured_in:
        measures = units()[measured_in].measures
        return Number(
            value, next(one.id for one in units().values() if one.measures == measures and one.size == 1)
        )
    unit = read_unit(behind, measured_in) if behind else None
    return None if behind and unit is None else Number(value, unit)


def read_about(text: str, measured_in: str | None = None) -> str | None:
    """Return the figure that a text gives only roughly (约500万, 3亿多), as it would be written; None for other texts.

    Examples
    --------
    >>> read_about("约500万", "万元"), read_about("3亿左右", "万元"), read_about("500-800", "万元")
    ('500万', '3亿', None)
    """
    said = compact(text).translate(_OLD)
    bare = _ABOUT.sub("", said)
    return bare if bare != said and read_number(bare, measured_in) else None


def read_plain(cell: object) -> Reading:
    """Return a figure whose unit stands in another column: the number as it is written.

    Examples
    --------
    >>> read_plain(" 1,234.5").value, read_plain("—").value, read_plain("三成").fault
    (1234.5, None, 'amount_unreadable')
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Reading(float(cell))
    text = "" if cell is None else str(cell)
    if is_absent(text):
        return BLANK
    found = read_number(text, "%")
    if found is None:
        return Reading(fault="amount_unreadable", values={"value": text})
    return Reading(float(found.value))


def _unit(money: str, said: str, measured_in: str | None) -> str | None:
    """Return the unit beside a number; None where there is none or it is not one.

    A sign of money alone says which money, not how much of it: in a column of 万元 ¥3,000 are 万元.
    """
    if money and not said and measured_in and units()[measured_in].measures == _MONEY.get(money.lower()):
        return ""
    if money.lower() in {"$", "usd", "美元"}:
        return read_unit(f"{said.removesuffix('美元')}美元")
    if money:
        return read_unit(f"{said.removesuffix('元')}元")
    return read_unit(said, measured_in) if said else None
