"""Which year a figure is of and which unit it is in: by header, sheet, title, a neighbour, or asked."""

from math import nan

import pytest

N = "企业名称"
RATE = {"usd_cny": {"value": 7.2, "source": "外汇局", "date": "2024-12-31", "kind": "average"}}


def figures(received, field):
    """Return (year, value) of each row, blanks as None."""
    frame = received.tables["enterprises"]
    values = frame[field].tolist() if field in frame else [nan] * len(frame)
    return [
        (year, None if value != value else value)
        for year, value in zip(frame["year"].tolist(), values, strict=True)
    ]


def codes(received):
    return {one.code for one in received.findings} - {"columns_needed"}


YEARS = [
    ("nowhere", "Sheet1", [[N, "产值（万元）"], ["甲", 1]], [(2024, 1)], {"year_assumed"}),
    ("in a column", "Sheet1", [[N, "数据年度", "产值（万元）"], ["甲", "2023年", 1]], [(2023, 1)], set()),
    ("in a column, blank", "Sheet1", [[N, "年度", "产值（万元）"], ["甲", 2023, 1], ["乙", None, 2]],
     [(2023, 1), (2024, 2)], {"year_assumed"}),
    ("in the header", "Sheet1", [[N, "2023年产值（万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("in the header's bracket", "Sheet1", [[N, "产值（2023年，万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("behind the name", "Sheet1", [[N, "产值_2023（万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("whole year by months", "Sheet1", [[N, "2023年1-12月产值（万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("in the sheet's name", "2023年度", [[N, "产值（万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("in the title", "Sheet1", [["西青区2023年企业情况表"], [N, "产值（万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("a date is no year", "Sheet1", [["填表日期：2023年3月5日"], [N, "产值（万元）"], ["甲", 1]], [(2024, 1)], {"year_assumed"}),
    ("last year", "Sheet1", [[N, "上年产值（万元）"], ["甲", 1]], [(2024, 1)], {"year_relative"}),
    ("the year before last", "Sheet1", [[N, "前年产值（万元）"], ["甲", 1]], [(2023, 1)], {"year_relative"}),
    ("last year beside the list's own year", "Sheet1", [[N, "产值（万元）", "上年产值（万元）"], ["甲", 2, 1]],
     [(2023, 1), (2024, 2)], {"year_relative"}),
    ("a year beside figures without one", "Sheet1", [[N, "产值（万元）", "2023年产值（万元）"], ["甲", 2, 1]],
     [(2023, 1), (2024, 2)], {"year_assumed"}),
    ("a year beside figures of the row's own", "Sheet1", [[N, "年度", "产值（万元）", "2023年产值（万元）"], ["甲", 2024, 2, 1]],
     [(2023, 1), (2024, 2)], set()),
    ("the same year twice", "Sheet1", [[N, "产值（万元）", "2024年产值（万元）"], ["甲", 2, 1]], [(2024, None)], {"column_ambiguous"}),
    ("a part beside the whole", "Sheet1", [[N, "2024年产值（万元）", "其中：2024年主导产业产值（万元）"], ["甲", 2, 1]],
     [(2024, None)], {"column_ambiguous"}),
    ("a part that is the whole", "Sheet1", [[N, "2024年产值（万元）", "其中：2024年主导产业产值（万元）"], ["甲", 2, 2]],
     [(2024, 2)], {"column_second"}),
    ("this year", "Sheet1", [[N, "本年产值（万元）"], ["甲", 1]], [(2024, 1)], {"year_assumed"}),
    ("current prices are no year", "Sheet1", [[N, "工业总产值（当年价格，万元）"], ["甲", 1]], [(2024, 1)], {"year_assumed"}),
    ("last year beside a year of its own", "Sheet1", [[N, "年度", "上年产值（万元）"], ["甲", 2023, 1]], [(2023, 1)], set()),
    ("last year of a list of 2024", "Sheet1", [["2024年企业表"], [N, "上年产值（万元）"], ["甲", 1]], [(2023, 1)], set()),
    ("last and this year", "2023年", [[N, "上年产值（万元）", "本年产值（万元）"], ["甲", 1, 2]], [(2022, 1), (2023, 2)], set()),
    ("last and this year, of no year", "Sheet1", [[N, "上年产值（万元）", "本年产值（万元）"], ["甲", 1, 2]],
     [(2024, None)], {"column_relative"}),
    ("part of a year", "Sheet1", [[N, "2024年1-6月产值（万元）"], ["甲", 1]], [(2024, None)], {"column_period"}),
    ("half a year", "Sheet1", [[N, "上半年产值（万元）"], ["甲", 1]], [(2024, None)], {"column_period"}),
    ("part of a year in the title", "Sheet1", [["2024年1—6月企业情况"], [N, "产值（万元）"], ["甲", 1]], [(2024, None)], {"column_period"}),
    ("part of a year in the sheet's name", "2024年三季度", [[N, "产值（万元）"], ["甲", 1]], [(2024, None)], {"column_period"}),
    ("a whole year below a part of one", "Sheet1", [["2024年上半年企业情况"], [N, "2023年产值（万元）", "产值（万元）"], ["甲", 1, 2]],
     [(2023, 1)], {"column_period"}),
    ("a whole year in the title", "Sheet1", [["2024年1—12月企业情况"], [N, "产值（万元）"], ["甲", 1]], [(2024, 1)], set()),
    ("the same time last year", "Sheet1", [[N, "上年同期产值（万元）"], ["甲", 1]], [(2024, None)], {"column_period"}),
    ("expected", "Sheet1", [[N, "2024年预计产值（万元）"], ["甲", 1]], [(2024, None)], {"column_changed"}),
    ("growth", "Sheet1", [[N, "产值（万元）", "产值同比增长（%）"], ["甲", 1, 8]], [(2024, 1)], {"year_assumed", "columns_unknown"}),
    ("several years", "Sheet1", [[N, "2023年产值（万元）", "2024年产值（万元）"], ["甲", 1, 2], ["乙", 3, None]],
     [(2023, 1), (2024, 2), (2023, 3), (2024, None)], set()),
    ("column against header", "Sheet1", [[N, "年度", "2024年产值（万元）"], ["甲", 2023, 1]], [(2023, 1)], {"year_contradicts"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "rows", "expected", "told"), [case[1:] for case in YEARS], ids=[case[0] for case in YEARS]
)
def test_the_year_of_figures(read, raw, xlsx, sheet, rows, expected, told):
    xlsx(raw / "企业名录.xlsx", rows, sheet=sheet)
    received = read()
    assert figures(received, "output_value") == expected
    assert codes(received) == told


def test_a_figure_without_a_year_beside_others_stands_in_the_reference_year(read, raw, xlsx):
    rows = [[N, "2023年产值（万元）", "2024年产值（万元）", "从业人员数（人）"], ["甲", 1, 2, 30]]
    xlsx(raw / "企业名录.xlsx", rows)
    assert figures(read(), "employees") == [(2023, None), (2024, 30)]


UNITS = [
    ("bracket", [[N, "产值（亿元）"], ["甲", 1.5]], [15000], set()),
    ("half-width bracket", [[N, "产值(千元)"], ["甲", 15]], [1.5], set()),
    ("slash", [[N, "产值/元"], ["甲", 586668271.38]], [58666.827138], set()),
    ("colon", [[N, "产值：万元"], ["甲", 1]], [1], set()),
    ("unit: in the bracket", [[N, "产值（单位：亿元）"], ["甲", 1]], [10000], set()),
    ("beside other words", [[N, "产值（亿元，保留两位小数）"], ["甲", 1]], [10000], set()),
    ("joined", [[N, "产值万元"], ["甲", 1]], [1], set()),
    ("a bare 亿", [[N, "产值（亿）"], ["甲", 1]], [10000], set()),
    ("a note above", [["单位：亿元"], [N, "产值"], ["甲", 1]], [10000], set()),
    ("a note beside a title", [["企业表", "金额单位：亿元、人"], [N, "产值"], ["甲", 1]], [10000], set()),
    ("a note in a sentence", [["除注明外，单位均为亿元"], [N, "产值"], ["甲", 1]], [10000], set()),
    ("a note below", [[N, "产值"], ["甲", 1], ["注：以上金额单位为千元"]], [0.1], set()),
    ("a note below the total", [[N, "产值"], ["甲", 1], ["合计", 1], [], ["单位：千元"]], [0.1], set()),
    ("two notes that differ", [["单位：万元"], [N, "产值"], ["甲", 1], ["注：单位为千元"]], [None], {"unit_missing"}),
    ("the header before the note", [["单位：亿元"], [N, "产值（万元）"], ["甲", 1]], [1], set()),
    ("a column beside", [[N, "产值", "计量单位"], ["甲", 1, "亿元"], ["乙", 2, "万元"]], [10000, 2], set()),
    ("a row below", [[N, "产值", "营业收入"], [None, "亿元", "万元"], ["甲", 1, 2]], [10000], set()),
    ("in each cell", [[N, "产值"], ["甲", "1.2亿元"], ["乙", "300万元"], ["丙", "—"]], [12000, 300, None], set()),
    ("a cell against the header", [[N, "产值（万元）"], ["甲", "1.2亿元"]], [12000], set()),
    ("none", [[N, "产值"], ["甲", 52345678.0], ["乙", "—"]], [None, None], {"unit_missing"}),
    ("no unit of money", [[N, "产值（吨）"], ["甲", 5]], [None], {"unit_missing"}),
    ("of people", [[N, "产值（人）"], ["甲", 5]], [None], {"unit_unknown"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected", "told"), [case[1:] for case in UNITS], ids=[case[0] for case in UNITS]
)
def test_the_unit_of_figures(read, raw, xlsx, rows, expected, told):
    xlsx(raw / "企业名录.xlsx", rows)
    received = read()
    assert [value for _, value in figures(received, "output_value")] == expected
    assert codes(received) - {"year_assumed"} == told


def test_a_file_of_half_a_year_is_asked_about(read, raw, xlsx):
    xlsx(raw / "2024年上半年企业产值.xlsx", [[N, "产值（万元）"], ["甲", 2]])
    received = read()
    [found] = [one for one in received.findings if one.code == "column_period"]
    assert "写的是“上半年”" in found.message
    assert figures(received, "output_value") == [(2024, None)]


def test_the_name_of_a_sheet_says_the_unit(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [[N, "产值"], ["甲", 2]], sheet="经济指标（亿元）")
    assert figures(read(), "output_value") == [(2024, 20000)]


@pytest.mark.parametrize(
    ("header", "cells", "field", "expected", "told"),
    [
        ("从业人员数", [20, 30], "employees", [20, 30], {"unit_by_nature"}),
        ("从业人员数（万人）", [1.2, 0.5], "employees", [12000, 5000], set()),
        ("从业人员数（百人）", [1.2, 5], "employees", [120, 500], set()),
        ("从业人员数（千人）", [1.2, 0.5], "employees", [1200, 500], set()),
        ("从业人员数", [1.2, 0.5], "employees", [None, None], {"unit_missing"}),
        ("市场占有率（%）", [23, 0.5], "market_share", [23, 0.5], set()),
        ("市场占有率", [23, 5], "market_share", [23, 5], {"unit_by_nature"}),
        ("市场占有率", [0.23, 0.05], "market_share", [None, None], {"ratio_unclear"}),
        ("市场占有率", ["23%", "5%"], "market_share", [23, 5], {"unit_by_nature"}),
    ],
)
def test_units_by_nature(read, raw, xlsx, header, cells, field, expected, told):
    xlsx(raw / "企业名录.xlsx", [[N, header], *(["甲", cell] for cell in cells)])
    received = read()
    assert [value for _, value in figures(received, field)] == expected
    assert codes(received) - {"year_assumed"} == told


def test_a_likely_unit_is_named_with_its_evidence(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [[N, "产值"], ["甲", 52345678.0], ["乙", 30012312.0]])
    [found] = [one for one in read().findings if one.code == "unit_missing"]
    assert found.level == "error"
    assert "可能是元" in found.message
    assert "中位数 41,178,995.0，按元是每家 0.41 亿元" in found.message
    assert 'output_value = "元"' in found.fix


@pytest.mark.parametrize(
    ("header", "value", "rates", "expected"),
    [
        ("出口额（万美元）", 5, None, 5),
        ("出口额（美元）", 50000, None, 5),
        ("出口额（万元）", 72, None, None),
        ("出口额（万元）", 72, RATE, 10),
        ("出口额（亿元）", 0.0072, RATE, 10),
    ],
)
def test_money_of_another_currency(read, raw, xlsx, header, value, rates, expected):
    xlsx(raw / "企业名录.xlsx", [[N, header], ["甲", value]])
    received = read(rates=rates)
    assert [got for _, got in figures(received, "exports")] == [expected]
    [note] = received.tables["enterprises"]["_note"]
    assert ("7.2" in note) == (rates is not None)
