"""The calculation note as a Word file: all indicators, with native equations, from any workspace."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from clusterkit.word import read_text
from clusterkit.workspace.calculation_note import document


def xml(data):
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.fixture(scope="module")
def data(decided):
    return document(decided, False)


@pytest.fixture(scope="module")
def text(data):
    return xml(data)


def test_every_indicator_has_a_heading_that_the_contents_lead_to(decided, text):
    for indicator in decided.guide.indicators.values():
        name = f"indicator_{indicator.number}"
        assert text.count(f'w:name="{name}"') == text.count(f'w:anchor="{name}"') == 1
        assert f" PAGEREF {name} \\h " in text


def test_formulas_are_native_equations(decided, text):
    formulas = [one for one in decided.guide.indicators.values() if one.formula]
    assert text.count("<m:oMathPara ") >= len(formulas)
    assert len(re.findall(r"<m:f>", text)) == 3  # two ratios, one of them also with figures


def test_figures_are_put_in(text):
    shown = re.sub(
        r"<[^>]+>", "", text[text.index('w:name="indicator_10"') : text.index('w:name="indicator_11"')]
    )
    assert "500万元1.00亿元×100%=5.00 %" in shown


def test_every_decision_stands_at_the_end_with_its_reason(decided, data, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    end = read_text(path).rpartition("五、全部人工决定")[2]
    assert all(row.reason in end for row in decided.decisions.rows)


def test_word_finds_nothing_wrong(data, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_the_same_bytes_on_every_run(decided, data):
    assert document(decided, False) == data


@pytest.mark.parametrize(("unfinished", "there"), [(True, True), (False, False)])
def test_an_unfinished_one_is_watermarked(decided, unfinished, there):
    with ZipFile(BytesIO(document(decided, unfinished))) as archive:
        texts = "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    assert ("未定稿" in texts) == there
