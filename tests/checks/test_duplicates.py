"""With very many disagreements none is tried: each in a field that is read is an error."""

from clusterkit.checks import duplicates
from clusterkit.workspace import Workspace

HEADER = "企业名称,所在区,行业代码,是否规上,数据年度,产值（万元）,主要产品\n"


def test_too_many_to_try_are_errors_where_an_indicator_reads_the_field(workspace_folder, monkeypatch):
    monkeypatch.setattr(duplicates, "MANY", 0)
    path = workspace_folder / "raw" / "企业名录.csv"
    path.write_text(
        path.read_text("utf-8")
        .replace("企业名称,", "企业名称,主要产品,")
        .replace("有限公司,", "有限公司,阀,"),
        "utf-8",
    )
    row = "天津海河传感技术有限公司,西青区,3983,是,2024,12000.1,芯片\n"
    (workspace_folder / "raw" / "企业自报.csv").write_text(HEADER + row, "utf-8")
    found = {
        one.values["field"]: one.level
        for one in Workspace(workspace_folder).findings()
        if one.code == duplicates.CODE
    }
    assert found == {"output_value": "error", "main_product": "info"}
