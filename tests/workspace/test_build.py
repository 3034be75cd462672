"""build: refused on errors, nothing half-written, the same bytes on every run."""

import hashlib
import json
import zipfile

import pytest

from clusterkit.errors import RefusedError
from clusterkit.workspace import Workspace
from clusterkit.workspace import build as build_module
from clusterkit.workspace.new import new_workspace

pytestmark = pytest.mark.usefixtures("no_office")


def contents(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_package_is_written(workspace_folder):
    package = Workspace(workspace_folder).build()
    assert package.files[0].name == "申报信息表.docx"
    assert {file.name for file in package.files} == set(contents(workspace_folder / "out"))
    assert all(package.describe(file) for file in package.files)
    assert (workspace_folder / "tables" / "附表1.xlsx").is_file()


def test_the_json_files_say_what_the_commands_say(workspace_folder):
    workspace = Workspace(workspace_folder)
    workspace.build()
    out = workspace_folder / "out"
    written = json.loads((out / "indicators.json").read_text("utf-8"))
    assert {entry["id"]: entry["value"] for entry in written} == {
        name: result.value for name, result in workspace.results().items()
    }
    assert len(json.loads((out / "findings.json").read_text("utf-8"))) == len(workspace.findings())


def test_the_same_bytes_on_every_run(workspace_folder):
    Workspace(workspace_folder).build()
    first = contents(workspace_folder / "out")
    Workspace(workspace_folder).build()
    assert contents(workspace_folder / "out") == first


def test_without_libreoffice_one_line_says_how_to_get_pdfs(workspace_folder):
    package = Workspace(workspace_folder).build()
    assert len(package.notes) == 1
    assert "另存为 PDF" in package.notes[0]


def test_errors_refuse_and_write_nothing(broken_folder):
    with pytest.raises(RefusedError, match="有 1 个错误") as caught:
        Workspace(broken_folder).build()
    assert [finding.code for finding in caught.value.findings] == ["file_not_recognised"]
    assert not (broken_folder / "out").exists()


def test_unfinished_is_watermarked(broken_folder):
    package = Workspace(broken_folder).build(unfinished=True)
    assert package.unfinished
    with zipfile.ZipFile(broken_folder / "out" / "申报信息表.docx") as document:
        texts = "".join(document.read(name).decode("utf-8", "ignore") for name in document.namelist())
    assert "未定稿" in texts


def test_finished_is_not(workspace_folder):
    Workspace(workspace_folder).build()
    with zipfile.ZipFile(workspace_folder / "out" / "申报信息表.docx") as document:
        texts = "".join(document.read(name).decode("utf-8", "ignore") for name in document.namelist())
    assert "未定稿" not in texts


def test_a_build_that_fails_leaves_the_last_one_as_it_was(workspace_folder, monkeypatch):
    workspace = Workspace(workspace_folder)
    workspace.build()
    before = contents(workspace_folder / "out")

    def fail(*_arguments):
        raise OSError("disk full")

    monkeypatch.setattr(build_module, "make_pdfs", fail)
    with pytest.raises(OSError, match="disk full"):
        workspace.build()
    assert contents(workspace_folder / "out") == before
    assert {path.name for path in workspace_folder.iterdir()} == {
        "cluster.toml",
        "raw",
        "out",
        "tables",
        "narrative",
    }


def test_a_pdf_that_is_not_made_anew_is_gone(workspace_folder):
    workspace = Workspace(workspace_folder)
    workspace.build()
    (workspace_folder / "out" / "申报信息表.pdf").write_text("of yesterday")
    workspace.build()
    assert "申报信息表.pdf" not in contents(workspace_folder / "out")


def test_what_other_commands_wrote_stays_and_is_named(workspace_folder):
    workspace = Workspace(workspace_folder)
    workspace.build()
    (workspace_folder / "out" / "测算报告.html").write_text("report")
    package = workspace.build()
    assert "测算报告.html" in contents(workspace_folder / "out")
    assert "测算报告.html 不是这次生成的" in package.notes[-1]


def test_a_package_of_no_lists_is_watermarked(tmp_path):
    new_workspace(tmp_path / "empty")
    package = Workspace(tmp_path / "empty").build()
    assert package.unfinished
    assert "还没有任何名单" in package.notes[0]


def test_the_lists_are_never_written_to(workspace_folder):
    before = contents(workspace_folder / "raw")
    Workspace(workspace_folder).build()
    assert contents(workspace_folder / "raw") == before
