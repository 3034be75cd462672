"""The workbooks in tables/ of a whole workspace: written, edited, lists changed, written again."""

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.workspace import written_file


def edit(path, **cells):
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)


def change_list(folder, old, new):
    path = folder / "raw" / "企业名录.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def written(workspace_folder):
    ck.Workspace(workspace_folder).write_tables()
    return workspace_folder


def states(folder):
    return {one.path.name: one.state for one in ck.Workspace(folder).write_tables().books}


def test_workbooks_are_written_once_and_left_alone_after(workspace_folder):
    assert {name for name, state in states(workspace_folder).items() if state == "新写的"} >= {
        f"附表{number}.xlsx" for number in range(1, 6)
    }
    assert set(states(workspace_folder).values()) == {"没有变化"}


def test_an_edit_stays_when_the_lists_change_and_when_they_change_again(written):
    path = written / "tables" / "附表1.xlsx"
    edit(path, C2="压力传感器", D2="23%")
    change_list(
        written,
        "天津海河传感技术有限公司,,西青区,3983,存续,是,2024,12000,10000",
        "天津海河传感技术有限公司,,西青区,3983,存续,是,2024,12000,9000",
    )
    assert states(written)["附表1.xlsx"] == "已更新"
    edit(path, B3="8888")
    change_list(written, "2024,12000,9000", "2024,12000,7000")
    workspace = ck.Workspace(written)
    assert [row[:4] for row in workspace.annexes().rows[1][0]] == [
        ["天津云帆半导体有限公司", "1.00", "", ""],
        ["天津海河传感技术有限公司", "8888", "压力传感器", "23%"],
    ]
    assert [one.code for one in workspace.findings() if one.code.startswith("edited")] == ["edited_conflict"]


def test_a_conflict_is_said_until_the_cell_is_settled(written):
    path = written / "tables" / "附表1.xlsx"
    edit(path, B2="5")
    change_list(written, "2024,12000,10000", "2024,12000,11000")
    for _ in range(2):
        [conflict] = ck.Workspace(written).write_tables().findings
        assert all(
            word in conflict.message for word in ("天津海河传感技术有限公司", "“5”", "“1.10”", "“1.00”")
        )
    edit(path, B2="1.10")
    assert ck.Workspace(written).write_tables().findings == ()


def test_a_workbook_that_is_open_is_said_and_the_others_are_written(written, monkeypatch):
    change_list(written, "12000,10000", "12000,9000")

    def busy(*_arguments):
        raise PermissionError

    monkeypatch.setattr(written_file.Path, "replace", busy)
    done = ck.Workspace(written).write_tables()
    assert [one.state for one in done.books][:2] == ["没有写", "没有变化"]
    assert "附表1.xlsx" in done.notes[0]
