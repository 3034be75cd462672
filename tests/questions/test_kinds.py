"""A word for a kind of list that nobody knows: each meaning gives what reading the lists with it gives."""

import pytest

import clusterkit as ck
from clusterkit.questions.totals import effect, moved
from clusterkit.workspace.questions import world_of
from folders import ORGANISATION, SETTINGS, SMALL, write_folder

HONOURS = """\
企业名称,资质类别,级别,认定年份
天津海河传感技术有限公司,国家级专精特新小巨人企业,国家级,2023
天津海河传感技术有限公司,示范之星,国家级,2023
天津云帆半导体有限公司,示范之星,国家级,2023
天津云帆半导体有限公司,示范之星,国家级,2024
天津北辰阀门有限公司,示范之星,国家级,2024
天津北辰阀门有限公司,市级专精特新中小企业,市级,2024
"""
EXPECTED = {
    "little_giants": {"little_giants": 2},  # one has been one; another is named twice, the third is elsewhere
    "municipal_srdi": {},  # the level contradicts
    "hightech_enterprises": {"hightech_enterprises": 2},  # a list that was not given
    "other_honours": {},
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    lists = {"企业名录": SMALL["企业名录"], "资质名单": HONOURS}
    return ck.Workspace(write_folder(tmp_path_factory.mktemp("kinds") / "w", lists, SETTINGS + ORGANISATION))


@pytest.fixture(scope="module")
def question(workspace):
    return next(one for one in workspace.questions() if one.id == "word_unknown:kind:示范之星")


@pytest.mark.parametrize("kind", EXPECTED)
def test_what_a_kind_would_count(question, kind):
    assert next(dict(one.effect) for one in question.options if one.value == kind) == EXPECTED[kind]


def test_every_kind_gives_what_a_computation_anew_gives(workspace, question):
    world = world_of(workspace)
    for option in question.options:
        anew = moved(world.results, world.answered(question.keep, option.value).results)
        assert dict(option.effect) == effect(world.results, anew), option.value
