"""The steps are computed when asked for, kept, and made anew when a file changes; tries save nothing."""

import dataclasses
import os

import pytest

import clusterkit as ck
from clusterkit.errors import WorkspaceError


@pytest.fixture
def workspace(workspace_folder):
    return ck.Workspace(workspace_folder)


def edit(path, before, after):
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    moment = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(moment, moment))


def test_a_step_is_kept(workspace):
    assert workspace.results() is workspace.results()
    assert workspace.received() is workspace.received()
    assert workspace.findings() is workspace.findings()


EDITS = [
    ("raw/企业名录.csv", "12000", "22000", 3.0),
    ("cluster.toml", '["西青区"]', '["北辰区"]', 0.05),
    ("cluster.toml", "reference_year = 2024", "reference_year = 2023", None),
]


@pytest.mark.parametrize(("file", "before", "after", "value"), EDITS)
def test_an_edited_file_is_read_again(workspace, workspace_folder, file, before, after, value):
    assert workspace.results()["output_value"].value == 2.0
    edit(workspace_folder / file, before, after)
    assert workspace.results()["output_value"].value == pytest.approx(value) if value else True
    assert workspace.results()["output_value"].value != 2.0


def test_a_new_list_and_a_decision_are_noticed(workspace, workspace_folder):
    assert workspace.results()["green_factories"].value is None
    (workspace_folder / "raw" / "国家级绿色工厂名单.csv").write_text(
        "企业名称,认定年份\n天津云帆半导体有限公司,2023\n", "utf-8"
    )
    assert workspace.results()["green_factories"].value == 1
    decision = (
        "kind,key,name,choice,reason,by,at\nscope,天津云帆半导体有限公司,,exclude,已迁出,张三,2025-03-01\n"
    )
    (workspace_folder / "decisions.csv").write_text(decision, "utf-8-sig")
    assert workspace.results()["green_factories"].value == 0


def test_a_wrong_edit_is_told(workspace, workspace_folder):
    edit(workspace_folder / "cluster.toml", "districts", "distrcts")
    with pytest.raises(WorkspaceError, match="districts"):
        workspace.results()


def test_a_preview_saves_nothing(workspace, workspace_folder):
    before = (workspace_folder / "cluster.toml").read_bytes()
    wider = dataclasses.replace(workspace.scope, districts=("西青区", "北辰区"))
    assert workspace.preview(scope=wider)["enterprises"].value == 3
    assert workspace.results()["enterprises"].value == 2
    assert (workspace_folder / "cluster.toml").read_bytes() == before


def test_a_preview_of_an_interpretation(workspace, workspace_folder):
    lists = "日期,活动名称\n2024-05-01,对接会\n2023-05-01,论坛\n"
    (workspace_folder / "raw" / "活动记录.csv").write_text(lists, "utf-8")
    assert workspace.results()["activities"].value == 1
    assert workspace.preview(interpretation={"activities": "all"})["activities"].value == 2


def test_a_declared_total_stands_beside_the_sum(workspace_folder):
    declared = (
        '\n[declared.employees]\nvalue = 3.2\nunit = "万人"\ndepartment = "区统计局"\ndocument = "函"\n'
        'date = 2025-03-01\nreason = "统计法"\nprint = {}\n'
    )
    path = workspace_folder / "cluster.toml"
    settings = path.read_text("utf-8")
    for printing, value, source in (("false", 0.016, "computed"), ("true", 3.2, "declared")):
        path.write_text(settings + declared.format(printing), "utf-8")
        result = ck.Workspace(workspace_folder).results()["employees"]
        assert (result.value, result.source) == (pytest.approx(value), source)
        assert float(result.declared.value) == 3.2


def test_a_decision_by_hand_shows_in_the_scope(workspace_folder):
    decision = (
        "kind,key,name,choice,reason,by,at\nscope,天津北辰阀门有限公司,,include,产品相关,张三,2025-03-01\n"
    )
    (workspace_folder / "decisions.csv").write_text(decision, "utf-8-sig")
    workspace = ck.Workspace(workspace_folder)
    assert workspace.results()["enterprises"].value == 3
    [row] = workspace.lineage("enterprises", of="天津北辰阀门有限公司")
    assert row["counted"]
    assert "产品相关" in row["reason"]


def test_the_folder_names_the_workspace(workspace, workspace_folder):
    assert repr(workspace) == f"Workspace({str(workspace_folder)!r})"
