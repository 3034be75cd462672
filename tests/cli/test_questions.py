"""``clusterkit questions``: numbered, with the effect of every answer; JSON in the contract's shape."""

import json
import re

import pytest

import clusterkit as ck
from clusterkit.cli.questions_view import as_lines
from clusterkit.workspace.sample import shipped

KEYS = {
    "id", "code", "question", "options", "suggested", "evidence", "indicators", "file", "sheet", "row", "column",
    "answer_in", "rule",
}  # fmt: skip


@pytest.fixture(scope="module")
def sample():
    return shipped("sample_data")


@pytest.fixture(scope="module")
def questions(sample):
    return ck.Workspace(sample).questions()


@pytest.fixture(scope="module")
def text(questions):
    return "\n".join(as_lines(questions))


def test_json_is_the_contracts_shape(ask, sample, questions):
    answer = ask("questions", sample, "--format", "json")
    assert answer.code == 0
    assert answer.json == json.loads(json.dumps(questions.as_dicts()))
    assert all(set(one) >= KEYS for one in answer.json)


def test_every_question_is_numbered_by_effect_with_where_its_answer_is_kept(ask, sample, questions, text):
    answer = ask("questions", sample)
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
