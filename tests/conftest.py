"""A small workspace for whoever needs a whole one: three enterprises and one official list."""

import gc
import os
import sys

import pytest

import clusterkit as ck
from clusterkit.workspace.sample import shipped
from decided import decided_workspace
from folders import small_folder

# A grammar of web addresses that jsonschema loads where it is installed: seconds, and nothing here asks for it.
sys.modules.setdefault("rfc3987_syntax", None)

gc.disable()  # until all tests are collected: what is made then stays, and looking through it takes seconds


def pytest_collection_finish():
    gc.enable()


def pytest_collection_modifyitems(config, items):
    """Begin with what takes longest; leave the slow tests to CI, and to whoever asks for them (``pytest -m slow``)."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)
    if os.environ.get("CI") or config.option.markexpr:
        return
    skip = pytest.mark.skip(reason="slow: runs in CI, or with -m slow")
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(skip)


@pytest.fixture
def workspace_folder(tmp_path):
    """A workspace's folder without errors."""
    return small_folder(tmp_path / "ws")


@pytest.fixture
def broken_folder(workspace_folder):
    """The same with an error: a list that nobody can recognise."""
    (workspace_folder / "raw" / "不明.csv").write_text("甲,乙\n1,2\n", "utf-8")
    return workspace_folder


@pytest.fixture
def no_office(monkeypatch):
    """No LibreOffice to make PDFs with: they have tests of their own and take seconds."""
    monkeypatch.setattr("clusterkit.forms.pdf.find_libreoffice", lambda: None)


@pytest.fixture(scope="session")
def unchanged(tmp_path_factory):
    """A small workspace without errors; read, never changed."""
    return ck.Workspace(small_folder(tmp_path_factory.mktemp("unchanged") / "ws"))


@pytest.fixture(scope="session")
def sample():
    """The sample as it ships; read, never changed."""
    return ck.Workspace(shipped("sample_data"))


@pytest.fixture(scope="session")
def decided(tmp_path_factory):
    """A workspace in which much was decided; read, never changed."""
    return decided_workspace(tmp_path_factory.mktemp("decided"))
