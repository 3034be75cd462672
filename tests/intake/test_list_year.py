"""Which year a list is of where a person says it, and what the title of a list without years of recognition says."""

import pytest

N = "企业名称"


def figures(received, field="output_value"):
    frame = received.tables["enterprises"]
    return list(zip(frame["year"].tolist(), frame[field].tolist(), strict=True))


def source(year, file="企业名录.xlsx", table="enterprises"):
    return {"source": [{"file": file, "table": table, "constants": {"year": year}}]}


GIVEN = [
    ("this and last year", [[N, "本年产值（万元）", "上年产值（万元）"], ["甲", 2, 1]], [(2024, 1), (2025, 2)]),
    ("last year alone is the newest", [[N, "上年产值（万元）"], ["甲", 1]], [(2025, 1)]),
    ("last year and the one before", [[N, "去年产值（万元）", "前年产值（万元）"], ["甲", 2, 1]], [(2024, 1), (2025, 2)]),
    ("figures without a year beside last year's", [[N, "产值（万元）", "上年产值（万元）"], ["甲", 2, 1]], [(2024, 1), (2025, 2)]),
    ("the title says another year", [["2024年企业表"], [N, "本年产值（万元）", "上年产值（万元）"], ["甲", 2, 1]], [(2024, 1), (2025, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in GIVEN], ids=[case[0] for case in GIVEN])
def test_the_year_that_a_person_gives_is_that_of_the_newest_figures(read, raw, xlsx, rows, expected):
    xlsx(raw / "企业名录.xlsx", rows)
    received = read(source(2025))
    assert figures(received) == expected
    assert not {one.code for one in received.findings} & {"year_assumed", "year_relative", "column_relative"}


def test_columns_that_a_person_named_still_wait_for_their_year(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [[N, "今年产出", "上年产出"], ["甲", 2, 1]])
    columns = {"今年产出": "output_value", "上年产出": "output_value"}
    received = read({"source": [{"file": "企业名录.xlsx", "table": "enterprises", "columns": columns}]})
    assert [one.code for one in received.findings if one.level == "error"] == ["column_relative"] * 2
    assert [one.caused_by is None for one in received.findings if one.code == "column_relative"] == [
        True,
        False,
    ]


def test_the_same_months_of_last_year_are_last_years_once_a_person_says_that_they_are_whole(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [["2024年企业表"], [N, "上年同期产值（万元）"], ["甲", 1]])
    columns = {"上年同期产值（万元）": "output_value"}
    units = {"output_value": "万元"}
    mapping = {
        "source": [{"file": "企业名录.xlsx", "table": "enterprises", "columns": columns, "units": units}]
    }
    assert figures(read(mapping)) == [(2023, 1)]


TITLES = [
    ("a title", [["2023年度天津市高新技术企业认定名单"], [N], ["甲公司"]], 2023),
    ("two years", [["2022—2023年高新技术企业名单"], [N], ["甲公司"]], None),
    ("a date", [["发布日期：2023年5月6日"], [N], ["甲公司"]], None),
    ("a column of years", [["2023年度高新技术企业名单"], [N, "公布年度"], ["甲公司", "2022年度"]], None),
    ("a column of terms", [["2023年度高新技术企业名单"], [N, "有效期至"], ["甲公司", "2025-12-31"]], None),
]


@pytest.mark.parametrize(("rows", "year"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_a_year_in_the_title_of_a_list_without_years_is_told_and_not_taken(read, raw, xlsx, rows, year):
    xlsx(raw / "高新技术企业.xlsx", rows)
    received = read()
    told = [one.values["year"] for one in received.findings if one.code == "year_in_title"]
    assert told == ([year] if year else [])
    frame = received.tables["recognitions"]
    assert "year" not in frame or year is None


@pytest.mark.parametrize("header", ["公布年度", "公布年份", "认定批次年度", "批次年度"])
def test_headers_of_the_year_of_recognition(read, raw, xlsx, header):
    xlsx(raw / "高新技术企业.xlsx", [[N, header], ["甲公司", "2022年度"]])
    assert read().tables["recognitions"]["year"].tolist() == [2022]


def test_the_year_of_a_proposal_is_asked(read, raw, xlsx):
    xlsx(raw / "高新技术企业.xlsx", [[N, "公示年份"], ["甲公司", 2022]])
    received = read()
    assert "year" not in received.tables["recognitions"]
    assert "column_asked" in {one.code for one in received.findings}


def test_columns_that_no_list_needs_are_not_told_as_unknown(read, raw, xlsx):
    xlsx(
        raw / "企业名录.xlsx",
        [[N, "上市日期", "2023年净利润（万元）", "行业协会"], ["甲公司", "2020-01-02", 3, "有"]],
    )
    told = [one.values["columns"] for one in read().findings if one.code == "columns_unknown"]
    assert told == ["行业协会"]
