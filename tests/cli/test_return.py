"""``clusterkit return``: what goes back, marked and explained; what changed when it comes again. ``raw/`` is never written."""

import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter

from thorough import first

REGISTER = [
    ["西青区企业情况表", "", "", "", "", "", "", "", "", ""],
    ["企业名称", "统一社会信用代码", "所在区", "行业代码", "登记状态", "是否规上", "数据年度", "产值（万元）", "营业收入（万元）",
     "研发经费支出（万元）"],
    ["天津海河传感技术有限公司", "911201110000000000", "西青区", "3983", "存续", "是", 2024, 12000, 10000, 500],
    ["=天津云帆半导体有限公司", "", "西青区", "3973", "存续", "是", 2024, "约8000", 10000, ""],
]  # fmt: skip


def write(path, rows=REGISTER):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("企业")
        for line, row in enumerate(rows):
            for at, cell in enumerate(row):
                sheet.write_string(line, at, cell) if isinstance(cell, str) else sheet.write(line, at, cell)
        sheet.merge_range(0, 0, 0, 9, rows[0][0])


@pytest.fixture
def gallery():
    """The lists as they come, in every format."""
    return Path(__file__).parents[1] / "data" / "lists"


@pytest.fixture
def folder(workspace_folder):
    (workspace_folder / "raw" / "企业名录.csv").unlink()
    write(workspace_folder / "raw" / "企业名录.xlsx")
    return workspace_folder


@pytest.fixture
def returned(ask, folder):
    """The list as it was returned."""
    assert ask("return", folder, "企业名录.xlsx").code == 0
    return folder / "out" / "退回" / "退回修改单_企业名录.xlsx"


def test_the_list_is_as_received_and_its_troubled_cells_are_marked(returned):
    sheet = openpyxl.load_workbook(returned)["企业"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=4)] == [
        [cell if cell != "" else None for cell in row] for row in REGISTER[1:]
    ]
    assert sheet["A4"].data_type == "s"
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:J1"]
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert {"H4", "B3"} <= marked
    assert "请填确切的数" in sheet["H4"].comment.text
    assert sheet["H4"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["H3"].comment is None


def test_the_first_page_says_what_to_mend_errors_first(returned):
    book = openpyxl.load_workbook(returned)
    page = book.worksheets[0]
    assert page.title == "需要修改的地方"
    rows = list(page.iter_rows(min_row=5, values_only=True))
    assert rows[0][1:5] == ("企业", "H4", "产值(万元)", "必须改")
    assert [row[4] for row in rows] == sorted(
        (row[4] for row in rows), key=["必须改", "请核对", "请留意"].index
    )
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == ["需要修改的地方", "企业"]


def test_raw_stays_and_a_second_run_gives_the_same_bytes(ask, folder, returned):
    before = {path: path.read_bytes() for path in (folder / "raw").iterdir()}
    first = returned.read_bytes()
    assert "改动" not in ask("return", folder, "企业名录.xlsx").out
    assert returned.read_bytes() == first
    assert {path: path.read_bytes() for path in (folder / "raw").iterdir()} == before


def test_without_a_file_all_lists_go_back_and_what_is_owed(ask, folder):
    answer = ask("return", folder)
    assert answer.code == 0
    book = openpyxl.load_workbook(folder / "out" / "退回" / "催数单.xlsx")
    assert book.sheetnames == ["催数总表", "按名单", "对指标的影响"]
    rows = list(book["催数总表"].iter_rows(min_row=2, values_only=True))
    mine = next(row for row in rows if row[1] == "=天津云帆半导体有限公司")
    assert {"产值", "研发经费支出"} <= set(mine[3].split("、"))
    assert mine[5].startswith("您好！西青区智能传感器集群申报的测算中，贵公司还缺")
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert {cell.data_type for cell in cells} == {"s"}


def mend(path, target, cells):
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        book["企业"][name].value = value
    book.save(target)


def test_a_corrected_list_is_compared(ask, folder, returned, tmp_path):
    back = tmp_path / "发回的.xlsx"
    mend(returned, back, {"H4": 8000, "B3": "9112011"})
    before = {path: path.read_bytes() for path in (folder / "raw").iterdir()}
    answer = ask("return", folder, back)
    assert answer.code == 0
    assert "企业名录.xlsx：改动 2 处" in answer.out
    assert "企业 H4：约8000 → 8000" in answer.out
    mended = answer.out[answer.out.index("改好了：") :]
    assert "“约8000”只是约数" in mended
    assert "“9112011”不是 18 位的统一社会信用代码" in mended[mended.index("新出现的问题：") :]
    assert {path: path.read_bytes() for path in (folder / "raw").iterdir()} == before
    clean = openpyxl.load_workbook(folder / "out" / "退回" / "已改_企业名录.xlsx")
    assert clean.sheetnames == ["企业"]
    assert clean["企业"]["H4"].value == 8000


def test_a_list_that_was_replaced_in_raw_is_compared_with_what_was_returned(ask, folder, returned):
    assert returned.is_file()
    write(folder / "raw" / "企业名录.xlsx", [*REGISTER[:3], [*REGISTER[3][:7], 8000, 10000, 300]])
    answer = ask("return", folder)
    assert "企业 H4：约8000 → 8000" in answer.out
    assert "企业 J4：（空） → 300" in answer.out
    assert "改动" not in ask("return", folder).out


def test_a_list_of_the_same_name_is_compared_with_the_one_in_raw(ask, folder, tmp_path):
    other = tmp_path / "企业名录.xlsx"
    write(other, [*REGISTER[:3], [*REGISTER[3][:7], 8000, 10000, 300]])
    answer = ask("return", folder, other)
    assert "企业 H4：约8000 → 8000" in answer.out
    assert "改好了：" in answer.out


@pytest.mark.parametrize("name", first(2, ["产业基金情况表.pdf", "企业名录（写保护）.xls", "企业名录（UTF-16）.txt",
                                           "12月月报（本月和累计两列）.xlsx", "5G工厂名录（修订痕迹和内容控件）.docx"]))  # fmt: skip
def test_a_list_of_any_format_goes_back_as_xlsx(ask, folder, gallery, name):
    shutil.copy(gallery / name, folder / "raw" / name)
    assert ask("return", folder).code == 0
    assert ask("return", folder, name).code == 0


def as_csv(path):
    path.write_text("\n".join(",".join(map(str, row)) for row in REGISTER[1:]), "utf-8")


def as_docx(path):
    document = docx.Document()
    document.add_paragraph("2024年西青区企业情况表")
    document.add_paragraph("单位：万元")
    table = document.add_table(rows=0, cols=10)
    for row in REGISTER[1:]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = str(text).replace("（万元）", "")
    document.save(path)


# a list, how it is written, the sheet and the cell of 约8000 in what goes back
FORMATS = [("企业.csv", as_csv, "名单", "H3"), ("企业.docx", as_docx, "表1", "H5")]


@pytest.mark.parametrize(("name", "written", "sheet", "cell"), FORMATS, ids=[case[0] for case in FORMATS])
def test_what_is_not_mended_is_still_open_whatever_format_the_list_had(
    ask, folder, tmp_path, name, written, sheet, cell
):
    (folder / "raw" / "企业名录.xlsx").unlink()
    written(folder / "raw" / name)
    assert ask("return", folder, name).code == 0
    book = openpyxl.load_workbook(folder / "out" / "退回" / f"退回修改单_{name}.xlsx")
    assert "请填确切的数" in book[sheet][cell].comment.text
    book[sheet][cell].value = 8000
    book.save(tmp_path / "发回的.xlsx")
    out = ask("return", folder, tmp_path / "发回的.xlsx").out
    before, _, mended = out.partition("改好了：")
    assert f"{sheet} {cell}：约8000 → 8000" in before
    assert mended.count("只是约数") == 1
    assert mended.index("只是约数") < mended.index("还差：") < mended.index("被 Excel 当作数字改坏的代码")
    assert "新出现的问题" not in out


def test_the_columns_that_a_list_lacks_are_asked_for(ask, folder):
    write(folder / "raw" / "企业名录.xlsx", [[*row[:2], *row[3:]] for row in REGISTER])
    assert ask("return", folder, "企业名录.xlsx").code == 0
    page = openpyxl.load_workbook(folder / "out" / "退回" / "退回修改单_企业名录.xlsx").worksheets[0]
    said = {row[5]: row[6] for row in page.iter_rows(min_row=5, values_only=True)}
    [lacking] = [wrong for wrong in said if "难以计入指标" in wrong]
    assert said[lacking] == "请在最右边补上“所在区”或“注册地址”一列。"


WRONG = [
    ("没有.xlsx", None, "“没有.xlsx”"),
    ("别的.xlsx", [["甲", "乙", "", "", "", "", "", "", "", ""]], "不知道“别的.xlsx”是哪一份名单"),
]


@pytest.mark.parametrize(("name", "rows", "said"), WRONG)
def test_a_file_that_is_no_list_of_ours_is_wrong_use(ask, folder, tmp_path, name, rows, said):
    if rows:
        write(tmp_path / name, rows)
    answer = ask("return", folder, tmp_path / name)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1
