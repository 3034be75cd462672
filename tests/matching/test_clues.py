"""What each clue says of a candidate, in points and words."""

import pytest

from clusterkit.matching.clues import address_points, code_points, district_points

CODE = "911200007128061234"
LETTERS = "91120000238994906G"


@pytest.mark.parametrize(
    ("one", "other", "points", "word"),
    [
        ("西青区", "西青区", 6, "所在区一致：西青区"),
        ("西青区", "北辰区", -2, "西青区↔北辰区"),
        (None, "西青区", None, ""),
        ("西青区", "", None, ""),
    ],
)
def test_district(one, other, points, word):
    check(district_points(one, other), points, word)


@pytest.mark.parametrize(
    ("one", "other", "points", "word"),
    [
        ("天津市西青区海泰大道 8 号", "天津市西青区海泰大道8号", 4, "地址一致"),
        ("天津市西青区海泰大道8号", "天津市西青区海泰南道10号", 2, "地址相近"),
        ("天津市西青区海泰大道8号", "武清开发区泉发路", 0, "地址不同"),
        (None, "天津市西青区海泰大道8号", None, ""),
    ],
)
def test_address(one, other, points, word):
    check(address_points(one, other), points, word)


@pytest.mark.parametrize(
    ("said", "code", "points", "word"),
    [
        (CODE, CODE, 10, "代码一致"),
        (" 91120000238994906g", LETTERS, 10, "代码一致"),
        ("91120000238994905G", LETTERS, 8, "只差一位"),
        ("9112000023899490G", LETTERS, 8, "只差一位"),
        ("91120000238994G09G", LETTERS, 6, "只差两位"),
        ("911200007128061000", CODE, 10, "改坏|改成"),
        ("9.11200007128E+17", CODE, 8, "改成"),
        ("9.112E+17", CODE, 0, "改成"),  # as every code of the place begins
        ("9.113E+17", CODE, -10, "代码不同"),
        ("9.112E+17", LETTERS, -10, "代码不同"),  # letters: no number for a spreadsheet
        ("23899490-6", LETTERS, 8, "片段相符"),  # the organisation's old code
        ("91120000238994", LETTERS, 8, "片段相符"),
        ("91120000", LETTERS, -10, "代码不同"),
        ("9112000076431558X9", LETTERS, -10, "代码不同"),
        ("无", LETTERS, -10, "代码不同"),
        (None, LETTERS, None, ""),
        (CODE, None, None, ""),
    ],
)
def test_code(said, code, points, word):
    check(code_points(said, code), points, word)


def check(clue, points, words):
    assert (clue.points if clue else None) == points
    assert clue is None or any(word in clue.detail for word in words.split("|"))
