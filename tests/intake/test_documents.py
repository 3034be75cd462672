"""Tables of documents: where they go on, what of a page is text, and what of it is a line that only goes on."""

from importlib.resources import files

import pytest
from fpdf import FPDF

from clusterkit.intake.continued import continued
from clusterkit.intake.readers.book import Spot
from clusterkit.intake.readers.pdf.grid import fill_grid, make_grid
from clusterkit.intake.readers.pdf.signs import Line, Sign, cell_text, read_lines
from clusterkit.intake.readers.spread import made_sheet

FONT = files("clusterkit.charts") / "data" / "ClusterkitSansSC-Regular.otf"
HEAD = ["序号", "企业名称", "所在区"]


def table(rows, number=1, page=0, *, follows=True, rests=()):
    return made_sheet(rows, [], Spot(number, page, page, follows, rests))


CONTINUED = [
    ("with its header again", [[HEAD, ["1", "甲", "西青区"]], [HEAD, ["2", "乙", "武清区"]]], [4]),
    ("without a header", [[HEAD, ["1", "甲", "西青区"]], [["2", "乙", "武清区"], ["3", "丙", "武清区"]]], [4]),
    ("with another header", [[HEAD, ["1", "甲", "西青区"]], [["序号", "企业名称", "产值（万元）"], ["1", "乙", "5"]]], [2, 2]),
    ("with another width", [[HEAD, ["1", "甲", "西青区"]], [["企业名称", "所在区"], ["乙", "武清区"]]], [2, 2]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "heights"), [case[1:] for case in CONTINUED], ids=[case[0] for case in CONTINUED]
)
def test_a_table_goes_on_or_another_begins(tables, heights):
    sheets = [table(rows, number, follows=number > 1) for number, rows in enumerate(tables, 1)]
    assert [len(sheet.rows) for sheet in continued(sheets)] == heights


def test_a_row_that_the_pages_end_cut_is_put_together_in_its_upper_part():
    upper = table([HEAD, ["1", "天津示例传感", "西青"]], 1, 1, follows=False)
    lower = table([["", "技术有限公司", ""], ["2", "乙", "武清区"]], 1, 2, rests=(0,))
    [whole] = continued([upper, lower])
    assert whole.name == "第1—2页 表1"
    assert whole.rows == [
        HEAD,
        ["1", "天津示例传感技术有限公司", "西青"],
        ["", "", ""],
        ["2", "乙", "武清区"],
    ]


def signs(text, left, top, size=10.0):
    width = [size if ord(sign) > 255 else size / 2 for sign in text]
    edges = [left + sum(width[:at]) for at in range(len(text) + 1)]
    return [
        Sign(sign, edges[at], edges[at + 1], top, top + size) for at, sign in enumerate(text) if sign != " "
    ]


@pytest.mark.parametrize(
    ("lines", "width", "text"),
    [
        (["天津示例传感", "有限公司"], 70, "天津示例传感有限公司"),
        (["甲公司", "乙公司"], 200, "甲公司\n乙公司"),
        (["91120111MA0500", "01XG"], 80, "91120111MA050001XG"),
        (["Smart", "Sensor"], 40, "Smart Sensor"),
    ],
)
def test_a_line_that_only_went_on_is_joined(lines, width, text):
    each = [
        Line(line, 0, sum(10 if ord(sign) > 255 else 5 for sign in line), at * 12, at * 12 + 10)
        for at, line in enumerate(lines)
    ]
    assert cell_text(each, width) == text


def test_lines_of_signs():
    bold = [sign for sign in signs("产值", 0, 0) for _ in range(2)]  # printed twice to look bold
    assert [line.text for line in read_lines([*bold, *signs("A 12", 60, 1), *signs("西青", 0, 20)])] == [
        "产值 A 12",
        "西青",
    ]


def test_a_ruled_table_with_a_merged_cell():
    boxes = [(0, 0, 50, 40), (50, 0, 120, 20), (50, 20, 120, 40)]
    filled = fill_grid(
        make_grid(boxes), [*signs("西青区", 5, 15), *signs("甲公司", 55, 5), *signs("乙公司", 55, 25)]
    )
    assert [(cell.text, cell.row, cell.column, cell.rows) for cell in filled.cells] == [
        ("西青区", 0, 0, 2),
        ("甲公司", 0, 1, 1),
        ("乙公司", 1, 1, 1),
    ]


def test_a_pdf_whose_text_is_in_an_unknown_code_is_not_taken_for_empty(read, raw):
    pdf = FPDF()
    pdf.add_font("own", "", FONT)  # outlines in PostScript: fpdf2 writes them in a code of its own
    pdf.set_font("own")
    pdf.add_page()
    with pdf.table(first_row_as_headings=False) as table:
        for row in (["企业名称", "所在区"], ["甲公司", "西青区"]):
            table.row(row)
    pdf.output(str(raw / "企业名录.pdf"))
    assert [one.code for one in read().findings] == ["pdf_text_unreadable"]
