"""Figures in another unit than their column says: found by peers, asked with what speaks for it, answered once."""

import csv

import pytest
from stdnum.cn.uscc import calc_check_digit

COUNT = 12
NAMES = [f"天津示例{number}号传感技术有限公司" for number in range(COUNT)]
REVENUE = [8000.0 * 1.35**number for number in range(COUNT)]  # 万元
PEOPLE = [round(80 * 1.3**number) for number in range(COUNT)]


def code(number):
    body = f"91120111MA{number:07d}"
    return body + calc_check_digit(body)


CODES = [code(number) for number in range(1, COUNT + 1)]


def changed(values, at, factor):
    return [value * factor if number == at else value for number, value in enumerate(values)]


def table(**columns):
    """Return a list of the enterprises with further columns."""
    columns = {"企业名称": NAMES, "统一社会信用代码": CODES} | columns
    return [list(columns), *map(list, zip(*columns.values(), strict=True))]


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def told(received, code="unit_mixed"):
    """Return row, column and the likely unit of each such finding."""
    found = (one for one in received.findings if one.code == code)
    return [
        (one.place.row, one.place.column, one.values.get("likely", one.values["suggested"])) for one in found
    ]


GROWN = [value * 1.1 for value in REVENUE]
OUTPUT = [value * 0.95 for value in REVENUE]
MONEY, LAST = "2024年营业收入(万元)", "2023年营业收入(万元)"
# what the list shows, its columns, the figures that are told
CASES = [
    ("in 元, beside other years", {MONEY: changed(GROWN, 3, 10_000), LAST: REVENUE}, [(5, MONEY, "元")]),
    ("in 亿元, beside other years", {MONEY: changed(GROWN, 3, 1e-4), LAST: REVENUE}, [(5, MONEY, "亿元")]),
    ("last year in 元", {MONEY: GROWN, LAST: changed(REVENUE, 0, 10_000)}, [(2, LAST, "元")]),
    ("in 元, beside people", {"营业收入(万元)": changed(REVENUE, 3, 10_000), "从业人员数": PEOPLE}, [(5, "营业收入(万元)", "元")]),
    ("in 亿元, beside people", {"营业收入(万元)": changed(REVENUE, 11, 1e-4), "从业人员数": PEOPLE}, [(13, "营业收入(万元)", "亿元")]),
    ("in 元, beside other amounts", {"营业收入(万元)": changed(REVENUE, 3, 10_000), "产值(万元)": OUTPUT}, [(5, "营业收入(万元)", "元")]),
    ("in 元, the column alone", {"营业收入(万元)": changed(REVENUE, 3, 10_000)}, [(5, "营业收入(万元)", "元")]),
    ("a whole row in 元", {"营业收入(万元)": changed(REVENUE, 3, 10_000), "产值(万元)": changed(OUTPUT, 3, 10_000), "从业人员数": PEOPLE},
     [(5, "产值(万元)", "元"), (5, "营业收入(万元)", "元")]),
    ("in 百万元, two other years", {"2024年营业收入(万元)": changed(GROWN, 3, 0.01), LAST: REVENUE, "2022年营业收入(万元)": REVENUE, "2024年从业人员数": PEOPLE},
     [(5, MONEY, "百万元")]),
    ("in 万元 below 亿元", {"营业收入(亿元)": [value / 10_000 * (10_000 if at == 3 else 1) for at, value in enumerate(REVENUE)], "从业人员数": PEOPLE},
     [(5, "营业收入(亿元)", "万元")]),
    ("two of them", {"营业收入(万元)": changed(changed(REVENUE, 3, 10_000), 7, 10_000), "从业人员数": PEOPLE},
     [(5, "营业收入(万元)", "元"), (9, "营业收入(万元)", "元")]),
    # what is only unusual is not told
    ("a giant", {"营业收入(万元)": changed(REVENUE, 3, 300), "从业人员数": changed(PEOPLE, 3, 200)}, []),
    ("a young firm grows", {MONEY: GROWN, LAST: changed(REVENUE, 3, 0.01)}, []),
    ("a firm of one", {"营业收入(万元)": changed(REVENUE, 3, 50), "从业人员数": changed(PEOPLE, 3, 0.01)}, []),
    ("nothing in a year", {MONEY: changed(GROWN, 3, 0), LAST: REVENUE}, []),
    ("exports are spread wide", {"出口额(万美元)": [10.0 ** (at % 6 - 2) for at in range(COUNT)], "从业人员数": PEOPLE}, []),
    ("the cell says its unit", {"营业收入(万元)": [f"{value * 10_000:.0f}元" if at == 3 else value for at, value in enumerate(REVENUE)]}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_figures_in_another_unit_are_told(read, raw, columns, expected):
    write(raw / "企业名录.csv", table(**columns))
    assert told(read()) == expected


def test_another_list_speaks_first(read, raw):
    write(raw / "统计名单.csv", table(**{"营业收入(万元)": REVENUE}))
    write(raw / "企业自报.csv", table(**{"营业收入(万元)": changed(GROWN, 3, 10_000)}))
    received = read()
    assert told(received) == [(5, "营业收入(万元)", "元")]
    [found] = [one for one in received.findings if one.code == "unit_mixed"]
    assert found.place.file == "企业自报.csv"
    assert "统计名单.csv 第5行" in found.values["evidence"]


def test_a_column_that_is_all_in_another_unit_is_asked_as_one(read, raw):
    write(raw / "统计名单.csv", table(**{"营业收入(万元)": REVENUE}))
    write(
        raw / "企业自报.csv",
        table(**{"营业收入(万元)": [value * 10_000 for value in GROWN], "从业人员数": PEOPLE}),
    )
    received = read()
    assert told(received) == []
    assert told(received, "unit_contradicted") == [(0, "营业收入(万元)", "元")]


@pytest.mark.parametrize(("factor", "unit"), [(10_000, "元"), (1e-4, "亿元"), (1, None)])
def test_a_column_that_is_far_from_ordinary_is_asked(read, raw, factor, unit):
    write(raw / "企业名录.csv", table(**{"营业收入(万元)": [value * factor for value in REVENUE]}))
    received = read()
    assert told(received, "unit_contradicted") == ([(0, "营业收入(万元)", unit)] if unit else [])
    assert told(received) == []


@pytest.mark.parametrize(
    ("unit", "value"), [("元", GROWN[3]), ("万元", GROWN[3] * 10_000), ("千元", GROWN[3] * 1000)]
)
def test_an_answer_is_kept_as_a_word_of_the_list(read, raw, unit, value):
    write(raw / "企业名录.csv", table(**{MONEY: changed(GROWN, 3, 10_000), LAST: REVENUE}))
    [found] = [one for one in read().findings if one.code == "unit_mixed"]
    text = found.values["text"]
    source = {"file": "企业名录.csv", "table": "enterprises", "values": {"revenue": {text: f"{text}{unit}"}}}
    received = read({"source": [source]})
    assert told(received) == []
    frame = received.tables["enterprises"]
    row = frame[(frame["name"] == NAMES[3]) & (frame["year"] == 2024)]
    assert row["revenue"].tolist() == pytest.approx([value], rel=1e-12)


def test_a_mapped_unit_of_a_column_is_believed(read, raw):
    write(raw / "企业名录.csv", table(**{"营业收入(万元)": [value * 10_000 for value in REVENUE]}))
    source = {"file": "企业名录.csv", "table": "enterprises", "units": {"revenue": "万元"}}
    assert told(read({"source": [source]}), "unit_contradicted") == []
