"""On workspaces drawn at random, which try every rule: the shortcut is the plain way, and low ≤ now ≤ high."""

from random import Random

import pytest

import clusterkit as ck
from clusterkit.questions.totals import effect, moved
from clusterkit.workspace.questions import world_of
from oracle.random_workspace import random_workspace

TRIED = 3
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=range(100, 102))
def workspace(request, tmp_path_factory):
    return ck.Workspace(random_workspace(tmp_path_factory.mktemp("random") / "w", request.param))


def test_answers_give_what_a_computation_anew_gives(workspace):
    world, questions = world_of(workspace), workspace.questions()
    answers = [(question, option) for question in questions for option in question.options]
    moving = [pair for pair in answers if pair[1].effect]
    for question, option in Random(len(answers)).sample(moving, TRIED) + Random(1).sample(answers, 2):
        anew = moved(world.results, world.answered(question.keep, option.value).results)
        assert dict(option.effect) == effect(world.results, anew), (question.id, option.value)


def test_low_now_and_high(workspace):
    open_ = {
        key for question in workspace.questions() for option in question.options for key in option.effect
    }
    for key, result in workspace.results().items():
        if result.exact is None:
            continue
        assert result.low <= result.exact <= result.high
        assert (result.low, result.high) != (result.exact, result.exact) or key not in open_


def test_the_order_is_by_what_answers_move(workspace):
    weights = [question.weight for question in workspace.questions() if not question.postponed]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0
