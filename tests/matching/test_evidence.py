"""The waterfall of a suggestion: its clues add up to its score, and say what a person should know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.guide import load_guide
from clusterkit.matching.evidence import Record, Weigher

WEIGHER = Weigher.of(load_guide("tianjin-2025-1"))
CODE, OTHER = "91120000238994906G", "9112000076431558X9"


@pytest.mark.parametrize(
    ("given_", "candidate", "clues"),
    [
        (Record("天津恒瑞传感公司"), Record("天津恒瑞传感有限公司"), [("名称", "核心名称同为“恒瑞传感”，少“有限”")]),
        (Record("天津恒瑞传感有限公司"), Record("天津恒锐传感有限公司"), [("名称", "名称差一个字：“瑞”↔“锐”")]),
        (Record("天津 恒瑞公司"), Record("天津恒瑞公司"), [("名称", "名称相同")]),
        (Record("天津大地恒瑞传感技术公司"), Record("天津东方大山恒瑞传感技术公司"), [("名称", "名称差三个字")]),
        (Record("天津甲乙丙丁"), Record("上海戊己庚辛"), [("名称", "名称不同")]),
        (
            Record("天津恒瑞公司", CODE, "西青区", "海泰大道8号"),
            Record("天津恒瑞有限公司", OTHER, "西青区", "海泰大道8号"),
            [("名称", "同为“恒瑞”"), ("所在区", "一致：西青区"), ("地址", "一致"), ("代码", f"{CODE}↔{OTHER}")],
        ),
        (
            Record("天津恒瑞公司", district="天津经济技术开发区"),
            Record("天津恒瑞有限公司", district="滨海新区"),
            [("名称", "恒瑞"), ("所在区", "一致：滨海新区")],
        ),
    ],
)  # fmt: skip
def test_clues_in_their_order(given_, candidate, clues):
    evidence = WEIGHER.weigh(given_, candidate)
    assert [one.label for one in evidence.contributions] == [label for label, _ in clues]
    assert all(word in one.detail for one, (_, word) in zip(evidence.contributions, clues, strict=True))


@pytest.mark.parametrize(
    ("given_", "candidate", "remark"),
    [
        (Record("天津恒瑞公司"), Record("北京恒瑞公司"), "外地同名：北京恒瑞公司"),
        (Record("天津恒瑞公司"), Record("恒瑞(上海)公司"), "外地同名：恒瑞(上海)公司"),
        (Record("天津恒瑞传感公司"), Record("北京恒锐传感公司"), "在外地：北京恒锐传感公司"),
        (Record("北京恒瑞公司"), Record("天津恒瑞公司"), "名单上的是外地企业：北京恒瑞公司"),
        (Record("天津恒瑞公司"), Record("天津新名机床公司", former=("天津恒瑞有限公司",)), "与曾用名“天津恒瑞有限公司”相近，现名“天津新名机床公司”"),
        (Record("天津恒瑞公司西青分公司"), Record("天津恒瑞公司"), "名单上的是分支机构"),
        (Record("天津恒瑞公司"), Record("天津恒瑞有限公司", living=False), "已注销、吊销"),
        (Record("北京恒瑞公司"), Record("北京恒瑞有限公司"), None),
        (Record("天津恒瑞公司"), Record("中国恒瑞公司"), None),
    ],
)  # fmt: skip
def test_remarks(given_, candidate, remark):
    assert WEIGHER.weigh(given_, candidate).remarks == ((remark,) if remark else ())


RECORDS = st.builds(
    Record,
    st.text("天津恒瑞锐公司有限", min_size=1, max_size=10),
    st.sampled_from([None, CODE, OTHER, "9112000023", "x"]),
    st.sampled_from([None, "西青区", "北辰区"]),
    st.sampled_from([None, "海泰大道8号", "海泰大道9号"]),
)


@given(RECORDS, RECORDS)
def test_clues_add_up(one, other):
    evidence = WEIGHER.weigh(one, other)
    assert evidence.score == pytest.approx(sum(clue.points for clue in evidence.contributions))
    assert 0 <= evidence.score <= 100
    assert f"{evidence.score:g}分" in str(evidence)


def test_places_elsewhere_are_places():
    words = WEIGHER.words
    assert "北京" in words.elsewhere
    assert "天津" not in words.elsewhere
    assert words.elsewhere <= set(words.places)
