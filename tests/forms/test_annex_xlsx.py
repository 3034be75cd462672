import openpyxl
import pytest

from clusterkit.forms.annex_xlsx import annex_path, read_annex_xlsx, write_annex_xlsx

BLOCKS = {
    1: [[["甲公司", "12.35", "芯片", "23%"], ["乙公司", "0.50", "0123", ""]]],
    3: [[["职大", "装调", "1200"]], [["平台", "是", "院", "检测\n校准"], ["平台二", "否", "院", "中试"]]],
    5: [[["1", "项目", "甲", "内容", "8000", "1200.5", "成效", "2025年3月至2027年6月", ""]]],
}


@pytest.mark.parametrize("number", BLOCKS)
def test_what_is_written_is_read_back(guide, tmp_path, number):
    annex = guide.annexes[number]
    path = annex_path(annex, tmp_path)
    write_annex_xlsx(annex, BLOCKS[number], path)
    assert read_annex_xlsx(annex, path) == (BLOCKS[number], [])


def test_the_same_rows_give_the_same_bytes(guide, tmp_path):
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        write_annex_xlsx(guide.annexes[3], BLOCKS[3], path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def edited(guide, path, number, cells):
    """An annex's workbook after somebody has typed ``cells`` into its first sheet."""
    write_annex_xlsx(guide.annexes[number], BLOCKS[number], path)
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)
    return read_annex_xlsx(guide.annexes[number], path)


def test_typed_numbers_and_moved_rows_are_understood(guide, tmp_path):
    cells = {"B2": 12.5, "A3": None, "B3": None, "C3": None, "A4": "丙公司", "B4": 3}
    blocks, found = edited(guide, tmp_path / "附表1.xlsx", 1, cells)
    assert found == []
    assert blocks == [[["甲公司", "12.5", "芯片", "23%"], ["丙公司", "3", "", ""]]]


def test_a_running_number_alone_is_no_row(guide, tmp_path):
    blocks, _ = edited(guide, tmp_path / "附表5.xlsx", 5, {"A3": 2, "A4": 3})
    assert len(blocks[0]) == 1


def test_columns_may_stand_in_another_order(guide, tmp_path):
    cells = {"A1": "销售收入 （亿元）", "B1": "主导产业销售收入排名前五位的企业名称"}
    blocks, _ = edited(guide, tmp_path / "附表1.xlsx", 1, cells)
    assert blocks[0][0][:2] == ["12.35", "甲公司"]


def test_a_renamed_header_is_said_with_sheet_and_header(guide, tmp_path):
    blocks, [found] = edited(guide, tmp_path / "附表1.xlsx", 1, {"B1": "收入"})
    assert blocks == [[]]
    assert found.code == "annex_header_missing"
    assert all(word in found.message for word in ("附表1.xlsx", "“附表1”", "销售收入（亿元）"))


def test_a_broken_file_is_said_in_one_sentence(guide, tmp_path):
    path = tmp_path / "附表1.xlsx"
    path.write_bytes(b"no zip")
    blocks, [found] = read_annex_xlsx(guide.annexes[1], path)
    assert (blocks, found.code) == ([[]], "annex_file_unreadable")
