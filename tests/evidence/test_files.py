"""The files: pages counted, what cannot be bound told by a code, and none opened twice."""

import pytest

from clusterkit.evidence import files
from clusterkit.evidence.files import survey
from evidence_given import FILES, pdf, write

EXPECTED = {
    "聘书.pdf": (2, ""),
    "横放.pdf": (1, ""),
    "转过.pdf": (1, ""),
    "空密码.pdf": (3, ""),
    "加密.pdf": (None, "evidence_encrypted"),
    "坏.pdf": (None, "evidence_unreadable"),
    "空.pdf": (None, "evidence_unreadable"),
    "坏页.pdf": (None, "evidence_unreadable"),
    "照片.jpg": (1, ""),
    "透明.png": (1, ""),
    "多页.tif": (3, ""),
    "坏图.jpg": (None, "evidence_unreadable"),
    "名单.xlsx": (None, "evidence_format"),
    "通知.docx": (None, ""),
}


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory):
    return survey(write(tmp_path_factory.mktemp("files")))


@pytest.mark.parametrize("file", list(FILES))
def test_pages_and_faults(surveyed, file):
    assert (surveyed[file].pages, surveyed[file].fault) == EXPECTED[file]


def test_what_systems_leave_behind_is_no_evidence(tmp_path):
    write(
        tmp_path,
        **{".DS_Store": b"x", "Thumbs.db": b"x", "~$a.docx": b"x", ".cache/a.pdf": b"x", "a/b.pdf": pdf()},
    )
    assert list(survey(tmp_path)) == ["a/b.pdf"]
    assert survey(tmp_path / "none") == {}


def test_a_file_that_was_counted_is_not_opened_again(tmp_path, monkeypatch):
    write(tmp_path, **{"a.pdf": pdf(4)})
    digest = survey(tmp_path)["a.pdf"].digest
    monkeypatch.setattr(files, "_counted", lambda *_: pytest.fail("opened"))
    assert survey(tmp_path, {"a.pdf": (digest, 4)})["a.pdf"].pages == 4


def test_a_changed_file_is_counted_again(tmp_path):
    write(tmp_path, **{"a.pdf": pdf(4)})
    assert survey(tmp_path, {"a.pdf": ("another", 9)})["a.pdf"].pages == 4
