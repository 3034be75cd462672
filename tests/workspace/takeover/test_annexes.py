"""The annexes of the next year are computed anew: what was edited in last year's is told, place by place."""

import openpyxl
import pytest
from openpyxl.comments import Comment

FIRST = "天津海河传感技术有限公司"


@pytest.fixture
def edited(with_tables):
    """Return a function that makes a change to last year's 附表1.xlsx."""
    path = with_tables / "tables" / "附表1.xlsx"

    def change(how):
        book = openpyxl.load_workbook(path)
        how(book.worksheets[0], book)
        book.save(path)
        return with_tables

    return change


def cells(**said):
    def how(sheet, _):
        for place, text in said.items():
            sheet[place] = text

    return how


def commented(sheet, _):
    sheet["A2"].comment = Comment("问过", "王")


EDITS = [
    (cells(C2="压力传感器"), ["附表1.xlsx 第2行“{}”的“主要产品”：测算的是“空白”，改成了“压力传感器”。"]),
    (cells(B2="9"), ["附表1.xlsx 第2行“{}”的“销售收入（亿元）”：测算的是“1.00”，改成了“9”。"]),
    (cells(A9="甲公司", B9="3"), ["附表1.xlsx 第9行“甲公司”是自己补的一行", "销售收入（亿元） 3"]),
    (lambda sheet, _: sheet.delete_rows(2), ["附表1.xlsx：删去了“{}”这一行（原来是：", "1.00"]),
    (cells(E1="备注", E2="已核"), ["附表1.xlsx 第2行“{}”：另加的“备注”一栏写着“已核”。"]),
    (lambda _, book: book.create_sheet("草稿"), ["附表1.xlsx：另加的工作表“草稿”没有复制。"]),
    (commented, ["附表1.xlsx：1 条批注没有复制。"]),
]


@pytest.mark.parametrize(("change", "words"), EDITS)
def test_an_edit_is_said_with_its_place_the_computed_and_the_edited(edited, next_year, change, words):
    folder, report = next_year(edited(change))
    [said] = report.edits
    assert all(word.format(FIRST) in said for word in words)
    assert said in (folder / "接续说明.txt").read_text("utf-8-sig")
    assert not (folder / "tables" / "附表1.xlsx").exists()


def test_what_nobody_edited_is_one_sentence(edited, next_year):
    _, report = next_year(edited(lambda *_: None))
    assert report.edits == []
    assert [one for one in report.left if one.startswith("tables")] == [
        "tables：附表1、附表2、附表3、附表4、附表5今年由新的名单重新生成，没有复制；里面没有改过的地方。"
    ]


def test_a_workbook_without_memory_is_held_against_the_lists(edited, next_year):
    def forget(sheet, book):
        del book["程序底稿"]
        sheet["C2"] = "芯片"

    _, report = next_year(edited(forget))
    assert [one.partition("：")[2] for one in report.edits] == ["测算的是“空白”，改成了“芯片”。"]


def test_a_workbook_that_cannot_be_read_is_said(edited, next_year):
    path = edited(lambda *_: None) / "tables" / "附表1.xlsx"
    path.write_bytes(b"no workbook")
    (path.parent / "我的附件.docx").write_bytes(b"PK")
    _, report = next_year(path.parent.parent)
    assert any(one.startswith("tables/附表1.xlsx") and "没有核对" in one for one in report.left)
    assert any("另放的 1 个文件没有复制（我的附件.docx）" in one for one in report.left)
