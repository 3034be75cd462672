"""A start and an end in one cell: every spelling, split to the two fields of a list of projects."""

import pytest

from clusterkit.intake.cells.periods import read_period

SPELLINGS = [
    ("2024.03-2026.12", ("2024.03", "2026.12")),
    ("2024年3月至2026年底", ("2024年3月", "2026年底")),
    ("2024-03-2026-12", ("2024-03", "2026-12")),
    ("2024-03至2026-12", ("2024-03", "2026-12")),
    ("2024/3/1-2026/12/31", ("2024/3/1", "2026/12/31")),
    ("202403-202612", ("2024-03", "2026-12")),
    ("20240301-20261231", ("2024-03", "2026-12")),
    ("2024年3—12月", ("2024年3月", "2024年12月")),
    ("2024年3月－12月", ("2024年3月", "2024年12月")),
    ("2024年3月至年底", ("2024年3月", "2024年底")),
    ("2024-2026", ("2024年", "2026年")),
    ("2024—2026年", ("2024年", "2026年")),
    ("预计 2024 年 3 月 至 2026 年 12 月 建成", ("2024年3月", "2026年12月")),
    ("2024年3月～2026年12月（34个月）", ("2024年3月", "2026年12月")),
    ("2024年一季度至2025年四季度", ("2024年一季度", "2025年四季度")),
    ("自2024年3月起", ("2024年3月", "")),
    ("2024年3月至今", ("2024年3月", "")),
    ("2024-03", None),
    ("2024-10-12", None),
    ("2024.3-12", None),  # the 12th of March, or from March to December
    ("24个月", None),
    ("在建", None),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS)
def test_a_period(text, expected):
    assert read_period(text) == expected


def projects(read, raw, xlsx, *columns, cells):
    xlsx(raw / "重点项目.xlsx", [["项目名称", "承担单位", *columns], ["甲项目", "甲公司", *cells]])
    received = read()
    [row] = received.tables["projects"].to_dict("records")
    return row.get("start"), row.get("end"), {one.code for one in received.findings}


CASES = [
    ("in one column", ["建设起止时间"], ["2024.03-2026.12"], "2024.03", "2026.12", False),
    ("below the header of the start", ["开工时间"], ["2024.03-2026.12"], "2024.03", "2026.12", False),
    ("with an end of its own", ["建设周期", "竣工时间"], ["2024.03-2026.12", "2027.06"], "2024.03", "2027.06", False),
    ("a duration", ["建设周期"], ["24个月"], "24个月", None, True),
    ("nothing", ["建设周期"], [None], None, None, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "cells", "start", "end", "told"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_projects_get_their_start_and_end(read, raw, xlsx, columns, cells, start, end, told):
    *dates, codes = projects(read, raw, xlsx, *columns, cells=cells)
    assert dates == [start, end]
    assert ("period_not_split" in codes) == told
