"""The guided notebooks are put into a workspace, never over what somebody has edited."""

from clusterkit.workspace.new import new_workspace
from clusterkit.workspace.notebooks import add_notebooks
from guided import NOTEBOOKS


def test_a_new_workspace_has_all(tmp_path):
    new_workspace(tmp_path / "ws")
    copies = sorted((tmp_path / "ws" / "notebooks").iterdir())
    assert [copy.name for copy in copies] == [notebook.name for notebook in NOTEBOOKS]
    assert [copy.read_bytes() for copy in copies] == [notebook.read_bytes() for notebook in NOTEBOOKS]


def test_one_without_gets_them(tmp_path):
    added = add_notebooks(tmp_path)
    assert [path.name for path in added] == [notebook.name for notebook in NOTEBOOKS]


def test_an_edited_one_stays(tmp_path):
    add_notebooks(tmp_path)
    edited, lost = (tmp_path / "notebooks" / notebook.name for notebook in NOTEBOOKS[:2])
    edited.write_text("改过", "utf-8")
    lost.unlink()
    assert add_notebooks(tmp_path) == [lost]
    assert edited.read_text("utf-8") == "改过"
