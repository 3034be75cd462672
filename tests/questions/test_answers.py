"""Every kind of question, answered in its file: the numbers become what the answer's effect promised."""

import pytest

import clusterkit as ck
from clusterkit.questions.totals import effect, moved
from clusterkit.workspace.questions import asked, keep, world_of
from thorough import first

KINDS = {
    "amount_about", "zeros_lost", "name_suggested", "name_conflict", "name_ambiguous", "name_twin", "institution_assumed", "owner_not_listed", "duplicate_disagrees",
    "review_unknown", "scope_unclear", "word_unknown", "district_unknown", "unit_missing", "unit_mixed", "column_asked",
    "column_contradicted", "column_looks_like", "column_uncertain", "recognition_undated", "related_blank", "role_blank", "route_blank", "above_scale_blank", "interpretation",
}  # fmt: skip
WAYS = [  # one kind for each way in which an answer is kept; the others with the slow tests
    "name_suggested", "duplicate_disagrees", "review_unknown", "scope_unclear", "word_unknown", "recognition_undated",
    "column_asked", "unit_missing", "related_blank", "above_scale_blank", "zeros_lost", "interpretation",
]  # fmt: skip


@pytest.fixture(scope="session")
def workspace(asking):
    return ck.Workspace(asking)


@pytest.fixture(scope="session")
def questions(workspace):
    return workspace.questions()


def test_every_kind_of_question_is_asked(questions):
    assert {one.code for one in questions} == KINDS


@pytest.mark.parametrize("code", first(len(WAYS), [*WAYS, *sorted(KINDS - set(WAYS))]))
def test_an_answer_gives_what_its_effect_promised_and_is_not_asked_again(code, workspace, questions, copied):
    question = next(one for one in questions if one.code == code)
    option = max(question.options, key=lambda option: len(option.effect))
    keep(copied, question, option.value, "示例依据", "甲", workspace.received().sources)
    answered, now = ck.Workspace(copied), workspace.results()
    assert {key: result.exact for key, result in answered.results().items()} == {
        key: option.effect.get(key, result.exact) for key, result in now.items()
    }
    assert question.keep not in {one.keep for one in asked(answered)}


@pytest.mark.parametrize("part", first(1, range(4)))
def test_an_answer_tried_on_its_rows_gives_what_a_computation_anew_gives(workspace, questions, part):
    """The shortcut against the plain way: of every question one answer, a quarter of the questions at a time."""
    world = world_of(workspace)
    for number, question in [*enumerate(questions)][part::4]:
        option = question.options[number % len(question.options)]
        anew = moved(world.results, world.answered(question.keep, option.value).results)
        assert dict(option.effect) == effect(world.results, anew), question.id


def test_a_row_that_has_changed_is_asked_again(questions, copied):
    import openpyxl

    question = next(one for one in questions if one.code == "duplicate_disagrees")
    ck.Workspace(copied).answer(question.id, question.options[-1].value, "以部门为准")
    path = copied / "raw" / "部门企业情况.xlsx"
    book = openpyxl.load_workbook(path)
    book.active["C2"] = 1600
    book.save(path)
    assert "duplicate_disagrees" in {one.code for one in asked(ck.Workspace(copied))}


WRONG = [
    ("没有这个", "x", "理由", "没有待答的问题"),
    ("interpretation:patents", "some", "理由", "不是这个问题的答案"),
    ("interpretation:patents", "all", " ", "请写明理由"),
]


@pytest.mark.parametrize(("question", "value", "reason", "words"), WRONG)
def test_a_wrong_answer_is_refused_and_nothing_is_written(asking, workspace, question, value, reason, words):
    before = {file.name: file.read_bytes() for file in asking.iterdir() if file.is_file()}
    with pytest.raises(ck.ClusterkitError, match=words):
        workspace.answer(question, value, reason)
    assert {file.name: file.read_bytes() for file in asking.iterdir() if file.is_file()} == before


def test_the_shape_of_a_question(questions):
    keys = {
        "id", "code", "question", "options", "suggested", "evidence", "indicators", "file", "sheet", "row", "column",
        "answer_in", "rule",
    }  # fmt: skip
    assert all(set(one) == keys for one in questions.as_dicts())
    assert {one["rule"] for one in questions.as_dicts()} == {"指南", "上位文件", "本工具约定"}
    assert all(one["answer_in"].partition("#")[1] for one in questions.as_dicts())
    assert len({one["id"] for one in questions.as_dicts()}) == len(questions)


def test_low_now_and_high(workspace):
    for result in workspace.results().values():
        if result.exact is not None:
            assert result.low <= result.exact <= result.high
        assert (result.low is None) == (result.high is None)
