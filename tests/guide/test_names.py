"""The words in owners' names, as matching uses them."""

import pytest

from clusterkit.guide import load_guide
from clusterkit.matching.name_words import name_words
from clusterkit.matching.names import core_of, ends_like_company, is_branch, normalise

WORDS = name_words(load_guide("tianjin-2025-1"))


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("天津海河传感技术有限公司", True), ("天津某某厂", True), ("某某集团", True), ("某某投资中心（有限合伙）", True), ("某某企业", True),
        ("海河传感技术有限公司（天津）", True), ("Haihe Sensors Co., Ltd.", True), ("HAIHE SENSORS CO.,LTD", True),
        ("南开大学", False), ("天津市计量研究院", False), ("某某医院", False), ("张三", False), ("", False),
    ],
)  # fmt: skip
def test_a_company_is_known_by_its_ending(name, company):
    assert ends_like_company(name, WORDS) is company


@pytest.mark.parametrize(
    ("name", "branch"),
    [("某某有限公司西青分公司", True), ("某某厂第一分厂", True), ("某某公司天津办事处", True), ("某某有限公司", False), ("某某分析仪器有限公司", False)],
)  # fmt: skip
def test_a_branch_is_known_by_its_ending(name, branch):
    assert is_branch(name, WORDS) is branch


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("天津海河传感技术有限公司", "海河传感技术"), ("天津市海河传感技术有限责任公司", "海河传感技术"), ("海河传感技术（天津）股份有限公司", "海河传感技术"),
        ("天津大学", "天津大学"), ("南开大学", "南开大学"), ("天津医院", "天津医院"),
    ],
)  # fmt: skip
def test_the_core_of_a_name(name, core):
    assert core_of(normalise(name), WORDS) == core
