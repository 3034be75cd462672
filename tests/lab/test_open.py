"""What ``clusterkit lab`` says where it cannot open anything."""

import pytest

import clusterkit.lab.open as opening
from clusterkit.errors import WorkspaceError
from clusterkit.lab import open_lab


def test_a_folder_that_is_no_workspace(tmp_path):
    with pytest.raises(WorkspaceError, match="不是一个工作区"):
        open_lab(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_jupyterlab_is_missing(workspace_folder, monkeypatch):
    monkeypatch.setattr(opening, "find_spec", lambda _: None)
    with pytest.raises(WorkspaceError, match=r'pip install "clusterkit\[notebook\]"'):
        open_lab(workspace_folder)
    assert not (workspace_folder / "notebooks").exists()
