"""What the other rows would change, tried for all enterprises and fields together."""

from clusterkit.checks.duplicates import CODE
from clusterkit.workspace import Workspace

HEADER = "企业名称,所在区,行业代码,是否规上,数据年度,产值（万元）,营业收入（万元）,主要产品\n"
OTHERS = (
    "天津海河传感技术有限公司,西青区,3983,是,2024,12000.1,20000,芯片\n"
    "天津云帆半导体有限公司,津南区,3973,是,2024,9000,10000,\n"
)


def test_each_field_of_each_enterprise_has_its_own_answer(workspace_folder):
    (workspace_folder / "raw" / "企业自报.csv").write_text(HEADER + OTHERS, "utf-8")
    workspace = Workspace(workspace_folder)
    found = {
        (one.values["name"][2:4], one.values["field"]): one
        for one in workspace.findings()
        if one.code == CODE
    }
    assert {key: one.level for key, one in found.items()} == {
        ("海河", "output_value"): "info",
        ("海河", "revenue"): "error",
        ("云帆", "district"): "error",
        ("云帆", "output_value"): "error",
    }
    assert "上年度集群规上企业平均研发投入强度由4.00变为2.67" in found["海河", "revenue"].message
    assert "企业数量由2变为1" in found["云帆", "district"].message
    assert found["云帆", "output_value"].message.endswith("换成后者，上年度集群主导产业产值由2.00变为2.10。")


def test_what_it_says_is_what_a_decision_would_give(workspace_folder):
    (workspace_folder / "raw" / "企业自报.csv").write_text(HEADER + OTHERS.splitlines()[1] + "\n", "utf-8")
    [district, output] = [one for one in Workspace(workspace_folder).findings() if one.code == CODE]
    decision = "kind,key,name,choice,reason,by,at\nduplicate,天津云帆半导体有限公司,,企业自报.csv:2,已核实,张三,2025-03-01\n"
    (workspace_folder / "decisions.csv").write_text(decision, "utf-8-sig")
    display = Workspace(workspace_folder).results()["enterprises"].display
    assert f"企业数量由2变为{display}" in district.message
    assert output.indicator == "output_value"
