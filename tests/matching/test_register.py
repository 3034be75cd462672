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


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([{"name": "甲厂", "revenue": 1.0}, {"name": "甲公司", "uscc": A}], "甲公司"),  # the code's own name
        ([{"name": "甲公司", "uscc": A}, {"name": "甲厂", "revenue": 1.0}], "甲公司"),
        ([{"name": "甲厂", "_priority": 5}, {"name": "甲公司", "uscc": A}], "甲公司"),
        (
            [{"name": "甲有限公司", "uscc": A}, {"name": "甲公司", "uscc": A}],
            "甲有限公司",
        ),  # the first stands
    ],
)
def test_a_decided_match_goes_by_the_registered_name(settled, rows, name):
    result = settled([("match", "甲厂", A)], enterprises=rows)
    assert result.tables["enterprises"]["name"].tolist() == [name]
    assert [party.name for party in result.register.parties] == [name]


LASTING = {"district": "西青区", "industry_code": "3983", "above_scale": True, "address": "某路1号"}


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ({}, LASTING),  # a list of figures alone
        ({"district": "津南区"}, {**LASTING, "district": "津南区"}),  # what it says stands
        ({"above_scale": False}, {**LASTING, "above_scale": False}),
        ({"_unknown": "district"}, {**LASTING, "district": None}),  # a word that nobody knows is asked
    ],
)
def test_an_earlier_year_takes_what_lasts_from_the_row_that_stands(settled, then, expected):
    rows = [
        {"name": "甲公司", "uscc": A, "year": 2024, "employees": 9.0, **LASTING},
        {"name": "甲公司", "uscc": A, "year": 2023, "revenue": 1.0, **then},
    ]
    [before] = settled(enterprises=rows).tables["history"].to_dict("records")
    assert {key: None if pd.isna(before[key]) else before[key] for key in expected} == expected
    assert pd.isna(before["employees"])  # a figure belongs to its year


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
