"""The next year under a guide of its own: names follow it, what it does not ask for any more is said."""

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.workspace.new import new_workspace
from evidence_given import pdf

INDICATORS = """\
[indicator.office_area]
name = "固定办公场所面积"

[indicator.enterprises]
name = "集群企业数量"

[indicator.full_time_staff]
remove = true
"""
EVIDENCE = """\
文件,佐证对象,材料类别
a.pdf,办公场所面积,场所证明
b.pdf,办公场所面积；专职工作人员数量,场所证明
c.pdf,专职工作人员数量,场所证明
"""
WITHOUT_STAFF = "[evidence_need.staff]\nremove = true\n\n[evidence_hint.staff]\nremove = true\n"


@pytest.fixture
def guide(tmp_path):
    folder = tmp_path / "guide-2026"
    folder.mkdir()
    (folder / "guide.toml").write_text('extends = "tianjin-2025-1"\nyear = 2026\n', "utf-8")
    (folder / "indicators.toml").write_text(INDICATORS, "utf-8")
    (folder / "evidence.toml").write_text(WITHOUT_STAFF, "utf-8")
    return folder


@pytest.fixture
def made(workspace_folder, guide, tmp_path):
    """The next year's folder and the report."""
    old = workspace_folder
    (old / "evidence.csv").write_text(EVIDENCE, "utf-8-sig")
    (old / "evidence").mkdir()
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (old / "evidence" / name).write_bytes(pdf())
    ck.Workspace(old).write_tables()
    path = old / "tables" / "年度计划.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["目标"]
    [row] = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == "企业数量"]
    sheet.cell(row, 5, "9")
    book.save(path)
    return tmp_path / "新", new_workspace(tmp_path / "新", str(guide), old=old)


def test_the_guide_is_found_from_the_workspace_wherever_one_stands(made, guide, monkeypatch, tmp_path):
    folder, report = made
    monkeypatch.chdir("/")
    workspace = ck.Workspace(folder)
    assert (workspace.settings.guide, workspace.guide.folder) == ("../guide-2026", guide.resolve())
    assert not [one for one in report.confirm if "指南仍是" in one]
    new_workspace(tmp_path / "再下一年", old=folder)
    assert ck.Workspace(tmp_path / "再下一年").guide.folder == guide.resolve()


def test_evidence_bears_the_new_names(made):
    folder, report = made
    written = (folder / "evidence.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [line.split(",")[:2] for line in written] == [
        ["a.pdf", "固定办公场所面积"],
        ["b.pdf", "固定办公场所面积"],
    ]
    assert any("“b.pdf”不再写“专职工作人员数量”" in one for one in report.confirm)
    assert any("新指南里没有它证明的“专职工作人员数量”（c.pdf）" in one for one in report.left)


def test_targets_bear_the_new_names(made):
    folder, _ = made
    targets = {one.name: one.texts for one in ck.Workspace(folder).plan_made().written.targets}
    assert targets["集群企业数量"] == {2026: "9"}
    assert "企业数量" not in targets
