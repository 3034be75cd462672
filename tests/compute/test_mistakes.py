"""The usual mistakes made on purpose: each number worked out by hand."""

from decimal import Decimal

import pytest

import clusterkit as ck
from clusterkit.compute.mistakes import mistakes
from clusterkit.guide.mistake_model import Mistake
from folders import write_folder

REGISTER = """\
企业名称,统一社会信用代码,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,从业人员数（人）,在职员工数（人）
天津海河传感技术有限公司,,西青区,3983,存续,是,2024,12000,10000,1000,100,80
天津云帆半导体有限公司,,西青区,3973,存续,是,2024,8000,30000,600,60,60
天津无数据电子有限公司,,西青区,3973,存续,是,2024,5000,40000,,30,30
天津小微电子有限公司,,西青区,3973,存续,否,2024,900,800,80,20,20
天津海河传感技术有限公司西青分公司,,西青区,3983,存续,否,2024,100,100,,5,5
天津北辰阀门有限公司,,北辰区,3443,存续,否,2024,500,400,,20,20
"""
GIANTS = """\
企业名称,认定年份
天津海河传感技术有限公司,2018
天津云帆半导体有限公司,2023
天津云帆半导体有限公司,2024
河北燕岭传感器有限公司,2023
"""
FACTORIES = """\
企业名称,项目名称,认定年份
天津海河传感技术有限公司,一号厂,2023
天津海河传感技术有限公司,二号厂,2024
"""

# the mistake, what it changes, and what it gives on the lists above
MADE = [
    ("rd_intensity", {"average": True}, "6.00"),  # (10% + 2%) ÷ 2
    ("rd_intensity", {"incomplete": True}, "2.00"),  # 1,600 ÷ 80,000
    ("rd_intensity", {"without": ["above_scale"]}, "4.12"),  # 1,680 ÷ 40,800
    ("rd_intensity", {"formula": "sum(rd_expense) / sum(output_value)"}, "8.00"),  # 1,600 ÷ 20,000
    ("rd_intensity", {"average": True, "without": ["above_scale"]}, "7.33"),  # (10% + 2% + 10%) ÷ 3
    ("output_value", {"unit": "万元"}, "25900.00"),
    ("output_value", {"rows": [{"table": "enterprises", "rules": ["in_scope", "above_scale"]}]}, "2.50"),
    ("enterprises", {"without": ["legal_person"]}, "5"),
    ("enterprises", {"without": ["leading_industry", "in_area", "legal_person"]}, "6"),
    ("enterprises", {"instead": {"legal_person": "branch"}}, "1"),
    ("little_giants", {"without": ["in_force_srdi"]}, "2"),
    ("little_giants", {"once": []}, "2"),
    ("little_giants", {"without": ["holder_on_register", "holder_enterprise_in_scope"]}, "2"),
    ("factories_5g", {"once": ["_id"]}, "1"),
]  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    lists = {"企业名录": REGISTER, "国家级专精特新小巨人企业名单": GIANTS, "国家级5G工厂名单": FACTORIES}
    return ck.Workspace(write_folder(tmp_path_factory.mktemp("mistakes") / "ws", lists))


def made(workspace, indicator, **changes):
    """Make one mistake of one's own."""
    mistake = Mistake(id="made", indicator=indicator, title="误算", because="不对", source="试验", **changes)
    guide = workspace.guide.model_copy(update={"mistakes": {"made": mistake}})
    tables, given = workspace.settled().tables, workspace.received().given()
    return mistakes(guide, tables, workspace.scope, workspace.results(), given)["made"]


def test_the_right_numbers(workspace):
    results = workspace.results()
    right = {name: results[name].display for name in dict.fromkeys(name for name, _, _ in MADE)}
    assert right == {
        "rd_intensity": "4.00",
        "output_value": "2.59",
        "enterprises": "4",
        "little_giants": "1",
        "factories_5g": "2",
    }


@pytest.mark.parametrize(("indicator", "changes", "expected"), MADE)
def test_a_mistake_gives(workspace, indicator, changes, expected):
    assert made(workspace, indicator, **changes).display == expected


@pytest.mark.parametrize(("indicator", "changes", "gap", "sentence"), [
    ("rd_intensity", {"average": True}, "+2.00 个百分点",
     "误算 6.00% ↔ 正确 4.00%，差 +2.00 个百分点，因为不对。"),
    ("output_value", {"rows": [{"table": "enterprises", "rules": ["in_scope", "above_scale"]}]}, "−0.09 亿元",
     "误算 2.50亿元 ↔ 正确 2.59亿元，差 −0.09 亿元，因为不对。"),
    ("output_value", {"unit": "万元"}, "10000 倍",
     "误算 25900.00亿元 ↔ 正确 2.59亿元，差 10000 倍，因为不对。"),
    ("factories_5g", {"without": ["in_force_item"]}, "",
     "按此误算也得 2个，在这份数据上看不出差别；仍然不对，因为不对。"),
    ("rd_intensity", {"instead": {"above_scale": "year == 1900"}}, "",
     "按此误算得不出数，因为不对。"),
])  # fmt: skip
def test_a_mistake_is_said(workspace, indicator, changes, gap, sentence):
    mistaken = made(workspace, indicator, **changes)
    assert (mistaken.gap, mistaken.sentence) == (gap, sentence)


def test_the_mistaken_number_has_a_lineage_of_its_own(workspace):
    mistaken = made(workspace, "enterprises", without=["legal_person"])
    rows = mistaken.wrong.lineage()
    assert set(rows["name"][rows["counted"]]) - set(
        (right := mistaken.right.lineage())["name"][right["counted"]]
    ) == {"天津海河传感技术有限公司西青分公司"}
    assert mistaken.difference == Decimal(1)


def test_every_mistake_of_the_guide_can_be_made(workspace):
    tables, given = workspace.settled().tables, workspace.received().given()
    found = mistakes(workspace.guide, tables, workspace.scope, workspace.results(), given)
    known = {name for name, result in workspace.results().items() if result.computed is not None}
    assert set(found) == {one.id for one in workspace.guide.mistakes.values() if one.indicator in known}
    assert {"rd_intensity_averaged", "little_giants_lapsed"} <= set(found)
    assert found["rd_intensity_averaged"].exact == Decimal(6)


def test_only_some_indicators(workspace):
    tables, results = workspace.settled().tables, workspace.results()
    asked = mistakes(workspace.guide, tables, workspace.scope, results, only=["trade", "rd_intensity"])
    assert {one.mistake.indicator for one in asked.values()} == {"rd_intensity"}
    assert mistakes(workspace.guide, tables, workspace.scope, results, only=[]) == {}
