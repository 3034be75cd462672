"""Decisions in words."""

import pytest

import clusterkit as ck
from clusterkit.report.decisions import choices, html

CODE = "91120000238994906G"
ROWS = [
    (f"scope,{CODE},天津甲公司,exclude,已迁出", "不纳入"),
    (f"match,甲公司简称,,{CODE},电话核实", f"是{CODE}"),
    (f"match,乙公司,,not:{CODE},不是一家", f"不是{CODE}"),
    ("match,某研究所,,institution,在集群内", "是集群内机构"),
    ("match,某外地公司,,none,不在集群", "不属于本集群"),
    (f"duplicate,{CODE},,企业名录.csv:3,统计报表为准", "以“企业名录.csv · 第3行”为准"),
    (f"review,little_giants:{CODE},,2024,公告", "2024 年通过复核"),
    (f"review,little_giants:{CODE},,lapsed,公告", "没有通过复核"),
    ("finding,some_code:place,,accepted,已核对", "已接受"),
]


@pytest.mark.parametrize(("row", "said"), ROWS)
def test_a_decision_in_words(workspace_folder, row, said):
    (workspace_folder / "decisions.csv").write_text(f"kind,key,name,choice,reason\n{row}\n", "utf-8-sig")
    shown = str(html(ck.Workspace(workspace_folder)))
    assert f"<td>{said}</td><td>{row.rpartition(',')[2]}</td>" in shown


MAPPINGS = [
    ('[[source]]\nfile = "企业名录.csv"\ntable = "enterprises"\npriority = 20\n', "是企业名录，优先级 20"),
    ('[[source]]\nfile = "企业名录.csv"\ntable = "enterprises"\nunits = { rd_expense = "万元" }\n', "“研发经费支出”的单位是万元"),
    ('[[source]]\nfile = "企业名录.csv"\ntable = "enterprises"\ncolumns = { "产值（万元）" = "" }\n', "列“产值（万元）”不读"),
    ('[values.district]\n"工业区" = "西青区"\n', "“所在区”中“工业区”读作“西青区”"),
    ('ignore = ["*.bak"]\n', "不读"),
]  # fmt: skip


@pytest.mark.parametrize(("mapping", "said"), MAPPINGS)
def test_how_lists_are_read_in_words(workspace_folder, mapping, said):
    (workspace_folder / "mapping.toml").write_text(mapping, "utf-8")
    assert f"<div>{said}</div>" in str(html(ck.Workspace(workspace_folder)))


def test_a_choice_says_whether_a_person_took_it(workspace_folder):
    settings = workspace_folder / "cluster.toml"
    settings.write_text(
        settings.read_text("utf-8") + '\n[interpretation]\nstandards = "international"\n', "utf-8"
    )
    workspace = ck.Workspace(workspace_folder)
    taken = dict(zip(workspace.guide.interpretations, choices(workspace), strict=True))
    assert (taken["standards"].by, taken["patents"].by) == ("cluster.toml 写明", "按默认，待确认")
    assert taken["standards"].label == workspace.guide.interpretations["standards"].label("international")
