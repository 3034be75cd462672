"""All findings together: accepted errors, causes, duplicates by what they change, the scope."""

import pytest

from clusterkit.findings import LEVELS
from clusterkit.workspace import Workspace


def codes(folder, code):
    return [finding for finding in Workspace(folder).findings() if finding.code == code]


def add(folder, name, text):
    (folder / "raw" / name).write_text(text, "utf-8")


def change(folder, before, after):
    path = folder / "cluster.toml"
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


def test_errors_come_first_and_every_id_stands_once(broken_folder):
    found = Workspace(broken_folder).findings()
    levels = [LEVELS.index(finding.level) for finding in found]
    assert levels == sorted(levels)
    assert levels[0] == 0
    ids = [finding.id for finding in found]
    assert len(ids) == len(set(ids))


DECISIONS = "kind,key,name,choice,reason,by,at\n"


@pytest.mark.usefixtures("no_office")
def test_an_accepted_error_becomes_a_notice_with_its_reason(broken_folder):
    [error] = codes(broken_folder, "file_not_recognised")
    row = f"finding,{error.id},,accepted,是会议纪要，不是名单,张三,2025-03-01\n"
    (broken_folder / "decisions.csv").write_text(DECISIONS + row, "utf-8-sig")
    [notice] = codes(broken_folder, "file_not_recognised")
    assert (notice.id, notice.level) == (error.id, "info")
    assert (notice.accepted, notice.message) == ("是会议纪要，不是名单", error.message)
    Workspace(broken_folder).build()


def test_accepting_what_is_not_there_is_told(workspace_folder):
    row = "finding,file_not_recognised:甲.csv,,accepted,无关,张三,2025-03-01\n"
    (workspace_folder / "decisions.csv").write_text(DECISIONS + row, "utf-8-sig")
    [told] = codes(workspace_folder, "accepted_nothing")
    assert (told.level, told.place.row) == ("info", 2)


HEADER = "企业名称,所在区,行业代码,是否规上,数据年度,产值（万元）,主要产品\n"
DISAGREEING = [
    # the other row, level, words
    ("天津海河传感技术有限公司,西青区,3983,是,2024,15000,\n", "error", "产值由2.00变为2.30"),
    ("天津海河传感技术有限公司,西青区,3983,是,2024,12000.1,\n", "info", ""),
    ("天津北辰阀门有限公司,北辰区,3983,否,2024,900,\n", "info", ""),
    ("天津北辰阀门有限公司,西青区,3983,否,2024,500,\n", "error", "企业数量由2变为3"),
    ("天津海河传感技术有限公司,西青区,3983,否,2024,12000,\n", "error", "规模以上企业数量由2变为1"),
    ("天津海河传感技术有限公司,西青区,1011,是,2024,12000,\n", "error", "小巨人”企业数量由1变为0"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "level", "words"), DISAGREEING)
def test_duplicates_are_weighed_by_what_the_other_row_would_change(workspace_folder, row, level, words):
    add(workspace_folder, "企业自报.csv", HEADER + row)
    [found] = codes(workspace_folder, "duplicate_disagrees")
    assert found.level == level
    assert words in found.message


def test_a_decided_duplicate_is_settled(workspace_folder):
    add(workspace_folder, "企业自报.csv", HEADER + DISAGREEING[0][0])
    row = "duplicate,天津海河传感技术有限公司,,企业自报.csv:2,企业更正了数字,张三,2025-03-01\n"
    (workspace_folder / "decisions.csv").write_text(DECISIONS + row, "utf-8-sig")
    assert codes(workspace_folder, "duplicate_disagrees") == []
    assert Workspace(workspace_folder).results()["output_value"].display == "2.30"


CAUSES = [
    # a list that cannot be read, the indicator that lacks it, the finding that is the cause
    ("PCT专利情况.csv", "甲,乙\n1,2\n", "pct_patents", "file_not_recognised:PCT专利情况.csv"),
    ("国家绿色工厂.csv", "甲,乙\n1,2\n", "green_factories", "file_not_recognised:国家绿色工厂.csv"),
    ("单项冠军名单.csv", "企业名称,认定年份\n甲有限公司,2023\n", "national_champions", "kind_unclear:单项冠军名单.csv"),
    ("会议纪要.csv", "甲,乙\n1,2\n", "pct_patents", None),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "indicator", "cause"), CAUSES)
def test_a_missing_list_follows_from_the_file_that_was_not_read(
    workspace_folder, file, text, indicator, cause
):
    add(workspace_folder, file, text)
    [found] = [one for one in codes(workspace_folder, "indicator_list_missing") if one.indicator == indicator]
    assert found.caused_by == cause


def test_a_missing_column_follows_from_its_unit(workspace_folder):
    path = workspace_folder / "raw" / "企业名录.csv"
    path.write_text(path.read_text("utf-8").replace("产值（万元）", "产值"), "utf-8")
    [cause] = codes(workspace_folder, "unit_missing")
    [found] = [
        one for one in codes(workspace_folder, "indicator_column_missing") if one.indicator == "output_value"
    ]
    assert found.caused_by == cause.id


MISSING = [
    ("indicator_list_missing", "pct_patents", "“PCT专利名单”"),
    ("indicator_list_missing", "green_factories", "“绿色工厂名单”"),
    ("indicator_column_missing", "labour_productivity", "都没有“在职员工数”"),
    ("indicator_not_reported", "full_time_staff", "full_time_staff"),
]


@pytest.mark.parametrize(("code", "indicator", "words"), MISSING)
def test_what_an_indicator_lacks_is_named(unchanged, code, indicator, words):
    [found] = [one for one in unchanged.findings() if (one.code, one.indicator) == (code, indicator)]
    assert words in found.message


def test_an_empty_list_is_zero_and_one_that_never_came_is_nothing(workspace_folder):
    add(workspace_folder, "国家级绿色工厂名单.csv", "企业名称,项目名称,认定年份\n")
    results = Workspace(workspace_folder).results()
    assert results["green_factories"].value == 0
    assert results["smart_factories"].value is None


SCOPES = [
    ('industries = ["39"]', "industries = []", "scope_without_industries", {"没有写 industries"}),
    ('districts = ["西青区"]', "districts = []", "scope_without_districts", {"没有写 districts"}),
    ('["39"]', '["39", "3999"]', "scope_unknown_industry", {"第6行", "3999"}),
    ('["西青区"]', '["西青区", "西清区"]', "scope_unknown_district", {"第7行", "西清区"}),
    ('["西青区"]', '["华苑"]', "scope_unknown_district", {"第7行", "华苑"}),
    ('name = "西青区智能传感器集群"', "", "cluster_without_name", {"没有写集群名称"}),
]


@pytest.mark.parametrize(("before", "after", "code", "words"), SCOPES)
def test_an_unclear_scope_is_told(workspace_folder, before, after, code, words):
    change(workspace_folder, before, after)
    [found] = codes(workspace_folder, code)
    assert all(word in found.message for word in words), found.message


def test_a_clear_scope_is_not(unchanged):
    found = {finding.code for finding in unchanged.findings()}
    assert not found & {code for *_, code, _ in SCOPES}
