import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.matching.name_words import name_words
from clusterkit.matching.names import core_of, ends_like_company, is_branch, normalise, split_owners


@pytest.fixture(scope="module")
def words(guide):
    return name_words(guide)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天津甲（天津）有限公司", "天津甲(天津)有限公司"),
        ("天 津\u3000甲\t有限\n公司", "天津甲有限公司"),
        ("天津\u200b甲\ufeff有限公司\u00ad", "天津甲有限公司"),
        ("ａｂｃ有限公司", "ABC有限公司"),
        ("甲—乙", "甲-乙"),
        ("甲–乙", "甲－乙"),
        ("甲−乙", "甲‑乙"),
        ("阿里·巴巴", "阿里•巴巴"),
        ("阿里・巴巴", "阿里･巴巴"),
        ("①号", "1号"),
        (None, ""),
    ],
)
def test_names_that_are_the_same(one, other):
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天津甲有限公司", "天津市甲有限公司"),
        ("甲有限公司", "甲股份有限公司"),
        ("甲一乙", "甲-乙"),  # 一 is a number, no dash
        ("甲ー乙", "甲-乙"),  # the long vowel of katakana neither
        ("甲.乙", "甲·乙"),
        ("甲—乙", "甲乙"),
    ],
)
def test_names_that_are_not_the_same(one, other):
    assert normalise(one) != normalise(other)


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_spaces_and_case_never_matter(text):
    assert normalise(" " + "\u200b".join(text.upper())) == normalise("\u200b".join(text.upper()) + "\u3000")


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("天津甲乙科技有限公司", "甲乙科技"),
        ("天津市西青区甲乙科技股份有限公司", "甲乙科技"),
        ("博思特能源装备（天津）股份有限公司", "博思特能源装备"),
        ("甲乙科技集团有限公司", "甲乙科技"),
        ("甲乙科技（集团）股份有限公司", "甲乙科技"),
        ("甲乙科技有限公司天津分公司", "甲乙科技"),
        ("甲乙科技有限公司（天津分公司）", "甲乙科技"),
        ("甲乙中心（有限合伙）", "甲乙中心"),
        ("南开大学", "南开大学"),
        ("天津大学", "天津大学"),
        ("天津市有限公司", "天津市有限公司"),
        ("天津公司", "天津公司"),
        ("有限公司", "有限公司"),
        ("天津中电科第四十六研究所", "中电科第四十六研究所"),
    ],
)
def test_core(name, core, words):
    assert core_of(normalise(name), words) == core


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("甲有限公司天津分公司", True),
        ("甲有限公司（天津分公司）", True),
        ("甲有限公司天津分公司（筹）", True),
        ("甲公司驻津办事处", True),
        ("天津甲厂第一分厂", True),
        ("天津办事处用品有限公司", False),
        ("甲有限公司", False),
        (None, False),
    ],
)
def test_branch(name, branch, words):
    assert is_branch(name, words) is branch


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("天津甲有限公司", True),
        ("天津甲厂", True),
        ("甲集团", True),
        ("甲中心（有限合伙）", True),
        ("甲有限公司（外资）", True),
        ("Bosch Co., Ltd.", True),
        ("南开大学", False),
        ("天津厂房研究院", False),
        ("甲研究所（集团内）", False),
    ],
)
def test_company_ending(name, company, words):
    assert ends_like_company(name, words) is company


@pytest.mark.parametrize(
    ("cell", "owners", "dropped"),
    [
        ("甲公司", ["甲公司"], ""),
        ("甲公司、乙大学", ["甲公司", "乙大学"], ""),
        ("甲公司；乙大学;丙厂，丁,戊/己", ["甲公司", "乙大学", "丙厂", "丁", "戊", "己"], ""),
        ("甲公司\n乙大学\r\n丙厂", ["甲公司", "乙大学", "丙厂"], ""),
        ("甲公司、、乙大学、", ["甲公司", "乙大学"], ""),
        ("甲公司、甲公司", ["甲公司"], ""),
        ("甲公司、乙大学等", ["甲公司", "乙大学"], "等"),
        ("甲公司、乙大学等3家单位", ["甲公司", "乙大学"], "等3家单位"),
        ("甲公司等单位", ["甲公司"], "等单位"),
        ("甲/乙公司", ["甲/乙公司"], ""),  # known as a whole
        ("甲/乙公司等", ["甲/乙公司"], "等"),
        ("甲/乙公司、丙厂", ["甲", "乙公司", "丙厂"], ""),
        ("天津平等", ["天津平等"], ""),  # known as a whole
        ("Bosch Co., Ltd.、甲公司", ["Bosch Co., Ltd.", "甲公司"], ""),
        ("甲公司 乙大学", ["甲公司 乙大学"], ""),  # a space separates nothing
        ("  ", [], ""),
        (None, [], ""),
    ],
)
def test_owners_of_a_cell(cell, owners, dropped, words):
    known = {"甲/乙公司", "天津平等"}
    assert split_owners(cell, lambda name: name in known, words) == (owners, dropped)
