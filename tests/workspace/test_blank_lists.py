"""The blank lists: every table has one, with headers, text columns, drop-downs and notes; same bytes each time."""

import openpyxl
import pytest

from clusterkit.guide import load_guide
from clusterkit.intake import read_lists
from clusterkit.tables import tables
from clusterkit.workspace.blank_lists import header, write_blank_lists

GUIDE = load_guide("tianjin-2025-1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    write_blank_lists(folder, GUIDE)
    return folder


def sheet(folder, table_id):
    table = tables()[table_id]
    return openpyxl.load_workbook(folder / f"{table.name}.xlsx")[table.name], table


def column(table, field):
    return list(table.fields).index(field) + 1


def drop_down(sheet, letter):
    rules = sheet.data_validations.dataValidation
    return next((rule.formula1.strip('"').split(",") for rule in rules if f"{letter}2" in rule.sqref), None)


def test_every_table_has_a_blank_list(folder):
    assert {path.stem for path in folder.iterdir()} == {table.name for table in tables().values()}


@pytest.mark.parametrize("table_id", tables())
def test_the_first_row_has_every_canonical_header(folder, table_id):
    found, table = sheet(folder, table_id)
    assert [cell.value for cell in found[1]] == [header(field) for field in table.fields.values()]
    assert found.max_row == 1


def test_amounts_say_their_unit(folder):
    found, table = sheet(folder, "enterprises")
    assert found.cell(1, column(table, "imports")).value == "进口额（万美元）"


@pytest.mark.parametrize("field", ["uscc", "industry_code", "stock_code"])
def test_codes_are_text_cells(folder, field):
    found, table = sheet(folder, "enterprises")
    letter = openpyxl.utils.get_column_letter(column(table, field))
    assert found.column_dimensions[letter].number_format == "@"


@pytest.mark.parametrize(
    ("table_id", "field", "among"),
    [
        ("enterprises", "above_scale", {"是", "否"}),
        ("enterprises", "district", {"西青区", "天津经济技术开发区"}),
        ("enterprises", "basis", {"单体", "合并"}),
        ("standards", "role", {"主导", "参与"}),
    ],
)
def test_words_have_a_drop_down(folder, table_id, field, among):
    found, table = sheet(folder, table_id)
    letter = openpyxl.utils.get_column_letter(column(table, field))
    assert among <= set(drop_down(found, letter))


def test_free_text_has_none(folder):
    found, table = sheet(folder, "enterprises")
    assert drop_down(found, openpyxl.utils.get_column_letter(column(table, "name"))) is None


@pytest.mark.parametrize(
    ("field", "words"), [("revenue", "万元"), ("above_scale", "是"), ("uscc", "18 位"), ("status", "注销")]
)
def test_headers_have_a_note(folder, field, words):
    found, table = sheet(folder, "enterprises")
    assert words in found.cell(1, column(table, field)).comment.text


def test_kinds_are_offered_in_chinese(folder):
    found, table = sheet(folder, "recognitions")
    note = found.cell(1, column(table, "kind")).comment.text
    assert "小巨人" in note
    assert "little_giants" not in note


def test_the_same_bytes_on_every_run(folder, tmp_path):
    for path in write_blank_lists(tmp_path, GUIDE):
        assert path.read_bytes() == (folder / path.name).read_bytes()


FILLED = {
    "text": "甲", "names": "甲、乙", "uscc": "91120000238994906G", "industry": "3983", "district": "西青区", "boolean": "是",
    "year": 2024, "date": "2024-05-31", "until": "2027-12-31", "amount": 12, "number": 3,
}  # fmt: skip


@pytest.mark.parametrize("table_id", tables())
def test_a_filled_list_is_recognised_with_all_its_columns(folder, table_id, tmp_path):
    table = tables()[table_id]
    book = openpyxl.load_workbook(folder / f"{table.name}.xlsx")
    for at, field in enumerate(table.fields.values(), 1):
        word = field.words and next(iter(GUIDE.words[field.words].words))
        book.active.cell(2, at, word or FILLED[field.type])
    book.save(tmp_path / f"{table.name}.xlsx")
    received = read_lists(tmp_path, GUIDE, reference_year=2024)
    [source] = received.sources
    assert source.table == table_id
    assert [one.field for one in source.columns] == list(table.fields)
    assert [finding.message for finding in received.findings if finding.level == "error"] == []
