"""A new year's workspace made of last year's, its lists in place or still to come."""

import shutil

import pytest

import clusterkit as ck
from clusterkit.workspace.new import new_workspace
from folders import small_folder


@pytest.fixture(autouse=True)
def _no_blank_lists(monkeypatch):
    """Blank lists have tests of their own, and are most of what a new workspace takes."""
    monkeypatch.setattr("clusterkit.workspace.new.write_blank_lists", lambda *_: None)


@pytest.fixture(scope="session")
def _tables(tmp_path_factory):
    folder = small_folder(tmp_path_factory.mktemp("tables") / "ws")
    ck.Workspace(folder).write_tables()
    return folder / "tables"


@pytest.fixture
def with_tables(workspace_folder, _tables):
    """The small workspace with its workbooks, as they were written."""
    shutil.copytree(_tables, workspace_folder / "tables")
    return workspace_folder


@pytest.fixture
def next_year(tmp_path):
    """Make the next year's workspace of an old one; return its folder and the report."""

    def made(old, lists=(), name="下一年"):
        folder = tmp_path / name
        if lists:
            (folder / "raw").mkdir(parents=True)
        for file, text in dict(lists).items():
            (folder / "raw" / file).write_text(text, "utf-8")
        return folder, new_workspace(folder, old=old)

    return made
