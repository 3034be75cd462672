"""``compute`` as a whole: groups, the kind of frame that comes back, the order of rows, and wrong use."""

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import clusterkit as ck
from clusterkit.errors import ClusterkitError
from frames import ENGINES, plain
from given import IN, REGISTER, ROWS, answers, case, expected, rows
from thorough import examples

SCOPE = ck.Scope(2024, industries=["39", "65"], districts=["西青区"])


def firm(uscc, **values):
    return {"uscc": uscc, **IN, **values}


def patent(number, uscc, **values):
    return {**ROWS["patents"], "number": number, "applicant": "x", "applicant_uscc": uscc, **values}


def grouped(guide, engine, by, only, **tables):
    frames = {name: engine(listed) for name, listed in tables.items()}
    return [tuple(row.values()) for row in plain(ck.compute(guide, frames, SCOPE, by=by, only=only))]


TWO = ["enterprises", "pct_patents"]
FIRMS = [
    firm("A", cluster="甲"),
    firm("B", cluster="乙"),
    firm("W", cluster="丙", district="武清区"),
    firm("N", cluster=None),
]
GROUPS = [
    ("a row belongs to the group of its owner", "cluster", [patent("1", "A"), patent("2", "B"), patent("3", "B")],
     [("丙", 0, 0), ("乙", 1, 2), ("甲", 1, 1)]),
    ("a thing with owners in two groups counts once in each", "cluster", [patent("1", "A"), patent("1", "B"), patent("1", "B")],
     [("丙", 0, 0), ("乙", 1, 1), ("甲", 1, 1)]),
    ("rows without a group are left out", "cluster", [patent("1", "N"), patent("2", None, applicant="南开大学")],
     [("丙", 0, 0), ("乙", 1, 0), ("甲", 1, 0)]),
    ("a column of its own comes first, a blank one is the owner's", "cluster", [patent("1", "A", cluster="乙"), patent("2", "A", cluster=None), patent("3", "N", cluster="甲")],
     [("丙", 0, 0), ("乙", 1, 1), ("甲", 1, 2)]),
    ("a group that only another table has", "cluster", [patent("1", "A", cluster="丁")],
     [("丁", 0, 1), ("丙", 0, 0), ("乙", 1, 0), ("甲", 1, 0)]),
    ("by a field that both have", "district", [patent("1", "A"), patent("2", "B", district="西青区"), patent("3", "A", district="武清区")],
     [("武清区", 0, 0), ("西青区", 3, 2)]),
    ("by two columns", ["district", "cluster"], [patent("1", "A"), patent("2", "N")],
     [("武清区", "丙", 0, 0), ("西青区", "乙", 1, 0), ("西青区", "甲", 1, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "patents", "found"), [row[1:] for row in GROUPS], ids=[row[0] for row in GROUPS]
)
def test_groups(guide, engine, by, patents, found):
    assert grouped(guide, engine, by, TWO, enterprises=FIRMS, patents=patents) == found


def test_a_group_column_that_holds_nothing_gives_no_group(guide, engine):
    nobody = [firm("A", cluster=None)]
    assert grouped(guide, engine, "cluster", TWO, enterprises=nobody, patents=[patent("1", "A")]) == []


def test_an_enterprise_in_two_groups_is_in_both(guide, engine):
    firms = [firm("A", cluster="甲"), firm("A", cluster="乙", district="武清区"), firm("B", cluster="乙")]
    found = grouped(
        guide, engine, "cluster", TWO, enterprises=firms, patents=[patent("1", "A"), patent("2", "B")]
    )
    assert found == [("乙", 1, 1), ("甲", 1, 1)]


def test_an_owner_in_two_groups_does_not_double_a_row_with_its_own(guide, engine):
    firms = [firm("A", cluster="甲"), firm("A", cluster="乙")]
    found = grouped(
        guide, engine, "cluster", TWO, enterprises=firms, patents=[patent("1", "A", cluster="甲")]
    )
    assert found == [("乙", 1, 0), ("甲", 1, 1)]


def test_groups_keep_their_type(guide, engine):
    firms = [firm("A", cluster=1), firm("B", cluster=20), firm("C", cluster=3)]
    found = grouped(guide, engine, "cluster", TWO, enterprises=firms, patents=[patent("1", "B")])
    assert found == [(1, 1, 0), (3, 1, 0), (20, 1, 1)]


def test_every_group_of_the_enterprises_has_a_row_whatever_is_asked(guide, engine):
    found = grouped(guide, engine, "cluster", ["pct_patents"], enterprises=FIRMS, patents=[patent("1", "A")])
    assert found == [("丙", 0), ("乙", 0), ("甲", 1)]


def test_a_table_that_knows_no_groups_is_null_and_so_is_what_the_organisation_reports(guide, engine):
    scope = ck.Scope(2024, organisation={"office_area": 320})
    frames = {"enterprises": engine(FIRMS), "funds": engine([ROWS["funds"]])}
    only = ["guidance_funds", "office_area"]
    found = plain(ck.compute(guide, frames, scope, by="cluster", only=only))
    assert [tuple(row.values()) for row in found] == [
        ("丙", None, None),
        ("乙", None, None),
        ("甲", None, None),
    ]
    assert plain(ck.compute(guide, frames, scope, only=only)) == [{"guidance_funds": 10, "office_area": 320}]


def test_a_table_with_groups_of_its_own_needs_no_enterprises(guide, engine):
    funds = [{**ROWS["funds"], "cluster": name, "name": name} for name in ("甲", "乙", "乙")]
    assert grouped(guide, engine, "cluster", ["guidance_funds"], funds=funds) == [("乙", 10), ("甲", 10)]


@pytest.mark.parametrize("by", [None, "cluster"])
def test_the_answer_is_a_frame_of_the_kind_given(guide, engine, by):
    frame = engine(FIRMS)
    found = ck.compute(guide, {"enterprises": frame}, SCOPE, by=by)
    assert type(found) is type(frame)
    assert {*plain(found)[0]} == {*guide.indicators, *([by] if by else [])}


def test_every_indicator_is_a_number_with_a_fraction(guide, engine):
    found = nw.from_native(
        ck.compute(guide, {"enterprises": engine(FIRMS), "patents": engine([patent("1", "A")])}, SCOPE)
    )
    assert {str(dtype) for dtype in found.collect_schema().dtypes()} == {"Float64"}


@pytest.mark.parametrize("other", ["pandas", "polars", "polars lazy", "duckdb"])
def test_tables_may_live_on_different_engines(guide, engine, other):
    frames = {"enterprises": engine(FIRMS), "patents": ENGINES[other]([patent("1", "A"), patent("2", "B")])}
    found = ck.compute(guide, frames, SCOPE, by="cluster", only=TWO)
    assert [tuple(row.values()) for row in plain(found)] == [("丙", 0, 0), ("乙", 1, 1), ("甲", 1, 1)]


def test_what_was_given_is_not_changed(guide):
    frame = pd.DataFrame(FIRMS, index=[7, 7, 8, 9])
    before = frame.copy()
    ck.compute(guide, {"enterprises": frame}, SCOPE, by="cluster")
    pd.testing.assert_frame_equal(frame, before)


def test_stray_columns_do_no_harm(guide, engine):
    """Columns that bear the name of a term, of something that the engine adds, or of nothing."""
    firms = [
        {
            **firm("A"),
            "output_value": 10000.0,
            "output": -1.0,
            "software": True,
            "in_scope": False,
            "owner": "nobody",
            "x": "y",
        }
    ]
    patents = [patent("1", "A", owner="nobody", owner_in_scope=False, in_force=False)]
    frames = {"enterprises": engine(firms), "patents": engine(patents)}
    [found] = plain(ck.compute(guide, frames, SCOPE, only=["output_value", "pct_patents"]))
    assert found == {"output_value": 1, "pct_patents": 1}


NOT_SETTLED = [
    ({"number": None, "level": "国家级"}, "national_carriers", "carriers"),
    ({"nothing": 1}, "carrier_partners", "carrier_partners"),
    ({"year": 2024}, "green_factories", "recognitions"),
    ({"x": "y"}, "activities", "activities"),
]


@pytest.mark.parametrize(("row", "indicator", "table"), NOT_SETTLED)
def test_a_table_with_hardly_any_column_counts_nothing(guide, engine, row, indicator, table):
    [found] = plain(ck.compute(guide, {table: engine([row])}, SCOPE, only=[indicator]))
    assert found == {indicator: 0}


FAULTS = [
    ({}, {}, "没有给出任何表：请至少给出一张（例如 enterprises）。"),
    ({"firms": pd.DataFrame(FIRMS)}, {}, "没有名为“firms”的表，可用的表：enterprises、"),
    ({"enterprises": pd.DataFrame(FIRMS)}, {"by": "clustr"}, "企业表没有用来分组的列“clustr”。"),
    ({"patents": pd.DataFrame([patent("1", "A")])}, {"by": "cluster"}, "给出的表里没有用来分组的列“cluster”。"),
    ({"enterprises": pd.DataFrame(FIRMS)}, {"only": ["rd_intensty"]}, "没有名为“rd_intensty”的指标，是否应为“rd_intensity”？"),
    ({"enterprises": [1, 2]}, {}, "“enterprises”（企业名录）不是可以计算的表，而是 list。可以给的有 pandas、polars、pyarrow、DuckDB、PySpark 的表。"),
    ({"enterprises": pd.DataFrame([["A", "A"]], columns=["uscc", "uscc"])}, {}, "“enterprises”（企业名录）有同名的列，请改名或去掉重复的列。"),
    ({"enterprises": pd.DataFrame({"revenue": ["约3亿", 1.0]})}, {}, "“enterprises”（企业名录）的“revenue”列应当全是数，没有的留空，例如“约3亿”不是。"),
    ({"enterprises": pd.DataFrame({"above_scale": ["是", None]})}, {}, "“enterprises”（企业名录）的“above_scale”列应当全是 True 或 False，没有的留空，例如“是”不是。"),
    ({"patents": pd.DataFrame({"granted": ["去年"]})}, {}, "“patents”（PCT专利）的“granted”列应当全是日期，没有的留空，例如“去年”不是。"),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "more", "message"), FAULTS)
def test_wrong_use_is_one_chinese_sentence(guide, tables, more, message):
    with pytest.raises(ClusterkitError) as caught:
        ck.compute(guide, tables, SCOPE, **more)
    assert str(caught.value).startswith(message)


AMOUNT = st.one_of(st.none(), st.integers(0, 1000).map(float))
ROW = st.fixed_dictionaries(
    {
        "uscc": st.integers(0, 10**6).map(str), "cluster": st.sampled_from(["x", "y", "z", None]),
        "industry_code": st.sampled_from(["3973", "6510", "1310", None]), "district": st.sampled_from(["西青区", "武清区", None]),
        "status": st.sampled_from(["存续", "注销", None]), "above_scale": st.sampled_from([True, False, None]),
        "revenue": AMOUNT, "rd_expense": AMOUNT, "output_value": AMOUNT, "main_business_revenue": AMOUNT, "imports": AMOUNT, "exports": AMOUNT,
    }
)  # fmt: skip
OWNED = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 14), st.sampled_from(["PCT", None])), max_size=12
)
ASKED = ["enterprises", "above_scale_enterprises", "output_value", "rd_intensity", "trade", "pct_patents"]


def frames(firms, patents):
    """Make frames of both tables that have their columns with no rows, too."""
    empty = ROWS["patents"] | {"cluster": None}
    listed = pd.DataFrame(patents or [empty], columns=[*ROWS["patents"]])
    given = {"enterprises": pd.DataFrame(firms), "patents": listed if patents else listed.iloc[:0]}
    return {name: pl.from_pandas(frame.astype({"granted": "datetime64[s]"}) if name == "patents" else frame) for name, frame in given.items()}  # fmt: skip


@settings(max_examples=examples(8, 40), deadline=None)
@given(
    firms=st.lists(ROW, min_size=1, max_size=15, unique_by=lambda row: row["uscc"]),
    owned=OWNED,
    seed=st.randoms(use_true_random=False),
)
def test_each_group_is_what_it_is_alone_in_any_order(guide, firms, owned, seed):
    patents = [
        patent(f"US{number}", firms[owner % len(firms)]["uscc"], route=route)
        for number, owner, route in owned
    ]
    found = plain(ck.compute(guide, frames(firms, patents), SCOPE, by="cluster", only=ASKED))
    for row in found:
        mine = [one for one in seed.sample(firms, len(firms)) if one["cluster"] == row["cluster"]]
        codes = {one["uscc"] for one in mine}
        theirs = [one for one in seed.sample(patents, len(patents)) if one["applicant_uscc"] in codes]
        [alone] = plain(ck.compute(guide, frames(mine, theirs), SCOPE, only=ASKED))
        assert {name: row[name] for name in ASKED} == pytest.approx(alone)
    assert [row["cluster"] for row in found] == sorted({one["cluster"] for one in firms} - {None})


@settings(max_examples=examples(2, 6), deadline=None)  # each is computed on every engine
@given(firms=st.lists(ROW, min_size=1, max_size=12, unique_by=lambda row: row["uscc"]), owned=OWNED)
def test_every_engine_says_the_same(guide, firms, owned):
    patents = [
        patent(f"US{number}", firms[owner % len(firms)]["uscc"], route=route)
        for number, owner, route in owned
    ]
    given_rows = {"enterprises": firms, "patents": patents or [patent(None, None)]}
    answers_ = []
    for engine in ENGINES.values():
        tables = {name: engine(listed) for name, listed in given_rows.items()}
        answers_.append(plain(ck.compute(guide, tables, SCOPE, by="cluster", only=ASKED)))
    for found in answers_[1:]:
        assert [*map(pytest.approx, answers_[0])] == found


def test_the_order_of_rows_decides_nothing_but_which_of_two_funds_stands(guide, engine):
    funds = [{"name": "甲", "size": 1.0}, {"name": "甲", "size": 2.0}]
    if engine is not ENGINES["duckdb"]:  # which takes the order of the values
        cases = [case("as they come", "guidance_funds", 1, funds=funds), case("turned", "guidance_funds", 2, funds=funds[::-1])]  # fmt: skip
        assert answers(guide, engine, cases) == expected(cases)
    turned = [case("by _row", "guidance_funds", 2, funds=[{**funds[0], "_row": 9}, {**funds[1], "_row": 3}])]
    assert answers(guide, engine, turned) == expected(turned)


def test_the_whole_register_is_one_row(guide, engine):
    assert len(plain(ck.compute(guide, {"enterprises": engine(rows("enterprises", REGISTER))}, SCOPE))) == 1
