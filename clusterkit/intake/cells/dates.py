"""Dates, years and terms, in every spelling that lists have."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta

from clusterkit.intake.cells.reading import BLANK, Reading
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, is_absent

_ENDLESS = {"长期", "长期有效", "永久", "永久有效", "无固定期限", "不限", "无期限", "持续有效"}
_CHINESE = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_FULL = re.compile(
    r"((?:19|20)\d\d)(?:年|[-/.、])(\d{1,2})(?:月|[-/.、])(\d{1,2})(?:日|号)?(?:[t星周(].*|\d{1,2}[:时].*)?",
    re.I,
)
_CLOSED = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(\d\d)")
_MONTH = re.compile(r"((?:19|20)\d\d)(?:年|[-/.])(\d{1,2})(?:月份?|月底|月末)?")
_CLOSED_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年度|年末|年底|年)?")
_NOT_THEN = re.compile(
    r"[未不没非]|取消|撤销|终止|失效|暂缓|拟"
)  # such words say that it was not, whatever the year
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE = re.compile(r"\s*(?:至|到|—+|–|~|～|－|-{2,}|\s-\s)\s*")
_YEARS = re.compile(r"((?:19|20)\d\d)年?度?[-—–~～至到]+((?:19|20)\d\d)年?度?")
_AGO = re.compile(r"^(?:有效期)?(?:截至|截止|截止到|截至到|至|到|自|从|起)|(?:止|前|起|之前|有效|到期)$")
_TENTH = re.compile(r"(?:19|20)\d\d\.1")  # as a number 2024.10 is 2024.1
_SERIAL = (20_000, 80_000)  # 1954 to 2119 as Excel counts days
_EXCEL_ZERO = date(1899, 12, 30)


def read_date(cell: Cell) -> Reading:
    """Return the date of a cell; a bare year or month is its first day, of a range the first day counts.

    Examples
    --------
    >>> read_date("2024年5月1日").value, read_date("20240501").value, read_date(45413.0).value
    (datetime.date(2024, 5, 1), datetime.date(2024, 5, 1), datetime.date(2024, 5, 1))
    """
    return _read(cell, first=True)


def read_until(cell: Cell) -> Reading:
    """Return the last day of a term; a bare year is its 31 December, 长期 never ends.

    Examples
    --------
    >>> read_until("2024").value, read_until("2021年5月-2024年5月").value, read_until("长期").value
    (datetime.date(2024, 12, 31), datetime.date(2024, 5, 31), datetime.date(9999, 12, 31))
    """
    return _read(cell, first=False)


def read_year(cell: Cell) -> Reading:
    """Return the year of a cell; of a range the first, with its end in ``until``.

    Examples
    --------
    >>> read_year("2024年度").value, read_year(2024.0).value, read_year("2021-2024").until
    (2024, 2024, datetime.date(2024, 12, 31))
    """
    if isinstance(cell, (date, datetime)):
        return Reading(cell.year)
    said = _said(cell)
    if is_absent(said):
        return BLANK
    if found := _YEARS.fullmatch(said):
        if found[1] <= found[2]:
            return Reading(int(found[1]), until=date(int(found[2]), 12, 31))
    elif day := _day(said, first=True):
        return Reading(day.year)
    elif (begin := _end_of_range(str(cell), first=True)) and (end := _end_of_range(str(cell), first=False)):
        return Reading(begin.year, until=end)
    years = set() if _NOT_THEN.search(said) else set(_ANY_YEAR.findall(said))
    return (
        Reading(int(years.pop()))
        if len(years) == 1
        else Reading(fault="year_unreadable", values={"value": str(cell)})
    )


def _read(cell: Cell, *, first: bool) -> Reading:
    if isinstance(cell, datetime):
        return Reading(cell.date())
    if isinstance(cell, date):
        return Reading(cell)
    if isinstance(cell, float) and _TENTH.fullmatch(repr(cell)):
        return Reading(fault="date_month_unclear", values={"value": repr(cell), "year": repr(cell)[:4]})
    said = _said(cell)
    if is_absent(said):
        return BLANK
    if said in _ENDLESS and not first:
        return Reading(date.max)
    day = _day(said, first=first) or _end_of_range(str(cell), first=first)
    return Reading(day) if day else Reading(fault="date_unreadable", values={"value": str(cell).strip()})


def _said(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    said = compact(re.sub(r"(?<=\d)\s+(?=\d{1,2}:)", "t", text.strip())).translate(_CHINESE)
    return _AGO.sub("", _ten(said))


def _ten(said: str) -> str:
    """Read 十 in a month or day: 十月 10月, 十二月 12月, 二十日 20日."""
    said = re.sub(r"([123])十(\d)", r"\1\2", said)
    said = re.sub(r"([123])十", r"\g<1>0", said)
    return re.sub(r"十(\d)", r"1\1", said).replace("十", "10")


def _day(said: str, *, first: bool) -> date | None:
    for pattern in (_FULL, _CLOSED):
        if found := pattern.fullmatch(said):
            return _calendar(int(found[1]), int(found[2]), int(found[3]))
    for pattern in (_MONTH, _CLOSED_MONTH):
        if found := pattern.fullmatch(said):
            year, month = int(found[1]), int(found[2])
            if not 1 <= month <= 12:
                return None
            return date(year, month, 1 if first else calendar.monthrange(year, month)[1])
    if found := _YEAR.fullmatch(said):
        return date(int(found[1]), 1, 1) if first else date(int(found[1]), 12, 31)
    if said.isdigit() and _SERIAL[0] <= int(said) <= _SERIAL[1]:
        return _EXCEL_ZERO + timedelta(days=int(said))
    return None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end_of_range(text: str, *, first: bool) -> date | None:
    """Return the first or the last day of ``2021年5月1日至2024年4月30日``, ``2024-05-01 - 05-03``."""
    said = compact(text)
    if found := _YEARS.fullmatch(said):
        return date(int(found[1]), 1, 1) if first else date(int(found[2]), 12, 31)
    parts = [part for part in _RANGE.split(text.strip()) if part]
    if len(parts) != 2:
        parts = said.split("-") if said.count("-") == 1 else []
    if len(parts) != 2:
        return None
    start, end = (_said(part) for part in parts)
    begin = _day(start, first=True)
    if begin is None:
        return None
    if first:
        return begin if _day(end, first=True) or re.fullmatch(r"[\d月日号./-]+", end) else None
    if end in _ENDLESS:
        return date.max
    return _day(end, first=False)
