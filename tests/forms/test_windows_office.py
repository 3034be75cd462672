"""Word and WPS through pywin32, with a stand-in for it: what is asked of them, and what is said of faults."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from clusterkit.forms.windows_office import convert_with_office


class ComError(Exception):
    pass


class Office:
    """A program that writes an empty PDF, or refuses to."""

    def __init__(self, fault=False):
        self.Documents, self.fault, self.ended = self, fault, False

    def Open(self, _path, ReadOnly):
        assert ReadOnly
        if self.fault:
            raise ComError("文件被占用")
        return self

    def SaveAs2(self, path, kind):
        assert kind == 17
        Path(path).write_bytes(b"%PDF")

    def Close(self, save):
        assert save is False

    def Quit(self):
        self.ended = True


@pytest.fixture
def programs(monkeypatch):
    """Install a pywin32 that knows these programs (name → Office)."""

    def install(known):
        def start(name):
            if name not in known:
                raise ComError(name)
            return known[name]

        client = SimpleNamespace(DispatchEx=start)
        monkeypatch.setitem(sys.modules, "win32com", SimpleNamespace(client=client))
        monkeypatch.setitem(sys.modules, "win32com.client", client)
        monkeypatch.setitem(sys.modules, "pywintypes", SimpleNamespace(com_error=ComError))

    return install


@pytest.mark.parametrize("name", ["Word.Application", "KWPS.Application"])
def test_the_first_program_there_saves_every_file(programs, tmp_path, name):
    office = Office()
    programs({name: office})
    assert convert_with_office([Path("甲.docx"), Path("乙.docx")], tmp_path) == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["乙.pdf", "甲.pdf"]
    assert office.ended


def test_a_fault_is_said_and_the_program_ended(programs, tmp_path):
    office = Office(fault=True)
    programs({"Word.Application": office})
    assert convert_with_office([Path("甲.docx")], tmp_path) == "Word 或 WPS 报错：文件被占用"
    assert office.ended


def test_no_program_is_said(programs, tmp_path):
    programs({})
    assert convert_with_office([Path("甲.docx")], tmp_path) == "没有找到 LibreOffice、Word 或 WPS"


def test_no_pywin32_is_said(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "win32com.client", None)
    assert "pywin32" in convert_with_office([Path("甲.docx")], tmp_path)
