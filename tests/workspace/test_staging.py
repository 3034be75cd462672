"""A folder is replaced as a whole or stays as it was."""

from pathlib import Path

import pytest

from clusterkit.errors import WorkspaceError
from clusterkit.workspace.staging import replacing

WRITTEN = ["new.txt", "old.txt"]


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.txt").write_text("old")
    return folder


def test_the_new_folder_takes_the_place(out):
    with replacing(out, WRITTEN) as (new, _):
        (new / "new.txt").write_text("new")
        assert (out / "old.txt").exists()
    assert [path.name for path in out.iterdir()] == ["new.txt"]
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def fail_after_writing(folder):
    (folder / "new.txt").write_text("new")
    raise ValueError("half-way")


def test_a_failure_leaves_the_old_one(out):
    with pytest.raises(ValueError, match="half-way"), replacing(out, WRITTEN) as (new, _):
        fail_after_writing(new)
    assert [path.name for path in out.iterdir()] == ["old.txt"]
    assert [path.name for path in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("failing", [1, 2])
def test_an_open_file_is_explained_and_the_old_folder_stays(out, monkeypatch, failing):
    calls = []
    rename = Path.rename

    def locked(self, target):
        calls.append(target)
        if len(calls) == failing:
            raise PermissionError(13, "open in Word")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(WorkspaceError, match="请全部关闭后再运行一次"), replacing(out, WRITTEN) as (new, _):
        (new / "new.txt").write_text("new")
    assert [path.name for path in out.iterdir()] == ["old.txt"]
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_what_is_not_ours_to_write_is_carried_over(out):
    (out / "退回").mkdir()
    (out / "退回" / "名单.xlsx").write_text("sent")
    (out / "测算报告.html").write_text("report")
    (out / "~$申报信息表.docx").write_text("open in Word")
    with replacing(out, WRITTEN) as (new, kept):
        (new / "new.txt").write_text("new")
        assert kept == []
    assert kept == ["测算报告.html", "退回"]
    assert sorted(path.name for path in out.iterdir()) == ["new.txt", "测算报告.html", "退回"]
    assert (out / "退回" / "名单.xlsx").read_text() == "sent"
