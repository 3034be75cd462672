"""Equations, links and page numbers of other places in a Word file, low rows, and margins of one's own."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from clusterkit.guide.formula.omml import Omml
from clusterkit.guide.formula.parser import parse
from clusterkit.tables import tables
from clusterkit.word import (
    Cell,
    Equation,
    Margins,
    Paragraph,
    Row,
    Run,
    Table,
    Turn,
    paragraph,
    write_document,
)

FORMULA = "sum(imports if year == 2024 else exports) / (sum(revenue) - 1)"
OMML = Omml(tables()["enterprises"], {}, "企业").whole(parse(FORMULA), "%", "4.88")
BLOCKS = [
    Paragraph((Run("指标", to="indicator_1"), Run("", page_of="indicator_1")), "NoteText"),
    Table((Row((Cell(100, (paragraph("格", "FineText"), Equation(OMML, 11))),)),), height=5),
    Turn(landscape=False),
    Paragraph((Run("1　产值"),), "NoteHeading", "indicator_1"),
    Equation(OMML),
]
MARGINS = Margins(top=10, right=11, bottom=12, left=13, footer=6)


@pytest.fixture(scope="module")
def data():
    return write_document(BLOCKS, title="例", margins=MARGINS)


@pytest.fixture(scope="module")
def text(data):
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def test_the_same_blocks_give_the_same_bytes(data):
    assert write_document(BLOCKS, title="例", margins=MARGINS) == data


def test_word_finds_nothing_wrong(data, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_an_equation_has_the_size_of_its_surroundings(text):
    sizes = re.findall(r'<m:r>(?:(?!</m:r>).)*?<w:sz w:val="(\d+)"/>', text)
    assert sizes.count("22") == sizes.count("24") > 5


def test_a_link_leads_to_the_anchor_and_its_page(text):
    [number] = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="indicator_1"/>', text)
    assert f'<w:bookmarkEnd w:id="{number}"/>' in text
    assert '<w:hyperlink w:anchor="indicator_1" w:history="1">' in text
    assert '<w:fldChar w:fldCharType="begin" w:dirty="true"/>' in text
    assert " PAGEREF indicator_1 \\h " in text


def test_rows_are_as_low_as_asked(text):
    assert '<w:trHeight w:val="283" w:hRule="atLeast"/>' in text


def test_all_pages_have_the_margins(data):
    for section in Document(BytesIO(data)).sections:
        found = section.top_margin, section.right_margin, section.bottom_margin, section.left_margin
        assert [round(one.mm) for one in found] == [10, 11, 12, 13]
