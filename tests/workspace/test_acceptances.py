"""A finding that may stay: offered in the workbook, accepted by a person, told as accepted, until it says something else."""

import openpyxl
import pytest

from clusterkit.cli.guard import run
from clusterkit.findings import accepted_ones
from clusterkit.forms.sign_off.matters import matters
from clusterkit.word import Table
from clusterkit.workspace import Workspace
from clusterkit.workspace.answers import apply_answers
from clusterkit.workspace.questions_file import write_questions
from clusterkit.workspace.sign_off import sheet_values

REASON = "已与区统计局核对"
NOTICES = "可接受的提醒"
LONG = "集群围绕传感器的材料、设计、制造、封测和应用逐段布局，既有从事压力和流量传感的骨干企业，也有为其配套的中小企业，相互之间距离很近。"


def give_register(folder, blank):
    """Write the register with so many rows whose 登记状态 is blank."""
    names = ["天津海河传感技术有限公司", "天津云帆半导体有限公司", "天津北辰阀门有限公司"]
    rows = [f"{name},西青区,3983,{'' if at < blank else '存续'},是,2024,100" for at, name in enumerate(names)]
    text = "\n".join(["企业名称,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）", *rows]) + "\n"
    (folder / "raw" / "企业名录.csv").write_text(text, "utf-8")


def give_text(folder, text):
    (folder / "narrative").mkdir(exist_ok=True)
    (folder / "narrative" / "overview.md").write_text(text, "utf-8")


@pytest.fixture
def folder(workspace_folder):
    give_register(workspace_folder, 1)
    give_text(workspace_folder, f"{LONG}\n")
    return workspace_folder


def filled(folder, code, answer="接受，保留原样", reason=REASON):
    """Make the workbook and fill the row of a finding as a person would; return where it lies."""
    path = write_questions(Workspace(folder))
    book = openpyxl.load_workbook(path)
    sheet = book[NOTICES]
    columns = {cell.value: cell.column for cell in sheet[1]}
    [row] = [
        row for row in range(2, sheet.max_row + 1)
        if sheet.cell(row, columns["编号（勿改）"]).value.startswith(code)
    ]  # fmt: skip
    sheet.cell(row, columns["答案"], answer)
    sheet.cell(row, columns["理由"], reason)
    sheet.cell(row, columns["答复人"], "王工")
    book.save(path)
    return path


CODES = ["status_blank", "text_sentence_long"]


@pytest.fixture(params=CODES)
def accepted(request, folder):
    """A workspace in which a finding was accepted in the workbook, and the finding's code."""
    [heard] = apply_answers(Workspace(folder), filled(folder, request.param))
    assert (heard.sheet, heard.skipped) == (NOTICES, "")
    return folder, request.param


def of(folder, code):
    return [one for one in Workspace(folder).findings() if one.code == code]


def test_it_is_accepted_with_its_reason_and_not_offered_again(accepted):
    folder, code = accepted
    [one] = of(folder, code)
    assert (one.level, one.accepted) == ("info", REASON)
    assert [one.code for one in Workspace(folder).acceptances() if one.code == code] == []
    assert "王工" in (folder / "decisions.csv").read_text("utf-8-sig")


def test_check_tells_it_among_what_was_accepted(accepted, capsys):
    folder, code = accepted
    run(["check", str(folder)])
    screen = "".join(capsys.readouterr().out.split())
    [one] = of(folder, code)
    before, _, after = screen.partition("已接受（1）")
    message = "".join(one.message.split())
    assert message not in before
    assert f"{message}理由：{REASON}" in after
    assert "另有1个已接受" in after


def test_the_sign_off_sheet_lists_it(accepted):
    folder, code = accepted
    [one] = of(folder, code)
    tables = [block for block in matters(sheet_values(Workspace(folder))) if isinstance(block, Table)]
    rows = [[cell.paragraphs[0].text for cell in row.cells] for table in tables for row in table.rows]
    assert [row for row in rows if row[-1] == REASON] == [[one.message, REASON]]


CHANGES = {
    "status_blank": lambda folder: give_register(folder, 2),
    "text_sentence_long": lambda folder: give_text(folder, f"近年来，{LONG}\n"),
}


def test_it_lapses_when_it_says_something_else(accepted):
    folder, code = accepted
    CHANGES[code](folder)
    [one] = of(folder, code)
    assert one.accepted == ""
    assert accepted_ones(Workspace(folder).findings()) == []
    told = {one.code for one in Workspace(folder).findings()} & {"accepted_changed", "accepted_nothing"}
    assert told == {"accepted_changed" if code == "status_blank" else "accepted_nothing"}


LEFT = [
    ("接受，保留原样", "", "没有写理由"),
    ("不管它", REASON, "没有“不管它”这个答案"),
    (None, REASON, "没有选答案"),
]


@pytest.mark.parametrize(("answer", "reason", "why"), LEFT)
def test_a_row_that_is_not_filled_whole_accepts_nothing(folder, answer, reason, why):
    [heard] = apply_answers(Workspace(folder), filled(folder, "status_blank", answer, reason))
    assert why in heard.skipped
    assert [one.accepted for one in of(folder, "status_blank")] == [""]


def test_an_old_workbook_does_not_accept_what_says_something_else_by_now(folder):
    path = filled(folder, "status_blank")
    give_register(folder, 2)
    [heard] = apply_answers(Workspace(folder), path)
    assert "说的内容已经变了" in heard.skipped
    assert [one.accepted for one in of(folder, "status_blank")] == [""]


def test_what_a_question_asks_about_is_not_offered(folder):
    path = folder / "raw" / "企业名录.csv"
    path.write_text(path.read_text("utf-8").replace("西青区,3983,存续", "西青区,3983,正常纳税"), "utf-8")
    workspace = Workspace(folder)
    assert [one.code for one in workspace.findings() if one.code == "word_unknown"] == ["word_unknown"]
    assert any(one.code == "word_unknown" for one in workspace.questions())
    assert "word_unknown" not in {one.code for one in workspace.acceptances()}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("【请补充：产值】", "text_to_be_written"),
        ("{{ 没有的 }}", "narrative_unknown_fact"),  # the form would print it raw
        ("{{ pct_patents }}", "narrative_missing_fact"),
    ],
)
def test_what_is_not_there_yet_is_not_offered(folder, written, code):
    give_text(folder, f"{LONG}{written}\n")
    workspace = Workspace(folder)
    assert [one.accepted for one in workspace.findings() if one.code == code] == [""]
    offered = {one.code for one in workspace.acceptances()}
    assert "text_sentence_long" in offered
    assert code not in offered
