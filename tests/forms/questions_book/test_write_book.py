"""待答问题.xlsx: a question a row, all text, drop-downs that follow their row, the same bytes on every run."""

import io

import openpyxl
import pytest

from clusterkit.forms.questions_book import questions_workbook


def book_of(questions, **more):
    return openpyxl.load_workbook(io.BytesIO(questions_workbook(questions, **more)))


@pytest.fixture
def sheet(question):
    return book_of([question("甲公司"), question("=HYPERLINK(1)")])["待答问题"]


def test_a_question_is_a_row_under_the_headers(sheet):
    header, first, second = sheet.iter_rows(values_only=True)
    assert header == (
        "序号", "问题", "答案", "理由", "答复人", "证据", "影响", "位置", "依据谁的规则", "编号（勿改）", "答案写在（勿改）",
    )  # fmt: skip
    assert first == (
        1, "“甲公司”是哪一家？", None, None, None, "名称相近", "若选“都不是，不计入”：x → 3\n若选“暂不确定（以后再定）”：各数不变",
        "名单.xlsx · Sheet1 · 第3行 · “企业名称”", "本工具约定", "name_suggested:名单.xlsx:Sheet1:3:甲公司",
        "decisions.csv#match:甲公司",
    )  # fmt: skip
    assert second[0] == 2


def test_what_begins_like_a_formula_is_text(question):
    asked = [question(question="=1+1", evidence="+86", options=(("a", "@SUM(A1)"), ("b", "-1")))]
    book = book_of(asked)
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert {"=1+1", "+86", "@SUM(A1)", "-1"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_drop_down_looks_its_answers_up_by_the_rows_number(sheet):
    [rule] = sheet.data_validations.dataValidation
    assert str(rule.sqref) == "C2:C3"
    assert "MATCH($A2,选项!$A:$A,0)" in rule.formula1


def test_the_answers_lie_below_each_other_on_a_hidden_sheet(question):
    options = tuple((f"v{number}", f"答案{number}") for number in range(40))
    book = book_of([question(), question("乙公司", options=options)])
    sheet = book["选项"]
    assert sheet.sheet_state == "hidden"
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[:3] == [(1, "都不是，不计入"), (1, "暂不确定（以后再定）"), (2, "答案0")]
    assert len(rows) == 42


def test_answers_that_read_alike_are_told_apart(question):
    book = book_of([question(options=(("A1", "是甲公司"), ("A2", "是甲公司")))])
    assert [label for _, label in book["选项"].iter_rows(values_only=True)] == [
        "是甲公司（A1）",
        "是甲公司（A2）",
    ]


def test_it_is_printed_on_a4_landscape_with_its_header(sheet):
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "C2")
    hidden = [one for one in sheet.column_dimensions.values() if one.hidden]
    assert [(one.min, one.max) for one in hidden] == [(10, 11)]
    assert all(sheet.cell(2, column).number_format == "@" for column in (3, 4, 5))


def test_the_first_sheet_says_in_five_lines_how_to_fill_it(question):
    book = book_of([question()], title="甲集群")
    assert book.sheetnames[0] == "填写说明"
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert [number for number, _ in rows if number] == [1, 2, 3, 4, 5]
    assert ("甲集群" in rows[0], "1 个问题待答" in rows[1]) == (True, True)


def test_it_is_the_same_bytes_on_every_run(question):
    assert questions_workbook([question()]) == questions_workbook([question()])


def test_without_questions_it_is_a_book_that_says_so():
    assert "没有待答的问题" in [
        cell for row in book_of([]).worksheets[0].iter_rows(values_only=True) for cell in row
    ]
