"""A new workspace: loads as it is, overwrites nothing, and explains its settings."""

import tomllib

import pytest

from clusterkit.errors import GuideError, WorkspaceError
from clusterkit.guide import load_guide
from clusterkit.workspace.load import check_against_guide, read_settings
from clusterkit.workspace.new import FOLDERS, new_workspace


def test_a_new_workspace_can_be_loaded(tmp_path):
    new_workspace(tmp_path / "ws")
    settings = read_settings(tmp_path / "ws")
    assert (settings.guide, settings.reference_year) == ("tianjin-2025-1", 2024)


def test_it_has_all_folders_and_files(tmp_path):
    new_workspace(tmp_path / "ws")
    there = {path.name for path in (tmp_path / "ws").iterdir()}
    assert there >= {*FOLDERS, "cluster.toml", "mapping.toml", "decisions.csv", "名单模板"}


def test_decisions_open_in_excel(tmp_path):
    new_workspace(tmp_path / "ws")
    assert (
        tmp_path / "ws" / "decisions.csv"
    ).read_bytes() == b"\xef\xbb\xbfkind,key,name,choice,reason,by,at\n"


def test_every_commented_setting_is_right_once_its_mark_is_taken_off(tmp_path):
    new_workspace(tmp_path / "ws")
    path = tmp_path / "ws" / "cluster.toml"
    lines = path.read_text("utf-8").splitlines()
    opened = [line.removeprefix("# ") if is_setting(line) else line for line in lines]
    path.write_text("\n".join(opened), "utf-8")
    settings = read_settings(tmp_path / "ws")
    check_against_guide(tmp_path / "ws", settings, load_guide(settings.guide))
    assert settings.interpretation == {
        key: entry.default for key, entry in load_guide(settings.guide).interpretations.items() if entry.key
    }
    assert settings.organisation.office_area == 320
    assert settings.declared["employees"].value == 3.2


def is_setting(line):
    try:
        return line.startswith("# ") and bool(tomllib.loads(line.removeprefix("# ")))
    except tomllib.TOMLDecodeError:
        return False


def test_mapping_is_all_comments(tmp_path):
    new_workspace(tmp_path / "ws")
    assert tomllib.loads((tmp_path / "ws" / "mapping.toml").read_text("utf-8")) == {}


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WorkspaceError, match="已有文件"):
        new_workspace(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_unknown_guide_leaves_nothing_behind(tmp_path):
    with pytest.raises(GuideError, match="tianjin-2025-1"):
        new_workspace(tmp_path / "ws", "tianjin-2025-9")
    assert not (tmp_path / "ws").exists()


def test_a_section_file_waits_for_each_text(tmp_path):
    new_workspace(tmp_path / "ws")
    written = sorted(path.stem for path in (tmp_path / "ws" / "narrative").glob("*.md"))
    assert [name.partition("_")[2] for name in written] == list(load_guide("tianjin-2025-1").sections)
