"""A start and an end in one cell: “2024.03-2026.12”, “2024年3月至2026年底”."""

from __future__ import annotations

import re

from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact

_PART = r"(?:年?[初中末底]|年?[上下]半年|年?(?:第?[一二三四1-4]季度|Q[1-4]))"
_MONTH = r"(?:1[0-2]|0?[1-9])(?:月份?)?(?:[初中末底上旬]+)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:日|号)?"
_POINT = rf"(?:19|20)\d\d(?:(?:年|[./-]){_MONTH}(?:[./-]?{_DAY})?|年?度?{_PART}|年度?)?"
_LATER = rf"(?:1[0-2]|0?[1-9])月份?(?:[底末初]|{_DAY})?|年?[末底]"  # an end that leaves the year to the start
_BETWEEN = r"(?:年?起)?(?:至|到|[-—–~]+)(?:预计|计划)?"
_PERIOD = re.compile(rf"({_POINT}){_BETWEEN}({_POINT}|{_LATER})")
_MONTHS = re.compile(r"((?:19|20)\d\d)年(\d{1,2})[-—–~至到]+(\d{1,2})月份?")
_CLOSED = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(?:[0-3]\d)?[-—–~至到]+((?:19|20)\d\d)(0[1-9]|1[0-2])(?:[0-3]\d)?"
)
_AROUND = re.compile(
    r"^(?:建设期|建设周期|起止时间|预计|计划|拟|自|从)*[:：]?|(?:\([^()]*\)|止|完工|竣工|建成|完成|投产)*$"
)
_OPEN = re.compile(rf"({_POINT})(?:年?起(?:至今)?|至今|开工|启动|开始)")


def read_period(cell: Cell) -> tuple[str, str] | None:
    """Return the start and the end that a cell names, as written; an end that is open is empty.

    Returns
    -------
    tuple of str, or None
        None where the cell is no period: a single day, a duration, words.

    Examples
    --------
    >>> read_period("2024.03-2026.12"), read_period("2024年3月至2026年底")
    (('2024.03', '2026.12'), ('2024年3月', '2026年底'))
    >>> read_period("2024年3—12月"), read_period("2024—2026年"), read_period("自2024年3月起")
    (('2024年3月', '2024年12月'), ('2024年', '2026年'), ('2024年3月', ''))
    >>> read_period("2024-03") is None, read_period("24个月") is None
    (True, True)
    """
    said = _AROUND.sub("", compact(str(cell)))
    if found := _MONTHS.fullmatch(said):
        return f"{found[1]}年{found[2]}月", f"{found[1]}年{found[3]}月"
    if found := _CLOSED.fullmatch(said):
        return f"{found[1]}-{found[2]}", f"{found[3]}-{found[4]}"
    if found := _PERIOD.fullmatch(said):
        return _with_unit(found[1]), _with_unit(_with_year(found[2], found[1]))
    if found := _OPEN.fullmatch(compact(str(cell)).removeprefix("自").removeprefix("从")):
        return _with_unit(found[1]), ""
    return None


def _with_year(end: str, start: str) -> str:
    """Give an end the start's year where it names none: 2024年3月至12月."""
    if end.startswith(("19", "20")) and end[:4].isdigit():
        return end
    return f"{start[:4]}{'' if end.startswith('年') else '年'}{end}"


def _with_unit(point: str) -> str:
    return f"{point}年" if point.isdigit() else point
