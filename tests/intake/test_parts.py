"""Sheets of several tables, and what a person's mapping says of them."""

import pytest

from clusterkit.intake.parts import parts
from clusterkit.intake.readers import Sheet

NAMES = ["企业名称", "项目名称"]
TWO = [["5G工厂名录"], NAMES, ["甲公司", "一号"], [None], ["绿色工厂名单"], NAMES, ["乙公司", "二号"], ["丙公司", "三号"]]  # fmt: skip


def sheet(*rows, name="Sheet1", merged=()):
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    return Sheet(name, load=lambda: filled, merged=lambda: list(merged))


def kinds(received):
    frame = received.tables["recognitions"]
    return dict(zip(frame["name"], frame["kind"], strict=True))


def test_each_table_of_a_sheet_has_its_own_title(read, raw, xlsx):
    xlsx(raw / "资质.xlsx", TWO)
    received = read()
    assert kinds(received) == {
        "甲公司": "factories_5g",
        "乙公司": "green_factories",
        "丙公司": "green_factories",
    }
    assert [(one.sheet, one.rows) for one in received.sources] == [("Sheet1", 1), ("Sheet1 第2张表", 2)]


def test_what_a_person_says_of_a_sheet_is_said_of_one_table(read, raw, xlsx):
    xlsx(raw / "资质.xlsx", TWO)
    source = {"file": "资质.xlsx", "table": "recognitions", "constants": {"kind": "5G工厂"}}
    received = read({"source": [source]})
    assert [one.sheet for one in received.sources] == ["Sheet1"]
    assert kinds(received)["丙公司"] == "factories_5g"


def test_a_person_can_speak_of_each_table(read, raw, xlsx):
    xlsx(raw / "资质.xlsx", TWO)
    source = {"file": "资质.xlsx", "table": "recognitions"}
    received = read(
        {
            "source": [
                {**source, "sheet": "Sheet1"},
                {**source, "sheet": "Sheet1 第2张表", "constants": {"kind": "高企"}},
            ]
        }
    )
    assert kinds(received) == {
        "甲公司": "factories_5g",
        "乙公司": "hightech_enterprises",
        "丙公司": "hightech_enterprises",
    }
    assert "mapping_sheet_missing" not in {one.code for one in received.findings}


ONE = [
    ("a list", [["企业名称", "所在区"], ["甲公司", "西青区"]]),
    ("blank rows", [["企业名称", "所在区"], ["甲公司", "西青区"], [""], ["乙公司", "武清区"]]),
    ("the header again", [["企业名称", "所在区"], ["甲公司", "西青区"], [""], ["企业名称", "所在区"], ["乙公司", "武清区"]]),
    ("the title again", [["企业名录"], ["企业名称", "所在区"], ["甲公司", "西青区"], ["企业名录"], ["企业名称", "所在区"], ["乙公司", "武清区"]]),
    ("figures of several years", [["企业名称", "产值", "产值"], ["", "2023年", "2024年"], ["甲公司", 1, 2]]),
]  # fmt: skip


@pytest.mark.parametrize("rows", [case[1] for case in ONE], ids=[case[0] for case in ONE])
def test_one_table_stays_one(rows):
    assert [part.name for part in parts(sheet(*rows))] == ["Sheet1"]


@pytest.mark.parametrize(
    "rows",
    [
        [["字段", "说明"], ["企业名称", "与营业执照一致"], ["统一社会信用代码", "18位"], ["产值", "万元"]],
        [["企业名称", "与营业执照一致"], ["统一社会信用代码", "18位"], ["产值", "万元"]],
        [["企业名称", "与营业执照一致", "统一社会信用代码", "18位"], ["产值", "万元", "从业人员数", "人"]],
    ],
)
def test_an_explanation_of_the_fields_is_no_list(rows):
    assert [part.name for part in parts(sheet(*rows))] == ["Sheet1"]


def test_units_beside_the_headers_of_enterprises_in_columns(read, raw, xlsx):
    rows = [
        ["指标", "单位", "甲公司", "乙公司"],
        ["所在区", None, "西青区", "武清区"],
        ["产值", "亿元", 1, 2],
        ["从业人员", "人", 10, 20],
    ]
    xlsx(raw / "企业.xlsx", rows)
    frame = read().tables["enterprises"]
    assert frame[["name", "output_value", "employees"]].to_numpy().tolist() == [
        ["甲公司", 10000, 10],
        ["乙公司", 20000, 20],
    ]


def test_row_numbers_stay_the_spreadsheets(read, raw, xlsx):
    xlsx(raw / "资质.xlsx", TWO)
    assert read().tables["recognitions"]["_line"].tolist() == [3, 7, 8]


@pytest.mark.parametrize(
    ("rows", "name", "turned"),
    [
        (
            [["企业名称", "甲公司", "乙公司"], ["所在区", "西青区", "武清区"], ["行业代码", "3983", "3973"]],
            "Sheet1 行列互换",
            ["乙公司", "武清区", "3973"],
        ),
        (
            [
                ["指标", "计量单位", "甲公司", "乙公司"],
                ["所在区", "", "西青区", "武清区"],
                ["产值", "亿元", 1.0, 2.0],
                ["行业代码", "", "3983", "3973"],
            ],
            "Sheet1 行列互换",
            ["乙公司", "武清区", 2.0, "3973"],
        ),
        (
            [["企业名称", "甲公司", "所在区", "西青区"], ["行业代码", "3983", "主要产品", "传感器"]],
            "Sheet1 填表",
            ["甲公司", "西青区", "3983", "传感器"],
        ),
    ],
)
def test_headers_beside_their_values(rows, name, turned):
    [part] = parts(sheet(*rows))
    assert (part.name, part.rows[-1]) == (name, turned)
