"""Workbooks as they lie in tables/: written, edited by hand, read, written again."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from clusterkit.edited import Sheet
from clusterkit.edited.fill import fill_book
from clusterkit.word.libreoffice import LibreOffice, find_libreoffice
from office import needs_office
from thorough import examples

SHEETS = (
    Sheet("附表3（1）", ("机构", "方向", "规模（人/年）"), (20, 20, 10)),
    Sheet("附表3（2）", ("平台", "国家级", "建设单位"), (20, 8, 20), choices=((1, ("是", "否")),)),
)
ROWS = {
    "附表3（1）": [["职大", "装调", "1200"], ["技师学院", "焊接", "004"]],
    "附表3（2）": [["平台甲", "是", "=院"], ["平台乙", "否", "院\n所"]],
}
LATER = {
    **ROWS,
    "附表3（1）": [["职大", "装调", "1300"], ["技师学院", "焊接", "004"], ["新学院", "检测", "50"]],
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "附表3.xlsx"


def write(path, rows=ROWS):
    book = fill_book(path, "附表3", SHEETS, rows, ("怎样填",))
    data = book.data()
    if data is not None:
        path.write_bytes(data)
    return book


def by_hand(path, edit):
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)


def now(path, rows=ROWS):
    return fill_book(path, "附表3", SHEETS, rows)


def test_what_is_written_is_read_back_and_not_written_again(path):
    write(path)
    again = now(path)
    assert (again.rows, again.findings, again.data()) == (ROWS, [], None)


def test_the_same_rows_give_the_same_bytes(path, tmp_path):
    write(path)
    write(tmp_path / "b.xlsx")
    assert path.read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_every_cell_is_text_and_the_memory_is_hidden(path):
    write(path)
    book = openpyxl.load_workbook(path)
    assert book["程序底稿"].sheet_state == "hidden"
    cells = [cell for name in SHEETS for row in book[name.name].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert book["附表3（1）"]["C3"].number_format == "@"


def edit_everything(book):
    sheet = book["附表3（1）"]
    sheet["B2"] = "装配"
    sheet["A2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["A2"].comment = Comment("待核", "我")
    sheet["D1"], sheet["D2"] = "联系人", "老王"
    sheet.append(["我的学院", "测试", 30])
    book.create_sheet("草稿")["A1"] = "=1+1"
    book.move_sheet("草稿", -3)


def test_edits_stay_and_the_rest_is_renewed(path):
    write(path)
    by_hand(path, edit_everything)
    write(path, LATER)
    book = openpyxl.load_workbook(path)
    sheet = book["附表3（1）"]
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=2, max_row=5)]
    assert rows == [
        ["职大", "装配", "1300", "老王"],
        ["技师学院", "焊接", "004", None],
        ["我的学院", "测试", "30", None],
        ["新学院", "检测", "50", None],
    ]
    assert (sheet["A2"].fill.fgColor.rgb, sheet["A2"].comment.text) == ("00FFFF00", "待核")
    assert book["草稿"]["A1"].value == "=1+1"
    assert now(path, LATER).data() is None


def test_what_belongs_to_a_row_moves_with_it(path):
    write(path)
    by_hand(path, edit_everything)
    first = [["零号", "方向", "1"], *ROWS["附表3（1）"]]
    write(path, {**ROWS, "附表3（1）": first})
    sheet = openpyxl.load_workbook(path)["附表3（1）"]
    assert [sheet.cell(row, 4).value for row in (2, 3)] == [None, "老王"]
    assert (sheet["A2"].comment, sheet["A3"].comment.text) == (None, "待核")
    assert sheet["A3"].fill.fgColor.rgb == "00FFFF00"


def number(book):
    book["附表3（1）"]["C2"] = 1200
    book["附表3（1）"]["C3"] = 4


def percent(book):
    book["附表3（1）"]["C2"], book["附表3（1）"]["C2"].number_format = 0.125, "0.0%"


def digits(book):
    book["附表3（1）"]["C2"] = 1200.12345


def merged(book):
    book["附表3（1）"]["B2"] = "同一方向"
    book["附表3（1）"]["B3"] = None
    book["附表3（1）"].merge_cells("B2:B3")


READ = {
    "a number made of text is no edit": (number, [["职大", "装调", "1200"], ["技师学院", "焊接", "004"]]),
    "a percentage is read as one": (percent, [["职大", "装调", "12.5%"], ["技师学院", "焊接", "004"]]),
    "all digits are read": (digits, [["职大", "装调", "1200.12345"], ["技师学院", "焊接", "004"]]),
    "merged cells all say it": (merged, [["职大", "同一方向", "1200"], ["技师学院", "同一方向", "004"]]),
}


@pytest.mark.parametrize(("edit", "expected"), READ.values(), ids=READ)
def test_cells_as_people_leave_them(path, edit, expected):
    write(path)
    by_hand(path, edit)
    assert now(path).rows["附表3（1）"] == expected


def swap(book):
    sheet = book["附表3（1）"]
    for row in (1, 2, 3):
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = (
            sheet.cell(row, 2).value,
            sheet.cell(row, 1).value,
        )


def rename(book):
    book["附表3（2）"].title = "平台"


@pytest.mark.parametrize("edit", [swap, rename])
def test_columns_may_move_and_sheets_be_renamed(path, edit):
    write(path)
    by_hand(path, edit)
    assert (now(path).rows, now(path).findings) == (ROWS, [])


def no_header(book):
    book["附表3（1）"]["B1"] = "教什么"


def formula(book):
    book["附表3（1）"]["C2"] = "=SUM(C3:C3)"


FAULTS = {
    "header": (no_header, "annex_header_missing", ("附表3.xlsx", "附表3（1）", "方向")),
    "formula": (formula, "edited_formula_blank", ("附表3.xlsx", "第2行", "规模")),
}


@pytest.mark.parametrize(("edit", "code", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_said_and_the_file_left_alone(path, edit, code, words):
    write(path)
    by_hand(path, edit)
    found = now(path, LATER)
    assert [one.code for one in found.findings] == [code]
    assert all(word in found.findings[0].message for word in words)
    assert found.data() is None


def test_a_broken_file_is_said_and_left_alone(path):
    path.write_bytes(b"no zip")
    found = now(path)
    assert ([one.code for one in found.findings], found.data()) == (["annex_file_unreadable"], None)


def test_a_workbook_of_somebodys_own_holds_as_it_is(path):
    write(path)
    by_hand(path, lambda book: book.remove(book["程序底稿"]))
    by_hand(path, edit_everything)
    found = now(path, LATER)
    assert [one.code for one in found.findings] == ["edited_without_memory"]
    assert (found.rows["附表3（1）"][0], found.data()) == (["职大", "装配", "1200"], None)


def test_findings_name_both_figures(path):
    write(path)
    by_hand(path, lambda book: book["附表3（1）"].__setitem__("C2", "999"))
    by_hand(path, lambda book: book["附表3（2）"].delete_rows(2))
    write(path, LATER)
    conflict, deleted = now(path, LATER).findings
    assert all(word in conflict.message for word in ("附表3.xlsx", "职大", "规模", "999", "1300", "1200"))
    assert (deleted.code, "平台甲" in deleted.message) == ("edited_rows_deleted", True)


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)


@settings(
    max_examples=examples(6, 15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4))
def test_any_text_comes_back(path, rows):
    path.unlink(missing_ok=True)
    given = {**ROWS, "附表3（1）": [[f"第{place}", *row[1:]] for place, row in enumerate(rows)]}
    write(path, given)
    assert now(path, given).data() is None
    assert now(path, given).findings == []


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("lists"),
            st.lists(st.sampled_from("甲乙丙丁"), max_size=4, unique=True),
            st.integers(1, 9),
        ),
        st.tuples(st.just("type"), st.integers(0, 4), st.integers(1, 3)),
        st.tuples(st.just("add"), st.just(0), st.just(0)),
        st.tuples(st.just("delete"), st.integers(0, 4), st.just(0)),
    ),
    min_size=2,
    max_size=7,
)


@settings(
    max_examples=examples(4, 8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_nothing_is_lost_over_many_edits_and_new_lists(path, steps):
    path.unlink(missing_ok=True)
    rows, words = ROWS, set()
    for number, (what, first, second) in enumerate(steps):
        write(path, rows)
        book = openpyxl.load_workbook(path)
        sheet = book["附表3（1）"]
        last = len([row for row in sheet.iter_rows(min_row=2, values_only=True) if any(row)]) + 1
        word = f"我写的{number}"
        if what == "lists":
            rows = {**ROWS, "附表3（1）": [[name, "方向", str(second)] for name in first]}
        elif what == "add":
            sheet.append([word, None, None])
            words.add(word)
        elif last > 1:
            row = 2 + first % (last - 1)
            words -= (
                {cell.value for cell in sheet[row]} if what == "delete" else {sheet.cell(row, second).value}
            )
            if what == "delete":
                sheet.delete_rows(row)
            else:
                sheet.cell(row, second).value = word
                words.add(word)
        book.save(path)
        found = now(path, rows)
        assert not any(one.level == "error" for one in found.findings)
        assert words <= {text for row in found.rows["附表3（1）"] for text in row}


@pytest.mark.office
@needs_office
def test_a_trip_through_an_office_program_is_no_edit(path, tmp_path):
    write(path)
    by_hand(path, edit_everything)
    write(path)
    folder = tmp_path / "saved"
    assert LibreOffice(find_libreoffice()).convert([path], folder, "xlsx") == ""
    path.write_bytes((folder / path.name).read_bytes())
    after = now(path, LATER)
    assert after.findings == []
    assert after.rows["附表3（1）"][0] == ["职大", "装配", "1300"]
    assert openpyxl.load_workbook(BytesIO(after.data()))["附表3（1）"]["D2"].value == "老王"
