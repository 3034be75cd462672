"""The door: what each kind of file gives, what is told about it, and what it costs."""

import datetime
import zipfile

import openpyxl
import pytest
import xlsxwriter

from clusterkit.intake.readers import UnreadableFile, old_document, open_book
from clusterkit.intake.readers.encoding import decode

LIST = "企业名称,产值（万元）\n" + "\n".join(f"天津示例{number}公司,{number}" for number in range(60))


@pytest.mark.parametrize(
    ("data", "encoding", "bad"),
    [
        (LIST.encode("utf-8"), "utf-8", 0),
        (LIST.encode("utf-8-sig"), "utf-8-sig", 0),
        (LIST.encode("utf-16"), "utf-16", 0),
        (LIST.encode("gbk"), "gb18030", 0),
        ("甲,1".encode("gbk"), "gb18030", 0),
        ("产值".encode("gb18030"), "gb18030", 0),
        (LIST.encode("utf-8").replace("示例3公司".encode(), b"\xff\xfe"), "utf-8", 2),
        (LIST.encode("gbk").replace("示例3公司".encode("gbk"), b"\xff"), "gb18030", 1),
        (b"name,value\na,1", "utf-8", 0),
    ],
)
def test_the_ladder_of_encodings(data, encoding, bad):
    found = decode(data)
    assert (found.encoding, found.bad) == (encoding, bad)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("甲,乙\n1,2", [["甲", "乙"], ["1", "2"]]),
        ("甲\t乙\n1,5\t2", [["甲", "乙"], ["1,5", "2"]]),
        ("甲;乙\n1,5;2", [["甲", "乙"], ["1,5", "2"]]),
        ("甲，乙\n1，2", [["甲", "乙"], ["1", "2"]]),
        ("sep=;\n甲;乙\n1;2", [["甲", "乙"], ["1", "2"]]),
        ('甲,"乙\n（万元）"\n1,2', [["甲", "乙\n（万元）"], ["1", "2"]]),
        ("标题\n\n甲,乙\n1,2", [["标题"], [], ["甲", "乙"], ["1", "2"]]),
        (
            "序号\t规上\t名称\n1\t是\t甲公司\n2\t是\t乙公司\n3\t否\t丙公司",
            [["序号", "规上", "名称"], ["1", "是", "甲公司"], ["2", "是", "乙公司"], ["3", "否", "丙公司"]],
        ),
    ],
)
def test_separators_and_row_numbers(tmp_path, text, rows):
    (tmp_path / "表.csv").write_text(text, "utf-8")
    assert open_book(tmp_path / "表.csv").sheets[0].rows == rows


def test_row_numbers_are_the_spreadsheets_own(tmp_path, xlsx):
    xlsx(tmp_path / "表.xlsx", [[], [None, "甲"], [], [None, datetime.date(2024, 5, 1)]])
    [sheet] = open_book(tmp_path / "表.xlsx").sheets
    assert sheet.rows == [["", ""], ["", "甲"], ["", ""], ["", datetime.date(2024, 5, 1)]]


def test_what_is_hidden_or_shown_as_a_percentage(tmp_path, xlsx):
    path = tmp_path / "表.xlsx"
    xlsx(path, [["甲", "乙"], [1, 0.2], [3, 0.4]], hidden=[3], formats=[("B2", "0.0%")])
    book = openpyxl.load_workbook(path)
    book.active.column_dimensions["A"].hidden = True
    book.create_sheet("另一张").sheet_state = "veryHidden"
    book.save(path)
    first, second = open_book(path).sheets
    look = first.look((1,))
    assert (look.hidden_rows, look.hidden_columns, look.percent_cells) == ({3}, {0}, {(2, 1)})
    assert (first.hidden, second.hidden) == (False, True)


def test_cells_that_only_seem_empty(tmp_path):
    path = tmp_path / "表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
    sheet.write_formula("B1", "=1+1", None, 2)
    book.close()
    assert open_book(path).sheets[0].look(()).error_cells == {(1, 0)}
    unsaved = openpyxl.Workbook()
    unsaved.active["C2"] = "=1+2"
    unsaved.save(path)
    assert open_book(path).sheets[0].look(()).unsaved_cells == {(2, 2)}


def test_a_stray_cell_far_off_does_not_fill_the_memory(tmp_path, xlsx):
    path = tmp_path / "表.xlsx"
    xlsx(path, [["甲", "乙"], [1, 2]])
    book = openpyxl.load_workbook(path)
    book.active["XFD1048576"] = "x"
    book.save(path)
    [sheet] = open_book(path).sheets
    assert sheet.rows == [["甲", "乙"], [1, 2]]
    assert sheet.merged() == []
    assert [one.code for one in sheet.findings] == ["cells_far_off"]


def test_a_spreadsheet_by_what_it_is_not_by_its_name(tmp_path, xlsx):
    xlsx(tmp_path / "表.xlsx", [["甲"]])
    (tmp_path / "表.xlsx").rename(tmp_path / "表.xls")
    (tmp_path / "文本.xls").write_bytes("甲\t乙\n1\t2".encode("gbk"))
    assert open_book(tmp_path / "表.xls").sheets[0].rows == [["甲"]]
    assert open_book(tmp_path / "文本.xls").sheets[0].rows == [["甲", "乙"], ["1", "2"]]


def _not_a_workbook(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("甲.txt", "甲")


ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
)
FAULTS = [
    ("坏.xlsx", b"PK\x03\x04broken", "file_unreadable", "已损坏"),
    ("坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "file_unreadable", "已损坏"),
    ("密.xlsx", ENCRYPTED, "file_encrypted", "密码"),
    ("空.csv", b"", "file_empty", "没有内容"),
    ("空白.csv", b"  \n ", "file_empty", "没有内容"),
    ("网页.xls", b"<html><p>\xe5\x90\x8d</p></html>", "document_without_tables", "表格"),
    ("名单.pdf", b"%PDF-1.7", "file_unreadable", "PDF"),
    ("名单.docx", b"PK\x03\x04", "file_unreadable", "已损坏"),
    ("名单.docx", "名单".encode(), "file_unreadable", "已损坏"),
    ("坏.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_is_document", "是旧版 Word 文档"),
    ("坏.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_is_document", "WPS 文字"),
    ("名单.png", b"\x89PNG", "file_is_picture", "图片"),
    ("名单.dat", b"\x00\x01", "file_format_unknown", ".dat"),
    ("压缩包.zip", _not_a_workbook, "file_of_other_kind", "压缩包"),
]


def test_an_old_document_is_named_where_nothing_converts_it(tmp_path, monkeypatch):
    monkeypatch.setattr(old_document, "find_libreoffice", lambda: None)
    (tmp_path / "名单.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(UnreadableFile) as caught:
        open_book(tmp_path / "名单.doc")
    assert caught.value.finding.message == "名单.doc 是旧版 Word 文档，读不了它里面的表格。"
    assert "另存为 docx" in caught.value.finding.fix


@pytest.mark.parametrize(("name", "data", "code", "words"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_file_that_cannot_be_read_says_why(tmp_path, monkeypatch, name, data, code, words):
    monkeypatch.setattr(old_document, "find_libreoffice", lambda: None)
    if callable(data):
        data(tmp_path / name)
    else:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        _ = open_book(tmp_path / name).sheets[0].rows
    assert caught.value.finding.code == code
    assert words in caught.value.finding.message
    assert caught.value.finding.fix
