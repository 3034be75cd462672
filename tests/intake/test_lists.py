"""Whole lists: files as they come → typed rows with their place, and what is said about them."""

import openpyxl
import pytest

A, B = "91120111MA050001XG", "91120111MA050002XH"
HEADER = ["企业名称", "统一社会信用代码", "所在区", "行业代码", "产值（万元）"]
ROWS = [
    ["天津海河传感技术有限公司", A, "西青区", "3983", 1234.5],
    ["天津云帆半导体有限公司", B, "武清区", "3973", None],
]


def table(received, name="enterprises"):
    return received.tables[name]


def codes(received, level=None):
    return [one.code for one in received.findings if level is None or one.level == level]


def said(received, code):
    return next(one.message for one in received.findings if one.code == code)


def lines(rows, separator=","):
    return "\n".join(separator.join("" if cell is None else str(cell) for cell in row) for row in rows)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("名录.csv", lines([HEADER, *ROWS]).encode("utf-8")),
        ("名录.csv", lines([HEADER, *ROWS]).encode("utf-8-sig")),
        ("名录.csv", lines([HEADER, *ROWS]).encode("gb18030")),
        ("名录.tsv", lines([HEADER, *ROWS], "\t").encode("gbk")),
        ("名录.txt", lines([HEADER, *ROWS], "\t").encode("utf-8")),
        ("名录.csv", lines([HEADER, *ROWS], ";").encode("utf-8")),
        ("名录.csv", lines([HEADER, *ROWS]).replace("\n", "\r\n").encode("utf-16")),
    ],
)
def test_text_files_of_any_encoding_and_separator(read, raw, name, data):
    (raw / name).write_bytes(data)
    frame = table(read())
    assert frame["uscc"].tolist() == [A, B]
    assert frame["output_value"].tolist()[0] == 1234.5
    assert frame["output_value"].isna().tolist() == [False, True]
    assert frame["_line"].tolist() == [2, 3]


def test_titles_merged_cells_notes_and_totals(read, raw, xlsx):
    rows = [["西青区企业情况表（2024年）"], ["填报单位：某局　单位：亿元"], ["序号", *HEADER[:-1], "工业总产值"],
            [1, *ROWS[0][:-1], 1.5], [2, *ROWS[1][:-1], 2], ["合计", None, None, None, None, 3.5], ["注：含税"]]  # fmt: skip
    xlsx(raw / "表.xlsx", rows, merged=["A1:F1"])
    received = read()
    frame = table(received)
    assert frame["output_value"].tolist() == [15000.0, 20000.0]
    assert frame["_line"].tolist() == [4, 5]
    assert frame["year"].tolist() == [2024, 2024]
    assert codes(received, "error") == []


def test_a_total_that_is_not_the_sum_is_told(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [HEADER, *ROWS, ["合计", None, None, None, 9999]])
    received = read()
    assert len(table(received)) == 2
    assert "total_disagrees" in codes(received)


def test_figures_of_several_years_in_one_row(read, raw, xlsx):
    header = [
        "企业名称",
        "统一社会信用代码",
        "2022年营业收入(元)",
        "2023年营业收入(元)",
        "2024年营业收入(元)",
    ]
    xlsx(raw / "企业名录.xlsx", [header, ["天津海河传感技术有限公司", A, 10000, 20000, 30000]])
    frame = table(read()).sort_values("year")
    assert frame[["year", "revenue"]].values.tolist() == [[2022, 1.0], [2023, 2.0], [2024, 3.0]]


def test_a_percent_cell_and_a_plain_number_say_the_same(read, raw, xlsx):
    rows = [["企业名称", "统一社会信用代码", "市场占有率"], ["甲公司", A, 0.23], ["乙公司", B, "23%"]]
    xlsx(raw / "企业名录.xlsx", rows, formats=[("C2", "0%")])
    assert table(read())["market_share"].tolist() == [23.0, 23.0]


def test_a_list_beside_the_sheet_that_the_mapping_names_is_told(read, raw, xlsx):
    path = raw / "汇总.xlsx"
    xlsx(path, [HEADER, *ROWS], sheet="企业名录")
    book = openpyxl.load_workbook(path)
    for row in (["基金名称", "基金规模（亿元）"], ["甲基金", 3]):
        (book["基金"] if "基金" in book.sheetnames else book.create_sheet("基金")).append(row)
    book.create_sheet("填表说明").append(["一、请如实填写。"])
    book.save(path)
    received = read({"source": [{"file": path.name, "sheet": "企业名录", "table": "enterprises"}]})
    assert "funds" not in received.tables
    [found] = [one for one in received.findings if one.code == "sheet_not_named"]
    assert all(word in found.message for word in ("“基金”", "产业引导基金", "“企业名录”"))


def test_hidden_sheets_and_rows_are_told(read, raw, xlsx):
    path = raw / "企业名录.xlsx"
    xlsx(path, [HEADER, *ROWS], hidden=[3])
    book = openpyxl.load_workbook(path)
    book.create_sheet("旧版").append(HEADER)
    book["旧版"].sheet_state = "hidden"
    book.save(path)
    received = read()
    assert {"sheet_hidden", "rows_hidden"} <= set(codes(received))
    assert len(table(received)) == 2


def test_rmb_becomes_usd_only_with_a_recorded_rate(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [["企业名称", "统一社会信用代码", "出口额（万元）"], ["甲公司", A, 720]])
    assert table(read())["exports"].isna().all()
    rates = {"usd_cny": {"value": 7.2, "source": "外汇局", "date": "2024-12-31", "kind": "average"}}
    received = read(rates=rates)
    assert table(received)["exports"].tolist() == [100.0]
    assert "rate_used" in codes(received)


@pytest.mark.parametrize(
    ("file", "kind"),
    [("第六批专精特新“小巨人”企业名单.xlsx", "little_giants"), ("天津市专精特新中小企业名单.xlsx", "municipal_srdi"),
     ("制造业单项冠军企业名单（国家级）.xlsx", "national_champions"), ("天津市制造业单项冠军名单.xlsx", "municipal_champions"),
     ("高新技术企业名单.xlsx", "hightech_enterprises"), ("5G工厂名录.xlsx", "factories_5g"), ("绿色工厂.xlsx", "green_factories"),
     ("标识解析二级节点.xlsx", "identifier_nodes")],
)  # fmt: skip
def test_the_kind_of_a_list_comes_from_its_name(read, raw, xlsx, file, kind):
    xlsx(raw / file, [["企业名称", "认定年份"], ["甲公司", 2023]])
    assert table(read(), "recognitions")["kind"].tolist() == [kind]


def test_an_empty_list_is_given(read, raw, xlsx):
    xlsx(raw / "绿色工厂名单.xlsx", [["企业名称", "统一社会信用代码", "项目名称"]])
    received = read()
    assert len(table(received, "recognitions")) == 0
    assert received.given()["recognitions"] == {"green_factories"}


MAPPED = {"source": [{"file": "甲.xlsx", "table": "enterprises", "columns": {"单位": "name", "数": "output_value"},
                      "units": {"output_value": "千元"}, "constants": {"district": "西青区"}, "priority": 7,
                      "values": {"above_scale": {"大": "是"}}}]}  # fmt: skip


def test_the_mapping_settles_what_is_not_recognised(read, raw, xlsx):
    xlsx(raw / "甲.xlsx", [["单位", "数", "是否规上"], ["甲公司", 50, "大"]])
    frame = table(read(MAPPED))
    [row] = frame.to_dict("records")
    assert (row["name"], row["output_value"], row["district"]) == ("甲公司", 5.0, "西青区")
    assert (row["_priority"], row["above_scale"]) == (7, True)


FAULTS = [
    ("unit_missing", [["企业名称", "产值"], ["甲公司", 12000]], {"产值", "没有写单位"}),
    (
        "amount_unreadable",
        [["企业名称", "产值（万元）"], ["甲公司", "300-500"]],
        {"第2行", "300-500", "没有采用"},
    ),
    ("amount_about", [["企业名称", "产值（万元）"], ["甲公司", "约3亿"]], {"第2行", "约3亿", "只是约数"}),
    ("word_unknown", [["企业名称", "是否规上"], ["甲公司", "见附件"]], {"第2行", "见附件"}),
    (
        "code_check_character",
        [["企业名称", "统一社会信用代码"], ["甲公司", "91120111MA050001XH"]],
        {"第2行", "校验码"},
    ),
    ("code_damaged", [["企业名称", "统一社会信用代码"], ["甲公司", "9.1120111E+17"]], {"第2行"}),
    ("district_unknown", [["企业名称", "所在区"], ["甲公司", "某某园区"]], {"第2行", "某某园区"}),
    ("column_asked", [["企业名称", "研发费用（万元）"], ["甲公司", 3]], {"研发费用"}),
    ("rate_missing", [["企业名称", "出口额（万元）"], ["甲公司", 3]], {"出口额"}),
    (
        "row_without_name",
        [["企业名称", "统一社会信用代码", "产值（万元）"], [None, None, 3], ["甲公司", A, 3]],
        {"第2行"},
    ),
]


@pytest.mark.parametrize(("code", "rows", "words"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_explained(read, raw, xlsx, code, rows, words):
    xlsx(raw / "企业名录.xlsx", rows)
    message = said(read(), code)
    assert "企业名录.xlsx" in message
    assert all(word in message for word in words), message


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("企业名录.xlsx", b"PK\x03\x04broken", "file_unreadable"), ("企业名录.csv", b"", "file_empty"),
     ("说明.wps", b"\xd0\xcf\x11\xe0", "file_is_document"), ("扫描.jpg", b"\xff\xd8\xff", "file_is_picture"),
     ("随笔.csv", "今天天气很好\n明天也好".encode(), "file_not_recognised"), ("数据.xyz", b"abc", "file_format_unknown")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_an_error_that_says_what_to_do(read, raw, name, data, code):
    (raw / name).write_bytes(data)
    received = read()
    [found] = [one for one in received.findings if one.code == code]
    assert found.level == "error"
    assert found.fix
    assert name in found.message


def test_an_ignored_file_is_left_alone(read, raw):
    (raw / "随笔.csv").write_text("今天天气很好", "utf-8")
    assert read({"ignore": ["随笔.csv"]}).findings == []


@pytest.mark.parametrize(
    ("source", "code"),
    [({"file": "没有.xlsx", "table": "enterprises"}, "mapping_file_missing"),
     ({"file": "企业名录.xlsx", "sheet": "没有", "table": "enterprises"}, "mapping_sheet_missing"),
     ({"file": "企业名录.xlsx", "table": "enterprises", "columns": {"没有": "revenue"}}, "mapping_column_missing")],
)  # fmt: skip
def test_a_mapping_that_names_what_is_not_there_is_told(read, raw, xlsx, source, code):
    xlsx(raw / "企业名录.xlsx", [HEADER, *ROWS])
    assert code in codes(read({"source": [source]}), "error")
