"""Rows of enterprises → who they are and which row stands."""

import pandas as pd
import pytest

A, B = "91120000238994906G", "9112000076431558X9"
AMOUNTS = ("revenue", "staff")


def codes_of(result):
    return sorted({found.code for found in result.findings})


def ids(result):
    return result.tables["enterprises"]["_id"].tolist()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"name": "甲公司", "uscc": A}], [A]),
        ([{"name": "甲公司"}], ["名称:甲公司"]),
        ([{"name": "甲公司", "uscc": A[:-1] + "H"}], ["名称:甲公司"]),  # a bad code is used for nothing
        ([{"name": "甲公司", "uscc": A}, {"name": "甲公司"}], [A]),
        ([{"name": "甲 公司"}, {"name": "甲公司", "uscc": A}], [A]),
        ([{"name": "甲公司（津）"}, {"name": "甲公司(津)"}], ["名称:甲公司(津)"]),
        ([{"name": "甲公司", "uscc": A}, {"name": "乙公司", "uscc": A}], [A]),
        ([{"name": "甲公司", "uscc": A}, {"name": "甲公司", "uscc": B}], [A, B]),
        # former names join nothing
        ([{"name": "甲公司", "uscc": A, "former_names": "旧公司"}, {"name": "旧公司"}], [A, "名称:旧公司"]),
        ([{"name": "甲公司", "uscc": A}, {"name": "甲公司", "uscc": B, "status": "注销"}, {"name": "甲公司"}], [A, B]),
        ([{"name": "甲公司", "uscc": A, "status": "注销"}, {"name": "甲公司"}], [A]),
        # two that are gone are neither the one nor two living ones
        ([{"name": "甲公司", "uscc": code, "status": "注销"} for code in (A, B)] + [{"name": "甲公司"}], [A, B, "名称:甲公司"]),
        ([{"uscc": A}], [A]),
        ([{"revenue": 3.0}], [None]),  # neither name nor code: kept, nobody
    ],
)  # fmt: skip
def test_identity(settled, rows, expected):
    found = [
        None if pd.isna(identity) else identity
        for identity in ids(settled(enterprises=[{"year": 2024, **row} for row in rows]))
    ]
    assert found == expected


def test_a_name_that_two_living_enterprises_bear_is_asked(settled):
    rows = [{"name": "甲公司", "uscc": A}, {"name": "甲公司", "uscc": B}, {"name": "甲公司", "revenue": 1.0}]
    result = settled(enterprises=rows)
    frame = result.tables["enterprises"]
    assert frame["ambiguous"].tolist() == [False, False, True]
    [asked] = [found for found in result.findings if found.code == "name_ambiguous"]
    assert [option["value"] for option in asked.values["options"]] == [A, B]


@pytest.mark.parametrize(
    ("choice", "expected", "ambiguous"),
    [
        (A, [A, B], False),
        (B, [A, B], False),
        (f"not:{A}", [A, B, "名称:甲公司"], True),
        ("later", [A, B, "名称:甲公司"], True),
    ],
)
def test_a_match_decision_settles_it(settled, choice, expected, ambiguous):
    rows = [{"name": "甲公司", "uscc": A}, {"name": "甲公司", "uscc": B}, {"name": "甲公司", "staff": 9.0}]
    frame = settled([("match", "甲公司", choice)], enterprises=rows).tables["enterprises"]
    assert (frame["_id"].tolist(), bool(frame["ambiguous"].any())) == (expected, ambiguous)


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


def test_years_stand_apart(settled):
    rows = [
        {"name": "甲公司", "uscc": A, "year": 2023, "revenue": 1.0, "staff": 4.0},
        {"name": "甲公司", "uscc": A, "year": 2024, "revenue": 2.0},
        {"name": "乙公司", "uscc": B, "year": 2022, "revenue": 3.0},
        {"name": "乙公司", "uscc": B, "year": 2023, "revenue": 4.0},
    ]
    result = settled(enterprises=rows)
    frame, history = result.tables["enterprises"], result.tables["history"]
    assert frame[["_id", "year", "revenue"]].values.tolist() == [[A, 2024, 2.0], [B, 2023, 4.0]]
    assert frame["staff"].isna().tolist() == [True, True]  # figures of other years fill nothing
    assert history[["_id", "year", "revenue"]].values.tolist() == [[A, 2023, 1.0], [B, 2022, 3.0]]
    assert {"other_year_rows", "only_other_years"} <= set(codes_of(result))
    [only] = [found for found in result.findings if found.code == "only_other_years"]
    assert (only.values["count"], only.values["ids"]) == (1, [B])


def test_a_row_without_year_is_the_reference_years(settled):
    assert settled(enterprises=[{"name": "甲公司", "uscc": A}]).tables["enterprises"]["year"].tolist() == [
        2024
    ]


def test_status_is_that_of_the_reference_year(settled):
    rows = [
        {"name": "甲公司", "uscc": A, "year": 2023, "status": "存续"},
        {"name": "甲公司", "uscc": A, "year": 2024, "status": "注销"},
        {"name": "甲公司", "uscc": B, "year": 2024, "status": "存续"},
        {"name": "甲公司", "year": 2024, "staff": 1.0},
    ]
    result = settled(enterprises=rows)
    assert result.tables["enterprises"].set_index("_id")["staff"].to_dict() == {
        A: pytest.approx(float("nan"), nan_ok=True),
        B: 1.0,
    }
    assert "enterprise_dissolved" in codes_of(result)


def test_branches_are_listed(settled):
    result = settled(
        enterprises=[{"name": "甲有限公司天津分公司", "uscc": A}, {"name": "甲有限公司", "uscc": B}]
    )
    assert result.tables["enterprises"]["branch"].tolist() == [True, False]
    assert "branch_listed" in codes_of(result)


def test_an_unknown_word_is_blank_and_filled(settled):
    rows = [
        {"name": "甲公司", "uscc": A, "status": None, "_unknown": "status,basis"},
        {"name": "甲公司", "status": "注销"},
    ]
    [row] = settled(enterprises=rows).tables["enterprises"].to_dict("records")
    assert (row["status"], row["_unknown"]) == ("注销", "basis")


def test_every_field_is_there_with_its_type(settled):
    frame = settled(enterprises=[{"name": "甲公司"}]).tables["enterprises"]
    types = {
        name: str(frame[name].dtype)
        for name in ("name", "uscc", "revenue", "year", "above_scale", "ambiguous")
    }
    assert types == {
        "name": "str",
        "uscc": "str",
        "revenue": "float64",
        "year": "Int64",
        "above_scale": "boolean",
        "ambiguous": "bool",
    }


@pytest.mark.parametrize(
    ("institution", "also"),
    [
        ({"name": "甲院", "uscc": A}, True),
        ({"name": "甲公司"}, True),
        ({"name": "甲公司", "uscc": B}, False),  # the same name, two good codes
        ({"name": "乙公司", "uscc": B}, True),  # the enterprise has no code
        ({"name": "旧公司"}, False),  # a former name makes nobody the same
        ({"name": "丙院"}, False),
    ],
)
def test_institutions_that_are_enterprises_too(settled, institution, also):
    enterprises = [{"name": "甲公司", "uscc": A, "former_names": "旧公司"}, {"name": "乙公司"}]
    result = settled(enterprises=enterprises, institutions=[institution])
    assert result.tables["institutions"]["_also_enterprise"].tolist() == [also]


def test_institutions_are_merged_like_enterprises(settled):
    rows = [{"name": "甲院", "uscc": A, "fdi": 1.0}, {"name": "甲院", "foreign_loans": 2.0}, {"name": "乙院"}]
    frame = settled(institutions=rows).tables["institutions"]
    assert frame[["_id", "fdi", "foreign_loans"]].iloc[0].tolist() == [A, 1.0, 2.0]
    assert frame["_id"].tolist() == [A, "名称:乙院"]
