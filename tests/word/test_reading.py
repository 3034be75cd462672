from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from clusterkit.errors import ClusterkitError
from clusterkit.word import ReadParagraph, ReadTable, read_blocks, read_text


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def saved(*elements):
    """A Word file whose body holds the elements."""
    document = Document()
    for xml in elements:
        document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("甲"), "甲"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>", "甲"),
        (
            f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
            "甲",
        ),
        (f'<w:ins w:id="1" w:author="某">{run("甲")}</w:ins>{run("乙")}', "甲乙"),
        ('<w:del w:id="1" w:author="某"><w:r><w:delText>甲</w:delText></w:r></w:del>' + run("乙"), "乙"),
        (f'<w:moveFrom w:id="1" w:author="某">{run("甲")}</w:moveFrom>{run("乙")}', "乙"),
        (f"<w:smartTag>{run('甲')}</w:smartTag>", "甲"),
        (f'<w:hyperlink w:anchor="x">{run("甲")}</w:hyperlink>', "甲"),
        (f'<w:fldSimple w:instr="DATE">{run("甲")}</w:fldSimple>', "甲"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙"),
        ('<w:pPr><w:tabs><w:tab w:val="left" w:pos="8"/></w:tabs></w:pPr>' + run("甲"), "甲"),
    ],
)
def test_a_paragraph_says_what_a_reader_sees(inside, text):
    assert read_text(saved(f"<w:p>{inside}</w:p>")) == text


def cell(*texts, properties=""):
    paragraphs = "".join(f"<w:p>{run(text)}</w:p>" for text in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_cells_in_content_controls_are_read():
    control = f"<w:sdt><w:sdtContent>{cell('甲')}</w:sdtContent></w:sdt>"
    data = saved(table(f"<w:tr>{control}{cell('乙', '丙')}</w:tr>"), "<w:p></w:p>")
    assert read_blocks(data) == [ReadTable((("甲", "乙\n丙"),)), ReadParagraph("")]


def test_a_cell_that_continues_the_one_above_is_none():
    first = cell("甲", properties='<w:vMerge w:val="restart"/>')
    second = cell("", properties="<w:vMerge/>")
    [read, _] = read_blocks(saved(table(f"<w:tr>{first}</w:tr>", f"<w:tr>{second}</w:tr>"), "<w:p></w:p>"))
    assert read.rows == (("甲",), (None,))


def test_a_deleted_row_is_gone():
    deleted = '<w:trPr><w:del w:id="1" w:author="某"/></w:trPr>'
    rows = (f"<w:tr>{deleted}{cell('甲')}</w:tr>", f"<w:tr>{cell('乙')}</w:tr>")
    [read, _] = read_blocks(saved(table(*rows), "<w:p></w:p>"))
    assert read.rows == (("乙",),)


@pytest.mark.parametrize(
    ("name", "data"), [("旧.docx", b"\xd0\xcf\x11\xe0"), ("空.docx", b""), ("假.docx", b"PK")]
)
def test_what_is_no_word_file_is_said_in_one_sentence(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ClusterkitError, match=name):
        read_blocks(path)


def test_a_missing_file_is_said_in_one_sentence(tmp_path):
    with pytest.raises(ClusterkitError, match=r"没有\.docx"):
        read_blocks(tmp_path / "没有.docx")


def test_how_many_columns_a_cell_takes():
    wide = cell("甲", properties='<w:gridSpan w:val="2"/>')
    indented = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("丁")}</w:tr>'
    [read, _] = read_blocks(saved(table(f"<w:tr>{wide}{cell('乙')}</w:tr>", indented), "<w:p></w:p>"))
    assert (read.rows, read.spans) == ((("甲", "乙"), ("", "丁")), ((2, 1), (1, 1)))
