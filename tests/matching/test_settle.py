"""Laws of settling: whatever the rows, whatever their order."""

import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterkit.guide import load_guide
from clusterkit.matching import settle
from clusterkit.tables import tables
from thorough import examples

GUIDE = load_guide("tianjin-2025-1")
CODES = ["91120000238994906G", "9112000076431558X9", "坏码", None]
NAMES = ["甲有限公司", "甲 有限公司", "乙有限公司", "丙大学", "甲公司", None]
ENTERPRISE = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "uscc": st.sampled_from(CODES),
        "former_names": st.sampled_from([None, "乙有限公司"]),
        "year": st.sampled_from([2023, 2024]),
    }
)
PATENT = st.fixed_dictionaries(
    {
        "number": st.sampled_from(["US1", "US2"]),
        "applicant": st.sampled_from([*NAMES, "甲有限公司、丙大学等"]),
        "applicant_uscc": st.sampled_from(CODES),
    }
)
DISSOLVED = {"9112000076431558X9": "注销"}  # what rows of one thing say is the same, so that no order decides
LISTS = st.tuples(st.lists(ENTERPRISE, max_size=7), st.lists(PATENT, max_size=5))


def frame(rows, table):
    columns = ["_row", "_file", "_sheet", "_line", "_priority", "_unknown", "_note"]
    listed = [
        {
            **row,
            "_row": at,
            "_file": table,
            "_sheet": "S",
            "_line": at + 2,
            "_priority": 0,
            "_unknown": "",
            "_note": "",
        }
        for at, row in enumerate(rows)
    ]
    made = pd.DataFrame(listed, columns=[*(rows[0] if rows else ["name"]), *columns], dtype=object)
    return made.assign(year=made["year"].astype("Int64")) if "year" in made else made


def settle_lists(enterprises, patents):
    known = [{**row, "status": DISSOLVED.get(row["uscc"])} for row in enterprises]
    return settle({"enterprises": frame(known, "e"), "patents": frame(patents, "p")}, GUIDE, 2024)


@settings(max_examples=examples(15, 60), deadline=None)
@given(LISTS)
def test_no_row_is_dropped(lists):
    enterprises, patents = lists
    result = settle_lists(enterprises, patents)
    frames = result.tables["enterprises"], result.tables["history"]
    years = {
        (None if pd.isna(identity) else identity, year)
        for one in frames
        for identity, year in zip(one["_id"], one["year"], strict=True)
    }
    assert len(years) <= len(enterprises)
    assert set(result.tables["patents"]["_row"]) == set(range(len(patents)))
    named = {found for one in frames for found in one["_id"].dropna()}
    good = {row["uscc"] for row in enterprises if row["uscc"] in CODES[:2]}
    assert good <= named


@settings(max_examples=examples(15, 60), deadline=None)
@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_identity(lists, random):
    shuffled = [random.sample(rows, len(rows)) for rows in lists]
    one, other = settle_lists(*lists), settle_lists(*shuffled)
    assert identities(one) == identities(other)


def identities(result):
    """Who there is, what is asked, and whose each patent is, without the order."""
    enterprises, patents = result.tables["enterprises"], result.tables["patents"]
    enterprises, patents = (one.astype(object).fillna("") for one in (enterprises, patents))
    return (
        sorted(enterprises[["_id", "year", "ambiguous"]].values.tolist()),
        sorted(patents[["number", "_owner", "_id"]].values.tolist()),
    )


@settings(max_examples=examples(10, 30), deadline=None)
@given(LISTS)
def test_settling_is_repeatable(lists):
    one, other = settle_lists(*lists), settle_lists(*lists)
    assert [found.id for found in one.findings] == [found.id for found in other.findings]
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])


@pytest.mark.parametrize("table", [*tables(), "history"])
def test_an_empty_list_has_every_field_and_no_rows(settled, table):
    asked = "enterprises" if table == "history" else table
    made = settled(**{asked: []}).tables[table]
    assert set(tables()[asked].fields) <= set(made.columns)
    assert len(made) == 0


def test_a_list_that_was_not_given_is_not_there(settled):
    assert settled(funds=[{"name": "某基金"}]).tables.keys() == {"funds"}


def test_values_come_through_unchanged(settled):
    row = {"name": " 某基金 ", "size": 1.1, "comprehensive": None}
    [kept] = settled(funds=[row]).tables["funds"].to_dict("records")
    assert (kept["name"], kept["size"], kept["comprehensive"]) == (" 某基金 ", 1.1, None)


def test_findings_have_ids_of_their_own(settled):
    rows = [
        {"name": name, "uscc": code, "revenue": value}
        for (name, code), value in itertools.product([("甲公司", CODES[0]), ("乙公司", CODES[1])], (1.0, 2.0))
    ]
    ids = [found.id for found in settled(enterprises=rows).findings]
    assert len(ids) == len(set(ids))
