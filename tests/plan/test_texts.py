"""The files in narrative/plan."""

import pytest

from clusterkit.plan.texts import blank_texts, read_texts
from plan_given import GUIDE

CASES = {
    "a text": ({"06_idea.md": "立足基础。"}, {"idea": "立足基础。"}, []),
    "no number": ({"idea.md": "立足基础。"}, {"idea": "立足基础。"}, []),
    "only a comment": ({"06_idea.md": "<!-- 要写什么\n -->\n"}, {}, []),
    "of no section": ({"06_idee.md": "立足"}, {}, ["plan_text_unknown"]),
}


@pytest.mark.parametrize(("files", "expected", "codes"), CASES.values(), ids=CASES)
def test_texts(tmp_path, files, expected, codes):
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    found, findings = read_texts(tmp_path, GUIDE)
    assert {section: text for section, (_, text) in found.items()} == expected
    assert [one.code for one in findings] == codes


def test_another_encoding_is_said(tmp_path):
    (tmp_path / "idea.md").write_bytes("立足基础。".encode("gb18030"))
    found, [one] = read_texts(tmp_path, GUIDE)
    assert (found, one.code) == ({}, "narrative_encoding")


def test_blank_files_hold_nothing_but_what_is_asked(tmp_path):
    blank = blank_texts(GUIDE)
    for name, text in blank.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert len(blank) == len(GUIDE.plan_sections)
    assert read_texts(tmp_path, GUIDE) == ({}, [])
    assert all(
        section.hint in text
        for section, text in zip(GUIDE.plan_sections.values(), blank.values(), strict=True)
    )
