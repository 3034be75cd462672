"""The plan as a Word file: valid, in the outline's order, cells as wide as their grid, what is open marked."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from matplotlib.figure import Figure
from openxml_audit import OpenXmlValidator

from clusterkit.forms.plan_document import PlanValues, plan_blocks, plan_document
from clusterkit.plan.boards import Board
from clusterkit.plan.chain import Chain, Segment
from clusterkit.plan.distances import Distance
from clusterkit.plan.plan import Plan
from clusterkit.word import Paragraph, Picture, Table, Turn, open_document, read_text
from plan_given import FULL, GUIDE

CHAIN = Chain(
    (Segment("上游 芯片", 0, 0, Decimal(0)), Segment("中游 器件", 3, 1, Decimal(30), ("天津甲有限公司",))),
    {}, (), 2024, 2, Decimal(40),
)  # fmt: skip
DISTANCE = Distance(
    "上年度研发强度", "%", "4.67", "标杆", "6.10", "2023", "规上", "报告", Decimal("-1.43"), Decimal("76.6")
)
PLAN = Plan(GUIDE, FULL, (DISTANCE,), CHAIN, (Board("补短板", "芯片空白"), Board("锻长板", "器件最大")))
TEXTS = {"idea": "### 主线\n立足基础。【请补充：文号】其余。"}


def drawn():
    page = BytesIO()
    Figure((3, 2)).savefig(page, format="png")
    return page.getvalue()


PICTURES = {"schedule": Picture(drawn(), 156, "任务进度：一项任务")}
VALUES = PlanValues(PLAN, "西青区智能传感器集群", TEXTS, PICTURES, ("西青区人民政府",), "未定稿")


@pytest.fixture(scope="module")
def made():
    return plan_document(VALUES)


def test_it_is_a_valid_word_file(made, tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(made)
    result = OpenXmlValidator().validate(path)
    assert result.is_valid, result.errors


def test_cells_are_as_wide_as_their_columns(made):
    for table in open_document(made).element.body.iter(qn("w:tbl")):
        grid = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        for row in table.iter(qn("w:tr")):
            assert sum(int(cell.get(qn("w:w"))) for cell in row.iter(qn("w:tcW"))) == sum(grid)


def test_parts_and_sections_stand_in_the_outlines_order():
    headings = [
        one.text for one in plan_blocks(VALUES) if isinstance(one, Paragraph) and one.style == "Heading1"
    ]
    assert headings == [
        "第一部分　基础条件",
        "第二部分　思路目标",
        "第三部分　重点任务",
        "第四部分　保障措施",
    ]
    tasks = [
        one.text for one in plan_blocks(VALUES) if isinstance(one, Paragraph) and one.style == "Heading2"
    ][8:15]
    assert [text.partition("）")[2] for text in tasks] == [task.name for task in GUIDE.plan_tasks.values()]


def test_what_is_open_is_grey_and_nothing_else():
    hinted = [
        run.text for one in plan_blocks(VALUES) if isinstance(one, Paragraph) for run in one.runs if run.hint
    ]
    assert "【请补充：文号】" in hinted
    assert all(text.startswith("【请补充：") and text.endswith("】") for text in hinted)
    [idea] = [one for one in plan_blocks(VALUES) if isinstance(one, Paragraph) and "立足基础" in one.text]
    assert [run.hint for run in idea.runs] == [False, True, False]


def test_tables_are_numbered_in_their_order(made):
    text = read_text(made)
    titles = [line for line in text.splitlines() if line.startswith("表") and "\u3000" in line]
    assert [title.partition("\u3000")[0] for title in titles] == [
        f"表{number}" for number in range(1, len(titles) + 1)
    ]
    assert len(titles) == 13


def test_a_picture_has_its_caption_below_and_a_table_above():
    blocks = list(plan_blocks(VALUES))
    for before, after in pairwise(blocks):
        if isinstance(before, Picture):
            assert after.style == "FigureTitle"
        if isinstance(after, Table):
            assert before.style == "TableTitle"


def test_many_years_lie_across_the_page():
    years = replace(FULL, years=tuple(range(2025, 2030)))
    blocks = list(plan_blocks(replace(VALUES, plan=replace(PLAN, written=years))))
    turns = [one.landscape for one in blocks if isinstance(one, Turn)]
    assert turns == [True, False, True, False]
    widths = {sum(cell.width for cell in table.rows[0].cells) for table in blocks if isinstance(table, Table)}
    assert widths == {156.0, 225.0}


EMPTY = Plan(GUIDE, replace(FULL, targets=(), tasks=(), work=(), projects=()))


def test_a_plan_of_nothing_asks_for_everything():
    text = read_text(plan_document(PlanValues(EMPTY, "集群")))
    for asked in (
        "各年目标",
        "各年工作安排",
        "重点项目",
        "对标表",
        "产业链图谱",
        "任务进度",
        "这个方向的任务",
    ):
        assert f"【请补充：{asked}" in text
