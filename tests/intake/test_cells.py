"""Cells: what is written → what it means."""

from datetime import date
from decimal import Decimal

import pytest

from clusterkit.guide import load_guide
from clusterkit.intake.cells.codes import read_uscc
from clusterkit.intake.cells.dates import read_date, read_until, read_year
from clusterkit.intake.cells.industry import read_industry
from clusterkit.intake.cells.numbers import read_number
from clusterkit.intake.cells.words import boolean_reader, district_reader, word_reader

GUIDE = load_guide("tianjin-2025-1")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234.5", "1234.5", None),
        ("１２３４", "1234", None),
        ("1，234", "1234", None),
        ("9931 57", "993157", None),
        ("1.2亿元", "1.2", "亿元"),
        ("350万元", "350", "万元"),
        ("￥1,000元", "1000", "元"),
        ("(120)", "-120", None),
        ("-3.5", "-3.5", None),
        ("0", "0", None),
        (".5", "0.5", None),
        ("1e3", "1E+3", None),
        ("12人", "12", "人"),
        ("3 千万元", "3000", "万元"),
        ("1.2億元", "1.2", "亿元"),
        ("2百亿", "200", "亿元"),
        ("500（万元）", "500", "万元"),
        ("（500万元）", "-500", "万元"),
        ("500(其中研发300)", None, None),
        ("≥500", None, None),
        ("约3亿", None, None),
        ("三百", "300", None),
        ("三百余", None, None),
        ("一亿二千万", "120000000", "元"),
        ("一亿二千万元", "120000000", "元"),
        ("壹佰贰拾万圆整", "1200000", "元"),
        ("一百二", None, None),
        ("百", None, None),
        ("12-15", None, None),
        ("12万3", None, None),
        ("", None, None),
    ],
)
def test_numbers(text, value, unit):
    found = read_number(text, "万元")
    assert (found and (found.value, found.unit)) == (value and (Decimal(value), unit))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-03-01", date(2024, 3, 1)),
        ("2024/3/1", date(2024, 3, 1)),
        ("2024.03.01", date(2024, 3, 1)),
        ("2024年3月1日", date(2024, 3, 1)),
        ("2024年3月", date(2024, 3, 1)),
        ("2024.03", date(2024, 3, 1)),
        ("20240301", date(2024, 3, 1)),
        (45352.0, date(2024, 3, 1)),
        ("2024", date(2024, 1, 1)),
        (2024.0, date(2024, 1, 1)),
        (date(2024, 3, 1), date(2024, 3, 1)),
        ("—", None),
        ("待核实", None),
    ],
)
def test_dates(cell, day):
    reading = read_date(cell)
    assert (reading.value, reading.fault) == (day, "")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-06-30", date(2024, 6, 30)),
        ("2026", date(2026, 12, 31)),
        (2026.0, date(2026, 12, 31)),
        ("2021-2024", date(2024, 12, 31)),
        ("2021年1月至2024年6月", date(2024, 6, 30)),
        ("2024年6月", date(2024, 6, 30)),
        ("长期", date.max),
        ("", None),
    ],
)
def test_validity_ends(cell, day):
    assert read_until(cell).value == day


@pytest.mark.parametrize("cell", ["去年", "2024-13-40", "三月", "12345678901"])
def test_a_date_that_is_none_is_told(cell):
    reading = read_date(cell)
    assert (reading.value, reading.fault) == (None, "date_unreadable")


@pytest.mark.parametrize(
    ("cell", "year", "until"),
    [
        ("2023", 2023, None),
        (2023.0, 2023, None),
        ("2023年", 2023, None),
        ("2023年度", 2023, None),
        ("2023-05-06", 2023, None),
        ("2021-2024", 2021, date(2024, 12, 31)),
        ("2024年3月1日至2027年2月28日", 2024, date(2027, 2, 28)),
        ("2024.03-2027.02", 2024, date(2027, 2, 28)),
        ("二〇二三年", 2023, None),
        ("2023年（第五批）", 2023, None),
    ],
)
def test_years(cell, year, until):
    reading = read_year(cell)
    assert (reading.value, reading.until) == (year, until)


@pytest.mark.parametrize(
    "cell", ["2024年未通过复核", "2024年取消", "拟2025年认定", "2021年、2023年", "未通过"]
)
def test_a_year_in_which_it_was_not_so_is_told(cell):
    reading = read_year(cell)
    assert (reading.value, reading.fault) == (None, "year_unreadable")


@pytest.mark.parametrize(
    ("cell", "code", "fault"),
    [
        ("91120111MA050001XG", "91120111MA050001XG", ""),
        ("91120111ma050001xg", "91120111MA050001XG", ""),
        ("9112 0111 MA05 0001 XG", "91120111MA050001XG", ""),
        ("91120111MA050001XH", None, "code_check_character"),
        ("9.1120111E+17", None, "code_damaged"),
        (9.1120111e17, None, "code_damaged"),
        ("911201110000170000", None, "code_damaged"),
        ("12345", None, "code_not_a_code"),
        ("—", None, ""),
    ],
)
def test_codes(cell, code, fault):
    reading = read_uscc(cell)
    assert (reading.value, reading.fault) == (code, fault)


@pytest.mark.parametrize(
    ("cell", "digits", "fault"),
    [
        ("3973", "3973", ""),
        (3973.0, "3973", ""),
        ("C3973", "3973", ""),
        ("39", "39", ""),
        ("3973 集成电路制造", "3973", ""),
        ("集成电路制造", "3973", "industry_by_name"),
        ("A3973", "3973", "industry_contradicts"),
        (111.0, "111", ""),
        (113.0, "0113", "industry_zero_restored"),
        ("", None, ""),
    ],
)
def test_industries(cell, digits, fault):
    reading = read_industry(cell)
    assert reading.value == digits
    assert reading.fault == fault


@pytest.mark.parametrize(
    ("cell", "value"),
    [("是", True), ("√", True), (1.0, True), ("1", True), (True, True), ("Y", True), ("规上", True),
     ("否", False), ("×", False), (0.0, False), ("N", False), ("规下", False), ("", None), ("/", None)],
)  # fmt: skip
def test_yes_and_no(cell, value):
    assert boolean_reader(GUIDE)(cell).value is value


@pytest.mark.parametrize("cell", ["见附件", "拟推荐", "待核实", "2"])
def test_a_word_that_no_list_knows_is_asked(cell):
    reading = boolean_reader(GUIDE)(cell)
    assert (reading.value, reading.fault, reading.unknown) == (None, "word_unknown", True)


@pytest.mark.parametrize(
    ("words", "cell", "canonical"),
    [("level", "天津市级", "市级"), ("level", "国家", "国家级"), ("level", "国家级(拟推荐)", None), ("role", "牵头", "主导"),
     ("route", "PCT途径", "PCT"), ("status", "在业", "存续"), ("exchange", "北交所", "北京证券交易所"),
     ("exchange", "全国股转", "新三板"), ("standard_kind", "国标", "国家标准"), ("platform_kind", "中试服务平台", "中试服务")],
)  # fmt: skip
def test_words(words, cell, canonical):
    assert word_reader(GUIDE, words)(cell).value == canonical


@pytest.mark.parametrize(
    ("cell", "district"),
    [("西青", "西青区"), ("天津市西青区", "西青区"), ("西青区张家窝镇", "西青区"), ("经开区", "天津经济技术开发区"),
     ("大港区", "滨海新区"), ("蓟县", "蓟州区"), ("华苑", None), ("某某园区", None), ("", None)],
)  # fmt: skip
def test_districts(cell, district):
    assert district_reader(GUIDE)(cell).value == district
