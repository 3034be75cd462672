"""Headings of groups: rows that name a district, and the rows below them that take it."""

import pytest

import clusterkit as ck
from clusterkit.guide import load_guide
from clusterkit.intake.headings import district_headings

PLACES = load_guide("tianjin-2025-1").places


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("西青区：", "西青区"), ("西青", "西青区"), ("一、西青区（2家）", "西青区"), ("（二）天津市津南区", "津南区"), ("3.北辰区(共3家):", "北辰区"),
        ("东疆综保区", "天津东疆综合保税区"), ("【四】蓟县", "蓟州区"), ("西青区规上企业", None), ("西青仪器有限公司", None), ("合计", None), ("华苑", None), ("河北省", None),
    ],
)  # fmt: skip
def test_a_row_that_says_only_a_district_is_a_heading(text, district):
    rows = [["企业名称", "产值"], [text, ""], [text, 5.0]]
    assert district_headings(rows, 1, PLACES) == ({1: district} if district else {})


ROW = "天津{}传感有限公司,3983,存续,是,2024,{}"
GROUPED = [
    "企业名称,行业代码,登记状态,是否规上,数据年度,产值（万元）", ROW.format("甲", 1), "一、西青区（2家）,,,,,", ROW.format("乙", 2), ROW.format("丙", 3),
    "小计,,,,,5", "津南区：,,,,,", ROW.format("丁", 4),
]  # fmt: skip


def test_the_rows_of_a_group_take_its_district(workspace_folder):
    (workspace_folder / "raw" / "各区企业.csv").write_text("\n".join(GROUPED), "utf-8")
    workspace = ck.Workspace(workspace_folder)
    frame = workspace.received().tables["enterprises"]
    own = frame[frame["_file"] == "各区企业.csv"]
    assert [district or None for district in own["district"].fillna("")] == [
        None,
        "西青区",
        "西青区",
        "津南区",
    ]
    [told] = [one for one in workspace.findings() if one.code == "district_from_heading"]
    assert "3 行没有写所在区" in told.message
    assert "第3行“西青区”、第7行“津南区”" in told.message
    assert workspace.results()["enterprises"].value == 4
