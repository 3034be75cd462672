"""Options weighed by what rows and lists say; what a question about a name shows."""

import pytest

from clusterkit.guide import load_guide
from clusterkit.intake.cells.codes import read_uscc
from clusterkit.matching.evidence import Record, Weigher
from clusterkit.matching.parties import Party
from clusterkit.matching.verdict import Option
from clusterkit.matching.weighed import of_all, record_in, record_of, several, weigh_options

WEIGHER = Weigher.of(load_guide("tianjin-2025-1"))
A, B = "91120000238994906G", "9112000076431558X9"


def options(*districts):
    names = [f"天津恒{char}传感公司" for char in "锐睿蕊"]
    return [
        Option(Party(name, name, district=place), 0, "") for name, place in zip(names, districts, strict=True)
    ]


def test_the_likeliest_comes_first_and_near_ones_are_named():
    given = Record("天津恒瑞传感公司", district="北辰区")
    weighed = weigh_options(given, options("西青区", "西青区", "北辰区"), WEIGHER)
    assert [one.option.party.name[3] for one in weighed] == ["蕊", "锐", "睿"]
    assert several(weighed) == ""
    assert several(weighed[1:]) == "有2家同样接近：天津恒锐传感公司、天津恒睿传感公司"
    assert several([]) == ""


def test_what_a_finding_carries_adds_up():
    [*_, one] = weigh_options(Record("恒瑞", A), [Option(Party("x", "恒瑞公司", B), 0, "")], WEIGHER)
    carried = one.as_dict()
    assert carried["score"] == pytest.approx(sum(clue["points"] for clue in carried["clues"]))
    assert "".join(part for _, part in carried["alignment"]) == "恒瑞公司"


def test_what_a_row_says():
    columns = {"_note": [None, read_uscc("9112000023899490G").note], "district": ["西青区", None]}
    assert record_in(columns, 0, "甲", A) == Record("甲", A, "西青区")
    assert record_in(columns, 1, "甲", None) == Record("甲", "9112000023899490G")
    assert record_in(columns, 0, "甲", None, alone=False) == Record("甲")


def test_what_several_rows_say():
    rows = [Record("甲", None, "西青区"), Record("甲", A, "北辰区", "海泰大道")]
    assert of_all(rows) == Record("甲", A, "西青区", "海泰大道")


def test_what_the_lists_say_of_a_candidate():
    party = Party(
        A,
        "甲公司",
        A,
        False,
        False,
        district="西青区",
        names=("甲公司", "甲厂"),
        former=("乙公司",),
        address="海泰",
    )
    assert record_of(party) == Record("甲公司", A, "西青区", "海泰", ("甲厂", "乙公司"), False)


def test_a_question_shows_what_each_clue_adds(settled):
    result = settled(
        enterprises=[
            {"name": "天津恒瑞传感有限公司", "uscc": A, "district": "西青区", "year": 2024},
            {"name": "北京恒瑞传感有限公司", "uscc": B, "district": "北辰区", "year": 2024},
        ],
        carriers=[
            {"name": "传感中心", "owner": "恒瑞传感公司", "district": None},
            {
                "name": "检测中心",
                "owner": "恒瑞传感公司",
                "district": "北辰区",
                "_note": "原代码 9112000076431558X 未采用",
            },
        ],
    )
    [asked] = [found for found in result.findings if found.code == "name_suggested"]
    first, second = asked.values["options"]
    assert (first["uscc"], second["uscc"]) == (
        B,
        A,
    )  # by code and district, though the other's name is as near
    assert [clue["label"] for clue in first["clues"]] == ["名称", "所在区", "代码"]
    assert first["remarks"] == ["外地同名：北京恒瑞传感有限公司"]
    assert asked.values["suggested"] is None  # the nearer one is of another city: a person tells
    assert "外地同名" in asked.values["evidence"]
    assert "所在区一致：北辰区" in asked.values["evidence"]
