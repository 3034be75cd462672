"""``clusterkit questions``: numbered, with the effect of every answer; JSON in the contract's shape."""

import json
import re
import shutil

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.cli.questions_view import as_lines
from clusterkit.workspace.questions import asked as asked_of

KEYS = {
    "id", "code", "question", "options", "suggested", "evidence", "indicators", "file", "sheet", "row", "column",
    "answer_in", "rule",
}  # fmt: skip


@pytest.fixture(scope="module", params=["small", pytest.param("sample", marks=pytest.mark.slow)])
def workspace(request, decided):
    """A workspace in which something is open; read, never changed."""
    return decided if request.param == "small" else request.getfixturevalue("sample")


@pytest.fixture(scope="module")
def questions(workspace):
    return workspace.questions()


@pytest.fixture(scope="module")
def text(questions):
    return "\n".join(as_lines(questions))


def test_json_is_the_contracts_shape(ask, workspace, questions):
    answer = ask("questions", workspace.folder, "--format", "json")
    assert answer.code == 0
    assert answer.json == json.loads(json.dumps(questions.as_dicts()))
    assert all(set(one) >= KEYS for one in answer.json)
    assert len(answer.json) > 3


def test_every_question_is_numbered_by_effect_with_where_its_answer_is_kept(ask, workspace, questions, text):
    answer = ask("questions", workspace.folder)
    assert (answer.code, answer.out) == (0, f"{text}\n")
    lines = text.splitlines()
    asked = [f"{number}. {' '.join(one.question.split())}" for number, one in enumerate(questions, 1)]
    assert [line for line in lines if line in asked] == asked
    for one in questions:
        assert any(line.strip().startswith(f"答案写在 {one.answer_in}") for line in lines)


def test_an_answer_says_what_it_makes_of_the_numbers(questions, text):
    for question in questions:
        for option in question.options:
            for name in option.effect:
                now = question.now[name]
                assert re.search(
                    rf"若选“{re.escape(option.label)}”.*{re.escape(f'{now.name} {now.display} → ')}", text
                )


def test_the_likely_answer_is_marked(questions, text):
    likely = [one.option(one.suggested).label for one in questions if one.suggested is not None]
    assert re.findall(r"● 若选“(.*?)”.*，较可能", text) == likely


def test_how_to_answer_is_said(text):
    assert "ws.answer(" in text
    assert "reason=" in text


def test_without_questions_that_is_said(ask, workspace_folder):
    settings = workspace_folder / "cluster.toml"
    workspace = ck.Workspace(workspace_folder)
    chosen = "".join(
        f'{key} = "{one.default}"\n' for key, one in workspace.guide.interpretations.items() if one.key
    )
    settings.write_text(f"{settings.read_text('utf-8')}\n[interpretation]\n{chosen}", "utf-8")
    answer = ask("questions", workspace_folder)
    assert (answer.code, answer.out) == (0, "没有待答的问题。\n")


def test_a_folder_that_is_no_workspace_is_wrong_use(ask, tmp_path):
    answer = ask("questions", tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "不是一个工作区" in answer.err


@pytest.fixture
def asked(ask, workspace_folder):
    """A workspace, and its workbook of questions as the command writes it."""
    assert ask("questions", workspace_folder, "--format", "xlsx").code == 0
    return workspace_folder, workspace_folder / "out" / "待答问题.xlsx"


def fill(path, answers):
    """Fill the rows of a workbook of questions, by the question's id."""
    book = openpyxl.load_workbook(path)
    sheet = book["待答问题"]
    at = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, at["编号（勿改）"]).value: row for row in range(2, sheet.max_row + 1)}
    for question_id, (answer, reason) in answers.items():
        sheet.cell(rows[question_id], at["答案"]).value = answer
        sheet.cell(rows[question_id], at["理由"]).value = reason
    book.save(path)


def test_the_workbook_has_every_question(asked):
    folder, path = asked
    sheet = openpyxl.load_workbook(path)["待答问题"]
    ids = [row[9] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert ids == [one.id for one in ck.Workspace(folder).questions()]
    assert ids


def test_the_workbook_goes_where_it_is_asked_to_go(ask, workspace_folder, tmp_path):
    answer = ask(
        "questions", workspace_folder, "--format", "xlsx", "--output", tmp_path / "给王工" / "问题.xlsx"
    )
    assert answer.code == 0
    assert (tmp_path / "给王工" / "问题.xlsx").is_file()


def test_answers_are_applied_once_and_the_others_are_told_with_the_reason(ask, asked):
    folder, path = asked
    first, second, third, *_ = questions = ck.Workspace(folder).questions()
    label = first.options[1].label
    fill(path, {first.id: (f" {label} ", "与主管部门核对"), second.id: (second.options[0].value, None),
                third.id: ("随便", "不知道")})  # fmt: skip
    answer = ask("questions", folder, "--answers", path)
    assert answer.code == 0
    assert "采用了 1 个答案，2 个没有采用" in answer.out
    assert "没有写理由" in answer.out
    assert "没有“随便”这个答案" in answer.out
    left = ck.Workspace(folder).questions()
    assert [one.id for one in left] == [one.id for one in questions if one.id != first.id]
    again = ask("questions", folder, "--answers", path)
    assert "采用了 0 个答案，3 个没有采用" in again.out
    assert "已经答过，没有改动" in again.out


def test_an_answer_is_kept_as_the_library_would_keep_it(ask, asked, tmp_path):
    folder, path = asked
    other = shutil.copytree(folder, tmp_path / "other")
    first = ck.Workspace(folder).questions()[0]
    fill(path, {first.id: (first.options[1].label, "与主管部门核对")})
    ask("questions", folder, "--answers", path)
    ck.Workspace(other).answer(first.id, first.options[1].value, reason="与主管部门核对")
    file = first.answer_in.partition("#")[0]
    assert (folder / file).read_bytes() == (other / file).read_bytes()


def test_every_kind_of_question_takes_its_answer(ask, workspace, questions, tmp_path):
    folder = shutil.copytree(workspace.folder, tmp_path / "copy")
    ask("questions", folder, "--format", "xlsx")
    path = folder / "out" / "待答问题.xlsx"
    fill(path, {one.id: (one.options[0].label, "与主管部门核对") for one in questions})
    assert f"采用了 {len(questions)} 个答案。" in ask("questions", folder, "--answers", path).out
    answered_in = {one.answer_in for one in questions}
    assert not answered_in.intersection(one.answer_in for one in asked_of(ck.Workspace(folder)))
    again = ask("questions", folder, "--answers", path).out
    assert again.count("已经答过，没有改动") == len(questions)


def test_a_question_that_is_gone_is_told(ask, asked):
    folder, path = asked
    book = openpyxl.load_workbook(path)
    sheet = book["待答问题"]
    for column, text in (
        (3, "是"),
        (4, "查过"),
        (10, "name_suggested:旧名单.xlsx:3"),
        (11, "decisions.csv#match:旧"),
    ):
        sheet.cell(2, column).value = text
    book.save(path)
    assert "这个问题已经没有了" in ask("questions", folder, "--answers", path).out


def test_a_workbook_that_nobody_filled_changes_nothing(ask, asked):
    folder, path = asked
    before = {file: file.read_bytes() for file in folder.glob("*.*")}
    assert "一行也没有填" in ask("questions", folder, "--answers", path).out
    assert {file: file.read_bytes() for file in folder.glob("*.*")} == before


def test_another_file_is_wrong_use(ask, asked):
    folder, _ = asked
    answer = ask("questions", folder, "--answers", folder / "raw" / "企业名录.csv")
    assert (answer.code, answer.out) == (2, "")
    assert "不是待答问题的工作簿" in answer.err
