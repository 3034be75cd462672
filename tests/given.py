"""Rows of settled tables: a base row per table that counts, and cases laid side by side as groups.

A case is a few rows that change base rows. All cases of one scope are computed in one pass, each as a group of
its own, so that every rule is tried on every engine without thousands of runs.
"""

import datetime as dt
from typing import Any, NamedTuple

import pandas as pd

import clusterkit as ck
from clusterkit.tables import tables as all_tables
from frames import plain

DAY = dt.date(2024, 5, 6)
SCOPE = {"industries": ("39", "65"), "districts": ("西青区",)}
IN = {"industry_code": "3973", "district": "西青区"}
COMPANY = "天津甲传感有限公司"
ROWS: dict[str, dict[str, Any]] = {
    "enterprises": {"uscc": "A", "name": COMPANY, **IN, "status": "存续", "above_scale": True, "year": 2024},
    "recognitions": {"kind": None, "name": COMPANY, "uscc": "A", "item": None, "level": None, "year": 2024, "valid_until": None,
                     "review_year": None, "category": None},
    "carriers": {"name": "甲实验室", "owner": COMPANY, "owner_uscc": "A", "level": "国家级", "kind": "国家重点实验室",
                 "district": None, "year": 2020, "related": True},
    "patents": {"number": "US1", "applicant": COMPANY, "applicant_uscc": "A", "route": "PCT", "granted": DAY, "district": None},
    "standards": {"number": "GB/T 1-2020", "kind": "国家标准", "role": "主导", "status": "现行", "organisation": COMPANY,
                  "organisation_uscc": "A", "district": None},
    "talents": {"person": "甲", "level": "国家级", "academician": None, "organisation": COMPANY, "organisation_uscc": "A",
                "district": None, "year": 2020, "related": True},
    "service_platforms": {"name": "甲平台", "national": True, "kind": "中试服务", "builder": COMPANY, "builder_uscc": "A"},
    "funds": {"name": "甲基金", "size": 10.0, "comprehensive": False, "supporting_size": None},
    "activities": {"date": DAY, "name": "对接会"},
    "leading_enterprises": {"name": COMPANY, "uscc": "A"},
    "academicians": {"person": "甲"},
    "carrier_partners": {"name": "甲中心", "level": "市级"},
    "institutions": {"name": "西青研究院", "uscc": "I", "district": "西青区", "fdi": None, "other_foreign_investment": None,
                     "foreign_loans": None},
}  # fmt: skip
REGISTER = [
    {},
    {"uscc": "B", "name": "天津乙电子有限公司"},
    {"uscc": "W", "name": "天津武清电子有限公司", "district": "武清区"},
    {"uscc": "X", "name": "天津注销电子有限公司", "status": "注销"},
]
INSTITUTIONS = [
    {},
    {"uscc": "J", "name": "武清研究院", "district": "武清区"},
    {"uscc": "K", "name": "某研究院", "district": None},
]
_CODES = ("uscc", "owner_uscc", "applicant_uscc", "organisation_uscc", "builder_uscc", "_id")


class Case(NamedTuple):
    """What is given, of which indicator what is expected, in which scope."""

    words: str
    indicator: str
    expected: float | None
    tables: dict[str, list[dict[str, Any]]]
    scope: dict[str, Any]


def case(words, indicator, expected, scope=None, **tables):
    """Make a case; the register and the institutions are there unless given."""
    given = {"enterprises": REGISTER, "institutions": INSTITUTIONS, **tables}
    return Case(words, indicator, expected, given, {**SCOPE, **(scope or {})})


def rows(table, changes, mark=""):
    """Return whole rows; ``mark`` sets the codes of one case apart from those of the others."""
    return [_marked({**ROWS[table], **change}, mark) for change in changes]


def _marked(row, mark):
    codes = {name: f"{row[name]}{mark}" for name in _CODES if row.get(name) is not None}
    return {**row, **codes, "case": mark} if mark else row


def scope(reference_year=2024, **settings):
    return ck.Scope(reference_year, **settings)


def answers(guide, engine, cases):
    """Return what each case gives for its indicator, by its words: one pass for all cases of a scope."""
    found: dict[str, float | None] = {}
    for settings in {repr(one.scope): one.scope for one in cases}.values():
        mine = {f"#{number}": one for number, one in enumerate(cases) if one.scope == settings}
        tables: dict[str, list[dict[str, Any]]] = {}
        for mark, one in mine.items():
            for table, changes in one.tables.items():
                tables.setdefault(table, []).extend(rows(table, changes, mark))
        frames = {table: engine(listed) for table, listed in tables.items()}
        only = sorted({one.indicator for one in mine.values()})
        for row in plain(ck.compute(guide, frames, _by_hand(settings, tables), by="case", only=only)):
            one = mine[row["case"]]
            found[f"{one.indicator}: {one.words}"] = row[one.indicator]
    return found


def expected(cases):
    """Return what each case should give, by its words (each case has its own)."""
    wanted = {f"{one.indicator}: {one.words}": one.expected for one in cases}
    assert len(wanted) == len(cases), "two cases bear the same words"
    return wanted


def _by_hand(settings, tables):
    """Return the scope; a code that was included or excluded is so in every case that has it."""
    codes = [row["uscc"] for row in tables.get("enterprises", ()) if row["uscc"] is not None]
    marked = {
        key: [code for given in settings[key] for code in (given, *codes) if code.split("#")[0] == given]
        for key in ("include", "exclude")
        if key in settings
    }
    return scope(**{**settings, **marked})


def settled(**tables):
    """Return settled pandas frames as matching leaves them: every field, bookkeeping, whose a row is."""
    return {name: _settled(name, changes) for name, changes in tables.items()}


def _settled(name, changes):
    table = all_tables()[name]
    listed = [{**ROWS[name], **change} for change in changes]
    frame = pd.DataFrame({field: [row.get(field) for row in listed] for field in _columns_of(table, listed)})
    numbers = range(len(listed))
    defaults = {"_row": list(numbers), "_file": f"{table.name}.xlsx", "_sheet": "Sheet1", "_line": [number + 2 for number in numbers],
                "_unknown": "", "_priority": 0, "_note": ""}  # fmt: skip
    for key, value in defaults.items():
        default = pd.Series(value, index=frame.index)
        frame[key] = frame[key].where(frame[key].notna(), default) if key in frame else default
    if name in ("enterprises", "institutions") and "_id" not in frame:
        frame["_id"] = frame["uscc"].where(frame["uscc"].notna(), "名称:" + frame["name"].astype(str))
    if table.owner and "_owner" not in frame:
        code = frame[table.owner_code or "uscc"]
        frame = frame.assign(_id=code, _owner=["enterprise" if known else "assumed" for known in code.notna()], _owner_note=None)  # fmt: skip
    return _typed(frame, table)


def _columns_of(table, listed):
    return dict.fromkeys([*table.fields, *(name for row in listed for name in row)])


def _typed(frame, table):
    kinds = {
        "amount": "float64",
        "year": "Int64",
        "boolean": "boolean",
        "date": "datetime64[s]",
        "until": "datetime64[s]",
    }
    return frame.astype({name: kinds.get(field.type, object) for name, field in table.fields.items()})
