"""The sheet as a Word file: two pages, signed by all, the same on every run."""

import re
from dataclasses import replace

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

import clusterkit as ck
from clusterkit.compute.by_hand import ByHand
from clusterkit.forms.pdf import make_pdfs
from clusterkit.forms.sign_off import sign_off_sheet
from clusterkit.matching.decision import Decision, Decisions
from clusterkit.word import read_text
from clusterkit.workspace.sign_off import document, sheet_values
from office import needs_office


def test_whoever_must_sign_has_a_place(values):
    text = read_text(sign_off_sheet(values))
    assert all(name in text for name in values.sheet.signers)
    assert text.count("负责人：") == len(values.sheet.signers)
    assert values.sheet.statement in text


def test_word_finds_nothing_wrong(values, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(sign_off_sheet(values))
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_the_same_bytes_on_every_run(decided):
    assert document(decided, False) == document(ck.Workspace(decided.folder), False)


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize(("decisions", "watermark"), [(None, None), (200, None), (200, "未定稿")])
def test_it_is_two_pages_however_much_was_decided(sample, tmp_path, decisions, watermark):
    values = sheet_values(sample, unfinished=watermark is not None)
    if decisions:
        long = "天津某某智能传感技术研究院股份有限公司第一分公司"
        rows = (Decision("scope", f"{long}{n}", "exclude", long * 3, by="示例用户", at="2025-03-05", line=n) for n in range(decisions))  # fmt: skip
        values = replace(values, by_hand=ByHand(Decisions(tuple(rows))), pages=dict.fromkeys(values.results, "P101—114"))  # fmt: skip
    (tmp_path / "a.docx").write_bytes(sign_off_sheet(values))
    [made] = make_pdfs([tmp_path / "a.docx"], tmp_path).written
    pages = [page.extract_text() for page in PdfReader(made).pages]
    assert len(pages) == 2
    assert re.search("负责人", pages[1])
