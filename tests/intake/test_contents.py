"""Columns by content: what values betray, what they contradict, and what is only asked."""

import csv

import pytest
from stdnum.cn.uscc import calc_check_digit

from clusterkit.guide import load_guide
from clusterkit.intake.contents import Contents
from clusterkit.tables import content_of, contents, tables

GUIDE = load_guide("tianjin-2025-1")
HELD = [
    pytest.param(table, field, id=f"{table.id}.{field.id}")
    for table in tables().values()
    for field in table.fields.values()
    if content_of(field)
]


def examples(field):
    """Return good and bad values of a field's content; those of a word list are the field's own."""
    content = content_of(field)
    if content.id != "word":
        return content.good, content.bad
    return field.good, ["某种东西", "2024", "0", "是", *field.bad]


@pytest.mark.parametrize(("table", "field"), HELD)
def test_good_values_betray_their_field_and_bad_ones_do_not(table, field):
    good, bad = examples(field)
    seen = Contents(table, GUIDE).seen([*good] * 3)
    assert field.id in {one.id for one in seen.fields}
    seen = Contents(table, GUIDE).seen([*bad] * 3)
    assert seen is None or field.id not in {one.id for one in seen.fields}
    for value in bad:
        seen = Contents(table, GUIDE).seen([value] * 5)
        assert seen is None or seen.content != content_of(field), value


@pytest.mark.parametrize("content", [pytest.param(one, id=one.id) for one in contents().values()])
def test_every_content_has_examples_and_a_tolerance(content):
    assert 0.5 < content.share <= 1
    assert content.id == "word" or (content.good and content.bad)


def code(number):
    body = f"91120111MA{number:07d}"
    return body + calc_check_digit(body)


NAMES = [f"天津示例{sign}传感技术有限公司" for sign in "甲乙丙丁戊己"]
CODES = [code(number) for number in range(1, 7)]
PHONES = [f"022-8765432{number}" for number in range(6)]
INDUSTRIES = ["3983", "3973", "4014", "3985", "3976", "3491"]


def columns(*pairs):
    """Return a list from headers with their columns."""
    heads, values = zip(*pairs, strict=True)
    return [list(heads), *map(list, zip(*values, strict=True))]


NAME, CODE = ("企业名称", NAMES), ("统一社会信用代码", CODES)
FIGURES = ("产值（万元）", [100] * 6)
DATES = ("", ["2026-12-31"] * 6)
# what the test shows, the list, {header: (field, how)}, the findings about columns
CASES = [
    ("a code below an unknown header", columns(NAME, ("编码", CODES), FIGURES), {"编码": ("uscc", "content")}, {"column_by_content"}),
    ("a code without a header", columns(NAME, ("", CODES), FIGURES), {"B列": ("uscc", "content")}, {"column_by_content"}),
    ("some codes are wrong", columns(NAME, ("编码", [*CODES[:5], "12345"]), FIGURES), {"编码": ("uscc", "content")}, {"column_by_content"}),
    ("most codes are wrong", columns(NAME, ("编码", [*CODES[:2], *PHONES[:4]]), FIGURES), {"编码": ("", "unknown")}, set()),
    ("a second code is left", columns(NAME, CODE, ("编码", CODES), FIGURES), {"编码": ("", "unknown")}, set()),
    ("the code of another", columns(NAME, ("母公司统一社会信用代码", CODES), FIGURES), {"母公司统一社会信用代码": ("", "content:uscc")}, {"column_looks_like"}),
    ("telephones are no codes", columns(NAME, ("联系方式", PHONES), FIGURES), {"联系方式": ("", "unused")}, set()),
    ("telephones below the header of codes", columns(NAME, ("统一社会信用代码", PHONES), FIGURES), {"统一社会信用代码": ("", "contradicted:uscc")}, {"column_contradicted"}),
    ("names below the header of codes", columns(NAME, ("统一社会信用代码", NAMES), FIGURES), {"统一社会信用代码": ("", "contradicted:uscc")}, {"column_contradicted"}),
    ("names and codes changed places", columns(("企业名称", CODES), ("统一社会信用代码", NAMES), FIGURES),
     {"企业名称": ("uscc", "content"), "统一社会信用代码": ("name", "content")}, {"column_contradicted"}),
    ("names below an unknown header", columns(("参评主体", NAMES), CODE, FIGURES), {"参评主体": ("name", "content")}, {"column_by_content"}),
    ("districts and industries are asked", columns(NAME, ("落户", ["西青区"] * 6), ("小类", INDUSTRIES), FIGURES),
     {"落户": ("", "content:district"), "小类": ("", "content:industry_code")}, {"column_looks_like"}),
    ("a slip of the pen", columns(NAME, ("统一社会信用代玛", CODES), FIGURES), {"统一社会信用代玛": ("uscc", "near")}, {"column_near"}),
    ("a slip above figures is asked", columns(NAME, ("营业总收人合计（万元）", [100] * 6)), {"营业总收人合计(万元)": ("", "near:revenue")}, {"column_looks_like"}),
    ("addresses may stand for districts", columns(NAME, ("所在区", ["天津市西青区海泰大道8号"] * 6), FIGURES), {"所在区": ("district", "header")}, set()),
    ("no header at all", [list(row) for row in zip(NAMES, CODES, ["西青区"] * 6, INDUSTRIES, strict=True)],
     {"A列": ("name", "content"), "B列": ("uscc", "content"), "C列": ("district", "content"), "D列": ("industry_code", "content")}, {"column_by_content"}),
]  # fmt: skip


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def understood(received):
    [source] = received.sources
    said = {one.header: (one.field, one.how) for one in source.columns}
    return said, {one.code for one in received.findings if one.code.startswith("column_")}


@pytest.mark.parametrize(
    ("rows", "expected", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_columns_by_content(read, raw, rows, expected, told):
    write(raw / "企业名录.csv", rows)
    said, codes = understood(read())
    assert {header: said[header] for header in expected} == expected
    assert codes == told


def test_a_kind_is_told_by_its_words(read, raw):
    write(raw / "资质.csv", columns(NAME, ("类别", ["绿色工厂"] * 6), ("认定年份", [2024] * 6)))
    received = read()
    assert set(received.tables["recognitions"]["kind"]) == {"green_factories"}
    assert understood(received)[1] == {"column_by_content"}


def test_names_alone_are_a_list_where_the_file_says_which(read, raw):
    write(raw / "高新技术企业名单.csv", [[name] for name in NAMES])
    assert read().tables["recognitions"]["name"].tolist() == NAMES


def test_dates_without_a_header_may_be_several_things(read, raw):
    write(raw / "高新技术企业名单.csv", columns(NAME, DATES))
    received = read()
    [asked] = [one for one in received.findings if one.code == "column_looks_like"]
    assert asked.values["ids"] == "year、valid_until、review_year"
    assert "有效期至" in asked.message


def test_a_person_speaks_about_a_column_without_header(read, raw):
    write(raw / "企业名录.csv", columns(NAME, ("", CODES), FIGURES))
    source = {"file": "企业名录.csv", "table": "enterprises", "columns": {"B列": ""}}
    said, codes = understood(read({"source": [source]}))
    assert said["B列"] == ("", "mapping")
    assert codes == set()


@pytest.mark.parametrize(
    ("header", "cells", "least", "most"),
    [("产值（万元）", [100] * 6, 1, 1), ("工业总产值（万元）", [100] * 6, 0.9, 0.99), ("所在区县情况", ["西青区"] * 6, 0.7, 0.89),
     ("产值（万元）", [100, "甲", "乙", "丙", "丁", "戊"], 0.5, 0.69)],
)  # fmt: skip
def test_how_sure_a_column_is(read, raw, header, cells, least, most):
    write(raw / "企业名录.csv", columns(NAME, (header, cells)))
    received = read()
    [source] = received.sources
    assert least <= source.columns[1].confidence <= most
    assert ("column_uncertain" in {one.code for one in received.findings}) == (most < 0.7)


AGENCIES = [f"示例{sign}认证集团有限公司" for sign in "甲乙丙丁戊己"]
FACTORIES = [f"{name}数字化车间" for name in NAMES]
# what the test shows, the list, who is read as its enterprises (None: it is asked)
SUBJECTS = [
    ("names below 工厂名称", columns(("工厂名称", NAMES), ("第三方评价机构名称", AGENCIES)), NAMES),
    ("names below 工厂名称, the agency first", columns(("评价机构", AGENCIES), ("工厂名称", NAMES)), NAMES),
    ("factories beside names", columns(("企业名称", NAMES), ("工厂名称", FACTORIES), ("系统集成商", AGENCIES)), NAMES),
    ("names beside names", columns(("企业名称", NAMES), ("工厂名称", NAMES)), NAMES),
    ("nobody but a third party", columns(("工厂名称", FACTORIES), ("系统集成商", AGENCIES)), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "names"), [case[1:] for case in SUBJECTS], ids=[case[0] for case in SUBJECTS]
)
def test_whom_a_list_of_factories_is_about(read, raw, rows, names):
    write(raw / "绿色工厂名单.csv", rows)
    received = read()
    assert [*received.tables.get("recognitions", {"name": []})["name"]] == (names or [])
    assert ("header_not_found" in {one.code for one in received.findings}) is (names is None)


# what the columns of industries say, and the codes that are read (none: it is asked)
INDUSTRY_COLUMNS = [
    ("classes within divisions", (("行业大类", ["39", "C39"]), ("行业小类", ["3983", "3973"])), ["3983", "3973"]),
    ("the finer one first", (("行业小类", [3983, 3973]), ("行业中类", [398, 397])), ["3983", "3973"]),
    ("names beside them", (("行业大类", ["39", "39"]), ("行业小类", ["3983 敏感元件及传感器制造", "3973"])), ["3983", "3973"]),
    ("a class of another division", (("行业大类", ["39", "40"]), ("行业小类", ["3983", "3973"])), None),
    ("a class is missing", (("行业大类", ["39", "40"]), ("行业小类", ["3983", ""])), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "codes"), [case[1:] for case in INDUSTRY_COLUMNS], ids=[case[0] for case in INDUSTRY_COLUMNS]
)
def test_which_of_several_columns_of_industries_is_read(read, raw, given, codes):
    write(raw / "企业名录.csv", columns(("企业名称", NAMES[:2]), *given))
    received = read()
    assert [*received.tables["enterprises"].get("industry_code", [])] == (codes or [])
    assert ("column_ambiguous" in {one.code for one in received.findings}) is (codes is None)
