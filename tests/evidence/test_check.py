"""What is said of rows and files: one sentence each, with the place and what to do."""

import pytest

from clusterkit.evidence.check import check_needs, check_papers
from clusterkit.evidence.needs import still_needed
from evidence_given import listed, pdf, row, write

ROWS = {"academicians": [row("甲院士"), row("乙院士")]}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, **{"a.pdf": pdf(), "加密.pdf": pdf(password="x", encrypted=True), "坏.pdf": b"no", "表.xlsx": b"PK"})  # fmt: skip


REST = "加密.pdf,附表4\n坏.pdf,附表4\n表.xlsx,附表4\n"
OF_FILES = {"evidence_encrypted", "evidence_unreadable", "evidence_format"}


def said(guide, folder, text):
    papers = listed(guide, folder, text, ROWS)
    return list(check_papers(guide, papers, lambda one: ROWS.get(one.id, [])))


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("a.pdf,绿色工场数量\n", "evidence_target_unknown", ("第2行", "绿色工场数量", "国家级绿色工厂数量")),
        ("a.pdf,\n", "evidence_target_missing", ("第2行", "a.pdf", "其他佐证材料")),
        ("a.pdf,academicians,甲院仕\n", "evidence_row_unknown", ("第2行", "甲院仕", "甲院士")),
        ("a.pdf,附表4,,红头\n", "evidence_kind_unknown", ("第2行", "红头", "聘书")),
        ("a.pdf,附表4,,,三页\n", "evidence_pages_unclear", ("第2行", "三页")),
        ("没有.pdf,附表4,,,3\na.pdf,附表4\n", "evidence_vanished", ("第2行", "没有.pdf", "3页")),
        ("", "evidence_new", ("4 个文件", "a.pdf")),
    ],
)
def test_a_row(guide, folder, text, code, words):
    found = [one for one in said(guide, folder, text + (REST if text else "")) if one.code not in OF_FILES]
    assert [one.code for one in found] == [code]
    assert all(word in found[0].message + found[0].fix for word in words)


def test_files_that_cannot_be_opened_are_one_sentence_each(guide, folder):
    found = said(guide, folder, f"a.pdf,附表4\n{REST}")
    assert {one.code: one.place.file for one in found} == {
        "evidence_encrypted": "evidence/加密.pdf",
        "evidence_unreadable": "evidence/坏.pdf",
        "evidence_format": "evidence/表.xlsx",
    }


def test_one_warning_and_a_folded_notice_for_each(guide):
    needed = still_needed(
        guide, [], lambda one: one.id in ("academicians", "employees"), lambda one: ROWS.get(one.id, [])
    )
    whole, *each = check_needs(needed, 2)
    assert (whole.level, [one.level for one in each]) == ("warning", ["info", "info"])
    assert {one.caused_by for one in each} == {whole.id}
    assert [one.indicator for one in each] == ["employees", "academicians"]
    assert list(check_needs([], 2)) == []
