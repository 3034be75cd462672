"""Rows counted: why they don't count, who lacks a figure, from which lists."""

import pytest

from clusterkit.compute.tally import lacking, stands, uncounted


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("output_value", [("不满足“未被人工排除”", "人工决定 decisions.csv", 1)]),
        ("rd_intensity", [("缺数", "本工具约定 缺数不作零", 1), ("不满足“规上企业”", "指南 附件6—1 指标说明 5、7、11", 1),
                          ("不满足“未被人工排除”", "人工决定 decisions.csv", 1)]),
        ("office_area", []),
        ("pct_patents", []),
    ],
)  # fmt: skip
def test_rows_that_do_not_count_by_reason(decided, indicator, expected):
    found = uncounted(decided.results()[indicator])
    assert [(one.title, one.origin, one.rows) for one in found] == expected


def test_counted_and_not_counted_are_all_rows_of_the_lineage(decided):
    for result in decided.results().values():
        rows = len(result.lineage())
        assert result.rows_counted + sum(one.rows for one in uncounted(result)) == rows, result.id


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("rd_intensity", [("天津云帆半导体有限公司", "缺研发经费支出，未计入合计")]),
        ("output_value", []),
        ("office_area", []),
    ],
)
def test_who_lacks_a_figure_and_which(decided, indicator, expected):
    found = [(one.name, one.reason.partition("，按")[0]) for one in lacking(decided.results()[indicator])]
    assert found == expected


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("output_value", [("企业名录.csv", 3, 0)]),
        ("little_giants", [("国家级专精特新小巨人企业名单.csv", 2, 0)]),
        ("full_time_staff", []),
    ],
)
def test_the_lists_that_rows_come_from(decided, indicator, expected):
    found = stands(decided.results()[indicator])
    assert [(str(one.place), one.rows, one.filled) for one in found] == expected


def test_a_figure_that_another_list_gave_is_told(tmp_path):
    from decided import HEADER, OWN_REPORT, decided_workspace

    own = OWN_REPORT.replace("9000,,60", "10000,350,60")
    workspace = decided_workspace(tmp_path, 企业自报=own, decisions="kind,key,choice,reason\n")
    found = stands(workspace.results()["rd_intensity"])
    assert HEADER in own
    assert [(str(one.place), one.rows, one.filled) for one in found] == [
        ("企业名录.csv", 3, 0),
        ("企业自报.csv", 0, 1),
    ]
