"""The blank lists: every table has one, with headers, text columns, drop-downs and notes; same bytes each time."""

import openpyxl
import pytest
from clusterkit.guide import load_guide
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
