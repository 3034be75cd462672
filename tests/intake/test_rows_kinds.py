"""Which rows are rows of the list, and what a list of recognitions is a list of."""

import pytest

N = "企业名称"
HEAD = ["序号", N, "产值（万元）"]


def names(received, table="enterprises"):
    return received.tables[table]["name"].tolist()


def codes(received):
    return {one.code for one in received.findings} - {"columns_needed", "year_assumed", "columns_unknown"}


ROWS = [
    ("total", [[1, "甲", 5], [2, "乙", 6], ["合计", None, 11]], ["甲", "乙"], set()),
    ("total with spaces", [[1, "甲", 5], [None, "合　计", 5]], ["甲"], set()),
    ("total with a count", [[1, "甲", 5], ["总计", "1家", 5]], ["甲"], set()),
    ("subtotals", [[1, "甲", 5], [None, "小计", 5], [2, "乙", 6], [None, "小计：", 6], [None, "总计", 11]], ["甲", "乙"], set()),
    ("subtotal of a district", [[1, "甲", 5], [None, "西青区小计", 5]], ["甲"], set()),
    ("average", [[1, "甲", 5], [2, "乙", 6], [None, "平均", 5.5]], ["甲", "乙"], set()),
    ("rounded total", [[1, "甲", 5.06], [2, "乙", 6.07], [None, "合计", 11.1]], ["甲", "乙"], set()),
    ("wrong total", [[1, "甲", 5], [2, "乙", 6], [None, "合计", 12]], ["甲", "乙"], {"total_disagrees"}),
    ("wrong average", [[1, "甲", 5], [2, "乙", 6], [None, "平均值", 11]], ["甲", "乙"], {"total_disagrees"}),
    ("note", [[1, "甲", 5], ["注：含税", None, None]], ["甲"], set()),
    ("note without colon", [[1, "甲", 5], [None, "注 以上数据由统计局提供，截至2024年底", None]], ["甲"], set()),
    ("signatures", [[1, "甲", 5], ["填表人：张三", None, "审核人：李四"]], ["甲"], set()),
    ("blank rows", [[None, None, None], [1, "甲", 5], [None, " ", None], [2, "乙", 6]], ["甲", "乙"], set()),
    ("only a number", [[1, "甲", 5], [2, None, None]], ["甲"], set()),
    ("header again", [[1, "甲", 5], HEAD, [2, "乙", 6]], ["甲", "乙"], set()),
    ("no name", [[1, "甲", 5], [2, None, 6]], ["甲", None], {"row_without_name"}),
    ("names like totals", [[1, "合力公司", 5], [2, "天津平均律乐器有限公司", 6]], ["合力公司", "天津平均律乐器有限公司"], set()),
    ("names like notes", [[1, "注塑机械公司", 5], [2, "来源科技公司", 6]], ["注塑机械公司", "来源科技公司"], set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected", "told"), [case[1:] for case in ROWS], ids=[case[0] for case in ROWS]
)
def test_which_rows_are_rows(read, raw, xlsx, rows, expected, told):
    xlsx(raw / "企业名录.xlsx", [HEAD, *rows])
    received = read()
    assert names(received) == expected
    assert codes(received) == told


def test_a_name_merged_over_its_items(read, raw, xlsx):
    rows = [[N, "项目名称"], ["甲公司", "一号"], [None, "二号"], ["乙公司", "三号"]]
    xlsx(raw / "5G工厂名录.xlsx", rows, merged=["A2:A3"])
    assert names(read(), "recognitions") == ["甲公司", "甲公司", "乙公司"]


KINDS = [
    ("国家级制造业单项冠军.xlsx", "national_champions", None, set()),
    ("市级单项冠军名单.xlsx", "municipal_champions", "市级", {"level_from_words"}),
    ("单项冠军.xlsx", None, None, {"kind_unclear"}),
    ("第五批小巨人.xlsx", "little_giants", None, set()),
    ("国家级专精特新企业.xlsx", None, None, {"kind_unclear"}),
    ("天津市专精特新中小企业.xlsx", "municipal_srdi", None, set()),
    ("2023年高企名单.xlsx", "hightech_enterprises", None, set()),
    ("国家级卓越级智能工厂.xlsx", "smart_factories", None, set()),
    ("天津市智能工厂.xlsx", "smart_factories", None, {"level_unclear"}),
    ("市级绿色工厂.xlsx", "green_factories", "市级", {"level_from_words"}),
    ("智能制造优秀场景.xlsx", "smart_scenes", None, set()),
    ("工业互联网标识解析二级节点.xlsx", "identifier_nodes", None, set()),
    ("双跨工业互联网平台.xlsx", "industrial_internet_platforms", None, set()),
    ("荣誉.xlsx", None, None, {"kind_missing"}),
]


@pytest.mark.parametrize(("file", "kind", "level", "told"), KINDS)
def test_the_kind_and_level_by_the_files_name(read, raw, xlsx, file, kind, level, told):
    xlsx(raw / file, [[N, "认定年份", "批次"], ["甲公司", 2023, "第一批"]])
    received = read()
    [row] = received.tables["recognitions"].to_dict("records")
    assert (row["kind"], row.get("level")) == (kind, level)
    assert ("kind" in row["_unknown"]) == (kind is None)
    assert codes(received) == told


def test_sheet_title_and_column_come_before_the_files_name(read, raw, xlsx):
    path = raw / "专精特新小巨人.xlsx"
    xlsx(path, [[N, "认定年份"], ["甲公司", 2023]], sheet="绿色工厂")
    xlsx(path, [["5G工厂名录"], [N, "认定年份"], ["乙公司", 2023]], sheet="二")
    xlsx(path, [[N, "认定年份", "资质类别"], ["丙公司", 2023, "高企"], ["丁公司", 2023, None]], sheet="三")
    xlsx(path, [[N, "认定年份"], ["戊公司", 2023]], sheet="制造业单项冠军")
    frame = read().tables["recognitions"]
    assert frame["kind"].tolist() == [
        "green_factories",
        "factories_5g",
        "hightech_enterprises",
        "little_giants",
        None,
    ]


def test_a_range_in_the_year_column_is_year_and_validity(read, raw, xlsx):
    rows = [
        [N, "认定年份", "有效期"],
        ["甲", "2021-2024", None],
        ["乙", "2022年", "2022-12-01至2025-11-30"],
        ["丙", 2023, "长期"],
    ]
    xlsx(raw / "高企名单.xlsx", rows)
    frame = read().tables["recognitions"]
    assert frame["year"].tolist() == [2021, 2022, 2023]
    assert [str(day) for day in frame["valid_until"]] == ["2024-12-31", "2025-11-30", "9999-12-31"]


def test_a_district_comes_from_the_address_where_it_is_blank_or_unknown(read, raw, xlsx):
    rows = [[N, "所在区", "注册地址"], ["甲", None, "天津市西青区张家窝镇"], ["乙", "某园区", "天津市武清区京滨工业园"],
            ["丙", "某园区", "天津市"], ["丁", None, "河北省廊坊市"]]  # fmt: skip
    xlsx(raw / "企业名录.xlsx", rows)
    received = read()
    frame = received.tables["enterprises"]
    assert frame["district"].tolist() == ["西青区", "武清区", None, None]
    assert frame["_unknown"].tolist() == ["", "", "district", ""]
    assert "district_from_address" in codes(received)


def test_a_blank_district_is_what_the_sheet_is_called(read, raw, xlsx):
    head = [N, "所在区", "注册地址"]
    xlsx(raw / "各区.xlsx", [head, ["甲", None, None], ["乙", "某园区", None], ["丙", None, "河北省廊坊市"], ["丁", "武清区", None]],
         sheet="西青区")  # fmt: skip
    received = read()
    assert received.tables["enterprises"]["district"].tolist() == ["西青区", None, None, "武清区"]
    [found] = [one for one in received.findings if one.code == "district_from_sheet"]
    assert "1 行" in found.message
    assert "第 2 行" in found.message


def test_a_sheet_whose_name_only_begins_with_a_district_says_nothing(read, raw, xlsx):
    xlsx(raw / "各区.xlsx", [[N, "产值（万元）"], ["甲", 1]], sheet="西青区规上企业")
    assert "district_from_sheet" not in codes(read())


def test_a_column_that_no_list_has_is_told_once(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [[N, "产值（万元）"], ["甲", 1]])
    [found] = [one for one in read().findings if one.code == "columns_needed"]
    assert "“所在区”或“注册地址”、“行业代码”、“是否规上”" in found.message


def test_what_no_indicator_reads_is_only_a_warning(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [[N, "市场占有率（%）", "产值（万元）"], ["甲", "约三成", "约三亿"]])
    levels = {one.place.column: one.level for one in read().findings if one.code.startswith("amount_")}
    assert levels == {"市场占有率(%)": "warning", "产值(万元)": "error"}
