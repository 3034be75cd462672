"""Rows of enterprises without a code whose names are nearly another's: asked, never silently two."""

import pytest

A, B = "91120000238994906G", "9112000076431558X9"
BIG = {"name": "天津恒瑞传感技术有限公司", "uscc": A, "district": "西青区", "_file": "统计.xlsx"}
OTHER = {"name": "天津青岚电子有限公司", "uscc": B, "district": "西青区", "_file": "统计.xlsx"}


def told(result):
    return {
        found.values["name"]: [option["value"] for option in found.values["options"]]
        for found in result.findings
        if found.code == "name_twin"
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name": "天津恒锐传感技术有限公司"}, [A]),  # one character
        ({"name": "天津恒瑞传感技术公司"}, [A]),  # another legal form
        ({"name": "恒瑞传感技术（天津）有限公司"}, [A]),  # 天津 in brackets
        ({"name": "天津恒锐传感技术有限公司", "uscc": A[:-1] + "H"}, [A]),  # a bad code is none
        ({"name": "天津恒锐传感技术有限公司", "district": "西青区"}, [A]),
        ({"name": "天津恒锐传感技术有限公司", "district": "武清区"}, None),
        (
            {"name": "天津恒锐传感技术有限公司", "_file": "统计.xlsx"},
            None,
        ),  # no list has one enterprise twice
        ({"name": "天津恒锐传感技术有限公司", "status": "注销"}, None),
        ({"name": "天津恒锐传感技术有限公司西青分公司"}, None),
        ({"name": "天津恒锐仪表技术有限公司"}, None),
        ({"name": "天津恒瑞传感技术有限公司"}, None),  # the very name: one enterprise
    ],
)
def test_a_name_nearly_another_s_is_asked(settled, row, expected):
    result = settled(enterprises=[BIG, OTHER, {"_file": "街道.xlsx", **row}])
    assert told(result) == ({row["name"]: expected} if expected else {})


def test_where_many_are_a_character_apart_nobody_is_meant(settled):
    many = [
        {"name": f"天津恒{letter}传感技术有限公司", "_file": "统计.xlsx", "district": "西青区"}
        for letter in "甲乙丙丁"
    ]
    assert (
        told(settled(enterprises=[*many, {"name": "天津恒瑞传感技术有限公司", "_file": "街道.xlsx"}])) == {}
    )


def test_a_former_name_without_a_code_is_asked(settled):
    rows = [{**BIG, "former_names": "天津老牌仪表厂"}, {"name": "天津老牌仪表厂", "_file": "街道.xlsx"}]
    assert told(settled(enterprises=rows)) == {"天津老牌仪表厂": [A]}


def test_of_two_without_a_code_the_later_one_is_asked(settled):
    first, later = {**BIG, "uscc": None}, {"name": "天津恒锐传感技术有限公司", "_file": "街道.xlsx"}
    assert told(settled(enterprises=[first, later])) == {later["name"]: [f"名称:{first['name']}"]}


@pytest.mark.parametrize(
    ("choice", "count", "asked"), [(A, 1, False), (f"not:{A}", 2, False), ("none", 2, False)]
)
def test_once_decided_it_is_not_asked(settled, choice, count, asked):
    rows = [BIG, {"name": "天津恒锐传感技术有限公司", "_file": "街道.xlsx", "staff": 9.0}]
    result = settled([("match", "天津恒锐传感技术有限公司", choice)], enterprises=rows)
    assert len(result.tables["enterprises"]) == count
    assert bool(told(result)) == asked
    assert "decision_unused" not in {found.code for found in result.findings}


def test_the_evidence_says_which_characters_differ(settled):
    [found] = [
        one
        for one in settled(
            enterprises=[BIG, {"name": "天津恒锐传感技术有限公司", "_file": "街道.xlsx"}]
        ).findings
        if one.code == "name_twin"
    ]
    assert "“锐”↔“瑞”" in found.values["evidence"]
    assert found.values["suggested"] == A
