import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from clusterkit.word import Cell, Paragraph, Row, Run, Table, Turn, paragraph, write_document

TABLE = Table((Row((Cell(100, (paragraph("格", "TableText"),)),), header=True),))
BLOCKS = [
    paragraph("题目", "Title"),
    paragraph("一、“引号”与ABC", "Heading1"),
    Paragraph((Run("正文\t一\n二", bold=True), Run("提示", hint=True))),
    TABLE,
    Turn(landscape=True),
    paragraph("附表", "Caption"),
    TABLE,
]


@pytest.fixture(scope="module")
def parts():
    with ZipFile(BytesIO(write_document(BLOCKS, title="例", watermark='未定"稿'))) as archive:
        return {entry: archive.read(entry).decode("utf-8") for entry in archive.infolist()}


@pytest.fixture(scope="module")
def texts(parts):
    return {entry.filename: text for entry, text in parts.items()}


def test_the_same_blocks_give_the_same_bytes():
    assert write_document(BLOCKS, title="例") == write_document(BLOCKS, title="例")


def test_the_zip_bears_no_time_and_begins_with_the_content_types(parts):
    assert {entry.date_time for entry in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert next(iter(parts)).filename == "[Content_Types].xml"


def test_nothing_tells_when_or_by_whom_it_was_edited(texts):
    assert not [name for name, text in texts.items() if re.search(r"w:rsid", text)]
    assert "<dc:title>例</dc:title>" in texts["docProps/core.xml"]


def test_no_text_uses_a_theme_font(texts):
    assert not [name for name, text in texts.items() if re.search(r"w:\w+Theme=", text)]


def test_quotation_marks_take_the_chinese_font(texts):
    assert (
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">一、“引号”'
        in texts["word/document.xml"]
    )


def test_a_table_is_followed_by_a_paragraph_before_the_section_ends(texts):
    ends = re.findall(r"</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/>", texts["word/document.xml"])
    assert len(ends) == 2


def test_pages_are_numbered_and_marked(texts):
    assert "— " in texts["word/footer1.xml"]
    assert " PAGE " in texts["word/footer1.xml"]
    assert "string='未定\"稿'" in texts["word/header1.xml"] or "未定&quot;稿" in texts["word/header1.xml"]


@pytest.mark.parametrize("watermark", [None, "未定稿"])
def test_the_file_is_valid(tmp_path, watermark):
    path = tmp_path / "例.docx"
    path.write_bytes(write_document(BLOCKS, title="例", watermark=watermark))
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_every_style_in_use_is_in_the_template(texts):
    known = set(re.findall(r'w:styleId="(\w+)"', texts["word/styles.xml"]))
    used = set(re.findall(r'w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', "".join(texts.values())))
    assert used <= known
