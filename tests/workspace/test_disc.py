"""The disc that build burns: every Word file that was written, and what is lacking is said."""

import zipfile

import pytest

from clusterkit.forms.disc import LIST, NAME
from clusterkit.workspace import Workspace
from clusterkit.workspace.package_parts import PARTS

pytestmark = pytest.mark.usefixtures("no_office")


@pytest.fixture
def disc(workspace_folder):
    package = Workspace(workspace_folder).build()
    assert package.files[-1].name == NAME
    with zipfile.ZipFile(package.files[-1]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_the_files_of_the_folder(disc, workspace_folder):
    words = [part.name for part in PARTS if part.pdf]
    for number, name in enumerate(words, 1):
        assert disc[f"{number:02}_{name}"] == (workspace_folder / "out" / name).read_bytes()


def test_it_says_which_pdfs_are_lacking(disc):
    text = disc[LIST].decode("utf-8-sig")
    assert text.startswith("西青区智能传感器集群　")
    assert "没有 PDF 的文件：申报信息表.docx、实施方案.docx、测算说明.docx、核查单.docx" in text
