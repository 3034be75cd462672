"""Rows of one enterprise and year → the row that stands."""

import pandas as pd
import pytest

A = "91120000238994906G"


def codes_of(result):
    return sorted({found.code for found in result.findings})


@pytest.mark.parametrize(
    ("rows", "revenue", "staff"),
    [
        ([{"revenue": 1.0}, {"staff": 2.0}], 1.0, 2.0),
        ([{"revenue": 1.0}, {"revenue": 5.0, "staff": 2.0}], 1.0, 2.0),  # the first stands
        ([{"revenue": 1.0}, {"revenue": 5.0, "_priority": 2}], 5.0, None),  # the higher priority stands
        ([{"revenue": 1.0, "staff": 7.0}, {"revenue": 5.0, "_priority": 2}], 5.0, 7.0),
        ([{"staff": 7.0, "_priority": 1}, {"revenue": 5.0}, {"revenue": 6.0, "_priority": 1}], 6.0, 7.0),
        ([{"revenue": 0.0}, {"revenue": 5.0}], 0.0, None),  # nothing is not blank
    ],
)
def test_merging(settled, rows, revenue, staff):
    [row] = (
        settled(enterprises=[{"name": "甲公司", "uscc": A, **row} for row in rows])
        .tables["enterprises"]
        .to_dict("records")
    )
    assert row["revenue"] == revenue
    assert (None if pd.isna(row["staff"]) else row["staff"]) == staff


def test_where_each_cell_came_from_is_kept(settled):
    rows = [{"name": "甲公司", "uscc": A}, {"name": "甲公司", "staff": 2.0, "_file": "b.xlsx", "_line": 9}]
    [cells] = settled(enterprises=rows).tables["enterprises"]["_cells"]
    assert cells == {"staff": ("b.xlsx", "Sheet1", 9)}


def test_disagreement_shows_both_places(settled):
    rows = [
        {"name": "甲公司", "uscc": A, "revenue": 1200.5},
        {"name": "甲公司", "uscc": A, "revenue": 1300.0, "_file": "b.xlsx"},
    ]
    [found] = [one for one in settled(enterprises=rows).findings if one.code == "duplicate_disagrees"]
    assert (found.values["field"], found.values["one"], found.values["other"]) == (
        "revenue",
        "1200.5",
        "1300",
    )
    assert all(word in found.message for word in ("enterprises.xlsx", "第2行", "b.xlsx", "第3行", "营业收入"))
    assert [option["value"].split("#")[0] for option in found.values["options"]] == [
        "enterprises.xlsx:Sheet1:2",
        "b.xlsx:Sheet1:3",
    ]


def test_rows_that_only_fill_each_other_disagree_in_nothing(settled):
    rows = [{"name": "甲公司", "uscc": A, "revenue": 1.0}, {"name": "甲 公司", "revenue": 1.0, "staff": 2.0}]
    assert "duplicate_disagrees" not in codes_of(settled(enterprises=rows))


def test_a_blank_of_the_first_row_hides_no_disagreement(settled):
    rows = [
        {"name": "甲公司", "uscc": A},
        {"name": "甲公司", "revenue": 5.0},
        {"name": "甲公司", "revenue": 7.0},
    ]
    result = settled(enterprises=rows)
    assert result.tables["enterprises"]["revenue"].tolist() == [5.0]
    assert "duplicate_disagrees" in codes_of(result)


@pytest.mark.parametrize("key", [A, "甲公司", "甲 公司"])
@pytest.mark.parametrize("choice", ["enterprises.xlsx:3", "enterprises.xlsx:Sheet1:3"])
def test_a_duplicate_decision_settles_it(settled, key, choice):
    rows = [
        {"name": "甲公司", "uscc": A, "revenue": 1.0, "staff": 8.0},
        {"name": "甲公司", "uscc": A, "revenue": 2.0},
    ]
    result = settled([("duplicate", key, choice)], enterprises=rows)
    [row] = result.tables["enterprises"].to_dict("records")
    assert (row["revenue"], row["staff"], row["_line"]) == (2.0, 8.0, 3)
    assert {"duplicate_disagrees", "decision_unused"}.isdisjoint(codes_of(result))


def test_the_hash_that_the_tool_wrote_fits_until_the_row_changes(settled):
    rows = [{"name": "甲公司", "uscc": A, "revenue": 1.0}, {"name": "甲公司", "uscc": A, "revenue": 2.0}]
    [asked] = [one for one in settled(enterprises=rows).findings if one.code == "duplicate_disagrees"]
    decision = ("duplicate", A, asked.values["options"][1]["value"])
    assert settled([decision], enterprises=rows).tables["enterprises"]["revenue"].tolist() == [2.0]
    changed = [rows[0], {**rows[1], "revenue": 3.0}]
    result = settled([decision], enterprises=changed)
    assert result.tables["enterprises"]["revenue"].tolist() == [1.0]
    assert {"duplicate_row_changed", "duplicate_disagrees"} <= set(codes_of(result))


def test_an_unknown_word_is_blank_and_filled(settled):
    rows = [
        {"name": "甲公司", "uscc": A, "status": None, "_unknown": "status,basis"},
        {"name": "甲公司", "status": "注销"},
    ]
    [row] = settled(enterprises=rows).tables["enterprises"].to_dict("records")
    assert (row["status"], row["_unknown"]) == ("注销", "basis")


def test_a_new_name_is_no_disagreement_where_the_old_one_is_known(settled):
    rows = [{"name": "新公司", "uscc": A, "former_names": "老公司、旧公司"}, {"name": "旧公司", "uscc": A}]
    assert "duplicate_disagrees" not in codes_of(settled(enterprises=rows))


@pytest.mark.parametrize(
    ("rows", "above_scale"),
    [
        (
            [{"above_scale": False, "_assumed": "above_scale"}, {"above_scale": True}],
            True,
        ),  # who says it knows better
        ([{"above_scale": True, "_assumed": "above_scale"}, {"above_scale": None}], True),
        ([{"above_scale": None}, {"above_scale": True, "_assumed": "above_scale"}], True),
        ([{"above_scale": False}, {"above_scale": True, "_assumed": "above_scale"}], False),
    ],
)
def test_what_a_blank_was_said_to_mean_gives_way_to_a_list_that_says_it(settled, rows, above_scale):
    given = [{"name": "甲公司", "uscc": A, "_assumed": "", **row} for row in rows]
    result = settled(enterprises=given)
    assert result.tables["enterprises"]["above_scale"].tolist() == [above_scale]
    assert "duplicate_disagrees" not in codes_of(result)


def test_a_word_that_nobody_knows_is_not_lost_behind_a_blank(settled):
    blank, unknown = (
        {"name": "甲公司", "district": None},
        {"name": "甲公司", "district": None, "_unknown": "district"},
    )
    for rows, expected in (
        ([blank, unknown], "district"),
        ([blank, unknown, {"name": "甲公司", "district": "西青区"}], ""),
    ):
        assert settled(enterprises=rows).tables["enterprises"]["_unknown"].tolist() == [expected]
