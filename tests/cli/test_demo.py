"""demo and new: a workspace from nothing, in which every following command works."""

import pytest

from clusterkit.workspace.sample import shipped

pytestmark = pytest.mark.usefixtures("no_office")


def test_demo_does_the_main_job_and_says_where_it_is(ask, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = ask("demo")
    assert (answer.code, answer.err) == (0, "")
    assert "35 个指标，算出 35 个" in answer.out
    assert "错误" not in answer.out
    assert str(tmp_path / "clusterkit-demo") in answer.out
    assert (tmp_path / "clusterkit-demo" / "out" / "申报信息表.docx").exists()


def test_demo_again_keeps_what_was_edited(ask, workspace_folder):
    settings = workspace_folder / "cluster.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("office_area = 320", "office_area = 321"), "utf-8"
    )
    answer = ask("demo", workspace_folder)
    assert (answer.code, "沿用已有的样例工作区" in answer.out) == (0, True)
    results = {
        entry["id"]: entry["value"] for entry in ask("indicators", workspace_folder, "--format", "json").json
    }
    assert results["office_area"] == 321


def test_a_new_workspace_can_be_checked(ask, tmp_path):
    assert ask("new", tmp_path / "ws").code == 0
    answer = ask("check", tmp_path / "ws")
    assert answer.code == 0
    assert "没有写 industries" in answer.out
    assert "没有收到" in answer.out


def test_a_new_one_with_the_sample_is_the_demo_with_blank_lists(ask, tmp_path):
    assert ask("new", tmp_path / "ws", "--sample").code == 0
    sample = shipped("sample_data") / "raw"
    there = {path.name: path.read_bytes() for path in (tmp_path / "ws" / "raw").iterdir()}
    assert there == {path.name: path.read_bytes() for path in sample.iterdir()}
    assert (tmp_path / "ws" / "名单模板" / "企业名录.xlsx").exists()


def test_a_blank_list_that_was_filled_is_read(ask, tmp_path):
    import openpyxl

    ask("new", tmp_path / "ws")
    book = openpyxl.load_workbook(tmp_path / "ws" / "名单模板" / "企业名录.xlsx")
    sheet = book.active
    headers = [cell.value for cell in sheet[1]]
    given = {
        "企业名称": "天津海河传感技术有限公司",
        "行业代码": "3983",
        "数据年度": 2024,
        "营业收入（万元）": 1000,
    }
    for header, value in given.items():
        sheet.cell(2, headers.index(header) + 1, value)
    book.save(tmp_path / "ws" / "raw" / "企业名录.xlsx")
    answer = ask("lineage", tmp_path / "ws", "enterprises", "--format", "json")
    assert [(row["name"], row["counted"], row["row"]) for row in answer.json] == [
        ("天津海河传感技术有限公司", True, 2)
    ]
