"""``cluster.toml`` for the next year: who and where stays, figures and rates of last year wait as comments."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from typing import Any

import tomlkit

from clusterkit.errors import WorkspaceError
from clusterkit.guide import Guide
from clusterkit.guide.locator import KeyPath, positions
from clusterkit.workspace.load import FILE
from clusterkit.workspace.takeover.report import Takeover

_OF_LAST_YEAR = {
    "declared": "部门认定的总数是 {year} 年的，改成了注释；有新的再写",
    "rates": "汇率是 {year} 年的，改成了注释；有新的再写",
    "evidence": "申报信息表里印不印佐证页码，是按上年的要求定的，改成了注释；问过受理部门再写",
}
_REPORTED = ("office_area", "full_time_staff")
_PEOPLE = (
    "head",
    "head_title",
    "contact",
    "contact_department",
    "contact_title",
    "phone",
    "mobile",
    "fax",
    "email",
)


def settings_for(text: str, guide: Guide, named: str, report: Takeover) -> str:
    """Return the settings of the next year; what was done with them is added to the report.

    Parameters
    ----------
    text
        Last year's settings.
    guide, named
        The guide of the next year, and how its settings name it.

    Raises
    ------
    WorkspaceError
        If the figures of last year cannot be told from the rest.
    """
    data = tomllib.loads(text)
    year = int(data["reference_year"])
    unknown = [
        ("interpretation", key) for key in data.get("interpretation", {}) if not _is_choice(key, data, guide)
    ]
    gone: list[KeyPath] = [*((name,) for name in _OF_LAST_YEAR if name in data), *unknown]
    new = tomlkit.parse(commented(text, gone))
    new["reference_year"] = year + 1
    new["guide"] = named
    if "reference_date" in data:
        new["reference_date"] = _next_year(data["reference_date"])
    report.taken.append(f"{FILE}：集群、组织单位、促进组织和口径；上年度由 {year} 改为 {year + 1}。")
    report.left += [
        f"{FILE}：{said.format(year=year)}。" for name, said in _OF_LAST_YEAR.items() if name in data
    ]
    report.left += [f"{FILE}：口径 {key} 不合新指南，改成了注释。" for _, key in unknown]
    report.confirm += _to_confirm(data, guide, year)
    return _held(tomlkit.dumps(new), gone)


def _to_confirm(data: dict[str, Any], guide: Guide, year: int) -> Iterator[str]:
    """Yield what was kept and may be another in the new year."""
    if guide.year != year + 2:
        yield f"{FILE}：指南仍是 {guide.year} 年的（{guide.id}）；{year + 2} 年的通知出来后，请逐条核对有没有变。"
    if any(name in data.get("organisation", {}) for name in _REPORTED):
        yield f"{FILE}：促进组织自报的办公面积和专职人员数照上年保留，今年还是吗？"
    if any(name in data.get(part, {}) for part in ("government", "organisation") for name in _PEOPLE):
        yield f"{FILE}：组织单位和促进组织的负责人、联系人、电话照上年保留，换过人的请改。"
    dated = [
        f"{part}.{name}"
        for part in ("cluster", "government", "organisation")
        for name, value in data.get(part, {}).items()
        if str(year) in str(value) and name != "founded"
    ]
    if dated:
        yield f"{FILE}：{'、'.join(dated)} 里写着 {year}，照上年保留，请核对。"


def _is_choice(key: str, data: dict[str, Any], guide: Guide) -> bool:
    known = guide.interpretations.get(key)
    choices = [choice.value for choice in known.choices] if known and known.key else []
    return data["interpretation"][key] in choices


def _next_year(day: object) -> object:
    """Return the same day a year later: a 29 February becomes a 28."""
    year, month, date = (int(part) for part in re.findall(r"\d+", str(day))[:3])
    date = 28 if (month, date) == (2, 29) else date
    return tomlkit.date(f"{year + 1:04}-{month:02}-{date:02}")


def commented(text: str, keys: Collection[KeyPath]) -> str:
    """Return TOML with the lines of some keys, and of all below them, as comments.

    Examples
    --------
    >>> print(commented("a = 1\\n[rates.usd_cny]\\nvalue = 7\\n\\n[b]\\nc = 2", [("rates",)]))
    a = 1
    # [rates.usd_cny]
    # value = 7
    <BLANKLINE>
    [b]
    c = 2
    """
    lines = text.splitlines()
    for at in set(_lines_of(text, keys)):
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            lines[at] = f"# {lines[at]}"
    return "\n".join(lines) + ("\n" if text.endswith("\n") else "")


def _lines_of(text: str, keys: Collection[KeyPath]) -> Iterator[int]:
    """Yield the lines (0-based) of keys: a value goes on until the next key begins."""
    starts: dict[int, bool] = {}
    for path, line in positions(text).items():
        gone = any(path[: len(key)] == key for key in keys)
        starts[line - 1] = starts.get(line - 1, False) or gone
    ordered = sorted(starts)
    for start, end in zip(ordered, [*ordered[1:], text.count("\n") + 1], strict=True):
        if starts[start]:
            yield from (at for at in range(start, end) if at < len(text.splitlines()))


def _held(text: str, gone: Collection[KeyPath]) -> str:
    data = tomllib.loads(text)
    for path in gone:
        if len(path) == 1 and path[0] in data:
            raise WorkspaceError(f"去年的 cluster.toml 里“{path[0]}”的写法分不开，请先删去这一节再试。")
    return text
