"""Reading the answers back, from real files as other programs save them."""

import csv
import subprocess

import openpyxl
import pytest

from clusterkit.errors import WorkspaceError
from clusterkit.forms.questions_book import questions_workbook, read_answers
from clusterkit.forms.questions_book.layout import ANSWER, BY, REASON
from clusterkit.word.libreoffice import find_libreoffice
from office import needs_office
from thorough import first


@pytest.fixture
def path(tmp_path, question):
    file = tmp_path / "待答问题.xlsx"
    file.write_bytes(questions_workbook([question("甲公司"), question("乙公司"), question("丙公司")]))
    return file


def fill(path, rows, change=lambda _: None):
    book = openpyxl.load_workbook(path)
    sheet = book["待答问题"]
    at = {cell.value: cell.column for cell in sheet[1]}
    for row, cells in rows.items():
        for header, text in zip((ANSWER, REASON, BY), cells, strict=False):
            sheet.cell(row, at[header]).value = text
    change(sheet)
    book.save(path)


def names(path):
    return [(one.id.rpartition(":")[2], one.answer, one.reason, one.by) for one in read_answers(path)]


def test_only_what_was_filled_comes_back(path):
    assert read_answers(path) == []
    fill(path, {3: ("none", "查过", "张三"), 4: ("", "想一想")})
    assert names(path) == [("乙公司", "none", "查过", "张三"), ("丙公司", "", "想一想", "")]
    assert [one.row for one in read_answers(path)] == [3, 4]


def sorted_backwards(sheet):
    rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    for at, row in enumerate(reversed(rows), 2):
        for column, text in enumerate(row, 1):
            sheet.cell(at, column).value = text


def columns_added(sheet):
    sheet.insert_cols(1, 2)
    sheet.cell(1, 1).value = "科室"
    sheet.cell(2, 1).value = "企业服务科"


def title_added(sheet):
    sheet.insert_rows(1, 2)
    sheet.cell(1, 1).value = "请于周五前填好"


def header_spaced(sheet):
    for cell in sheet[1]:
        cell.value = f" {cell.value[0]} {cell.value[1:]}".replace("（", "(").replace("）", ")")


@pytest.mark.parametrize("change", [sorted_backwards, columns_added, title_added, header_spaced])
def test_what_a_colleague_changes_around_the_answers_does_no_harm(path, change):
    fill(path, {2: ("none", "查过", "张三")}, change)
    assert names(path) == [("甲公司", "none", "查过", "张三")]


def test_a_number_is_read_as_it_was_typed(path):
    fill(path, {2: (2024, 3.5, 7)})
    assert names(path) == [("甲公司", "2024", "3.5", "7")]


@needs_office
@pytest.mark.office
@pytest.mark.parametrize("suffix", first(1, ["xlsx", "xls", "ods"]))
def test_a_book_saved_again_by_another_program_is_read(path, tmp_path, suffix):
    fill(path, {2: ("都不是，不计入", "查过", "张三")})
    again = tmp_path / "again"
    subprocess.run(
        [find_libreoffice(), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", suffix,
         "--outdir", str(again), str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    assert names(again / f"待答问题.{suffix}") == [("甲公司", "都不是，不计入", "查过", "张三")]


def _csv(path):
    with path.open("w", encoding="utf-8") as file:
        csv.writer(file).writerows([["企业名称", "产值"], ["甲公司", 3]])


WRONG = [
    ("名单.csv", _csv, "找不到“答案”“理由”“编号（勿改）”这几栏"),
    ("坏的.xlsx", lambda path: path.write_bytes(b"PK\x03\x04 no book"), "另存为 xlsx"),
    ("没有.xlsx", lambda _: None, "另存为 xlsx"),
]


@pytest.mark.parametrize(("name", "make", "said"), WRONG)
def test_a_file_that_is_no_workbook_of_questions_is_one_sentence(tmp_path, name, make, said):
    make(tmp_path / name)
    with pytest.raises(WorkspaceError) as error:
        read_answers(tmp_path / name)
    assert said in str(error.value)
    assert name in str(error.value)
    assert "\n" not in str(error.value)
