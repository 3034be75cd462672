"""``compute``: given rows → expected numbers, on every engine."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import clusterkit as ck
from clusterkit.errors import ClusterkitError
from frames import plain

D = dt.date(2024, 5, 6)
SCOPE = ck.Scope(2024, industries=["39", "65"], districts=["西青区"])
IN = {"industry_code": "3973", "district": "西青区"}
FIRMS = [
    {"uscc": "A", "name": "天津甲有限公司", **IN, "status": "存续", "above_scale": True, "year": 2024},
    {"uscc": "B", "name": "天津乙有限公司", **IN, "status": "存续", "above_scale": False, "year": 2024},
    {
        "uscc": "C",
        "name": "天津丙有限公司",
        **IN,
        "district": "武清区",
        "status": "存续",
        "above_scale": True,
        "year": 2024,
    },
]


def firm(uscc="A", **values):
    return {"uscc": uscc, **IN, **values}


def value(guide, engine, indicator, scope=SCOPE, **tables):
    frames = {name: engine(rows) for name, rows in tables.items()}
    [row] = plain(ck.compute(guide, frames, scope, only=[indicator]))
    return row[indicator]


SCOPES = [
    ("both", [firm(), firm("B", district="武清区"), firm("C", industry_code="1310")], SCOPE, 1),
    ("letters", [firm(), firm("B", industry_code="6510")], ck.Scope(2024, ["C39"]), 1),
    ("section", [firm(), firm("B", industry_code="6510")], ck.Scope(2024, ["C"]), 1),
    ("all", [firm(), firm("B", industry_code=None, district=None)], ck.Scope(2024), 2),
    ("areas within", [firm(district="天津经济技术开发区"), firm("B", district="滨海新区")], ck.Scope(2024, [], ["滨海新区"]), 2),
    ("one area", [firm(district="天津经济技术开发区"), firm("B", district="滨海新区")], ck.Scope(2024, [], ["经开区"]), 1),
    ("dissolved", [firm(status="注销"), firm("B", status="吊销"), firm("C", status=None)], SCOPE, 1),
    ("other year", [firm(year=2023), firm("B", year=None), firm("C", year=2024)], SCOPE, 2),
    ("branch", [firm(name="天津甲有限公司西青分公司"), firm("B", name="天津乙有限公司")], SCOPE, 1),
    ("include", [firm(district="武清区", status="注销"), firm("B", industry_code="1310")], ck.Scope(2024, ["39"], ["西青区"], include=["A", "B"]), 1),
    ("exclude", [firm(), firm("B")], ck.Scope(2024, ["39"], ["西青区"], include=["A"], exclude=["A"]), 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "scope", "expected"), [case[1:] for case in SCOPES], ids=[case[0] for case in SCOPES]
)
def test_scope(guide, engine, rows, scope, expected):
    assert value(guide, engine, "enterprises", scope, enterprises=rows) == expected


FIGURES = [
    ("output_value", [firm(output_value=20000.0), firm("B", output_value=None)], 2.0),
    ("output_value", [firm(output_value=9.0, industry_code="6513", main_business_revenue=10000.0)], 1.0),
    ("output_value", [firm(output_value=9.0, industry_code="6513", main_business_revenue=None)], None),
    ("output_value", [firm(output_value=None)], None),
    ("output_value", [firm()], None),
    ("rd_intensity", [firm(above_scale=True, rd_expense=1.0, revenue=10.0), firm("B", above_scale=True, rd_expense=3.0, revenue=10.0)], 20.0),
    ("rd_intensity", [firm(above_scale=True, rd_expense=1.0, revenue=10.0), firm("B", above_scale=True, rd_expense=None, revenue=90.0)], 10.0),
    ("rd_intensity", [firm(above_scale=True, rd_expense=1.0, revenue=10.0), firm("B", above_scale=False, rd_expense=9.0, revenue=10.0)], 10.0),
    ("rd_intensity", [firm(above_scale=True, rd_expense=1.0, revenue=0.0)], None),
    ("labour_productivity", [firm(above_scale=True, revenue=300.0, staff=2.0)], 150.0),
    ("employees", [firm(employees=12000)], 1.2),
    ("skilled_people", [firm(senior_titles=4000, high_skilled=None), firm("B", senior_titles=None, high_skilled=None)], 0.4),
    ("trade", [firm(imports=None, exports=10000.0), firm("B", imports=5000.0, exports=5000.0)], 2.0),
    ("above_scale_enterprises", [firm(above_scale=True), firm("B", above_scale=None), firm("C", above_scale=False)], 1),
    ("listed_enterprises", [firm(exchange="上海证券交易所"), firm("B", exchange="新三板"), firm("C", exchange=None, stock_code="300001"),
                            firm("D", exchange=None, stock_code="830001"), firm("E", exchange="新三板", stock_code="600001")], 2),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "rows", "expected"), FIGURES)
def test_figures(guide, engine, indicator, rows, expected):
    assert value(guide, engine, indicator, enterprises=rows) == pytest.approx(expected)


def recognised(kind, uscc="A", **values):
    return {"kind": kind, "name": "x", "uscc": uscc, "item": None, "level": None, "year": 2024, "valid_until": None,
            "review_year": None, "category": None, **values}  # fmt: skip


RECOGNITIONS = [
    ("little_giants", [{}, {}], 1),
    ("little_giants", [{"uscc": "C"}, {"uscc": None}, {"uscc": "Z"}], 0),
    ("little_giants", [{"year": 2021}], 0),
    ("little_giants", [{"year": 2022}], 1),
    ("little_giants", [{"year": 2019, "review_year": 2022}], 1),
    ("little_giants", [{"year": 2022, "valid_until": dt.date(2024, 6, 30)}], 0),
    ("little_giants", [{"year": 2015, "valid_until": dt.date(2024, 12, 31)}], 1),
    ("little_giants", [{"year": 2025}], 0),
    ("little_giants", [{"year": None}], 1),
    ("little_giants", [{"level": "市级"}], 0),
    ("municipal_srdi", [{"level": "省级"}], 1),
    ("national_champions", [{"category": "培育企业"}], 0),
    ("factories_5g", [{"item": "一"}, {"item": "二"}, {"item": "二"}, {"item": None}, {"item": None}], 3),
    ("factories_5g", [{"year": 2010}], 1),
    ("smart_factories", [{"level": "卓越级", "item": "一"}, {"level": "先进级", "item": "二"}], 1),
    ("identifier_nodes", [{"level": "市级"}], 1),
]


@pytest.mark.parametrize(("kind", "rows", "expected"), RECOGNITIONS)
def test_recognitions(guide, engine, kind, rows, expected):
    given_rows = [recognised(kind, **row) for row in rows]
    assert value(guide, engine, kind, enterprises=FIRMS, recognitions=given_rows) == expected


def patent(number="US1", uscc="A", name="天津甲有限公司", **values):
    return {
        "number": number,
        "applicant": name,
        "applicant_uscc": uscc,
        "route": "PCT",
        "granted": D,
        "district": None,
        **values,
    }


PATENTS = [
    ([patent(), patent("us-1"), patent("US2")], {}, 2),
    ([patent(route="巴黎公约"), patent("US2", route=None), patent("US3", granted=None), patent(None)], {}, 0),
    ([patent(granted=dt.date(2025, 1, 1)), patent("US2", granted=dt.date(2023, 1, 1))], {}, 1),
    ([patent(), patent("US2", granted=dt.date(2023, 1, 1))], {"patents": "reference_year"}, 1),
    (
        [
            patent(uscc="C"),
            patent("US2", uscc=None, name="某某有限公司"),
            patent("US3", uscc=None, name="南开大学"),
        ],
        {},
        1,
    ),
    ([patent(uscc=None, name=None), patent("US2", uscc=None, name=None, district="西青区")], {}, 1),
    ([patent(district="武清区"), patent("US2", district="西青区")], {}, 1),
    ([patent(uscc="I"), patent("US2", uscc="J")], {}, 1),
]
INSTITUTIONS = [
    {"name": "西青研究院", "uscc": "I", "district": "西青区", "fdi": 10000.0},
    {"name": "武清研究院", "uscc": "J", "district": "武清区", "fdi": 10000.0},
    {"name": "天津甲有限公司", "uscc": "A", "district": "西青区", "fdi": 10000.0},
]


@pytest.mark.parametrize(("rows", "choices", "expected"), PATENTS)
def test_patents_and_owners(guide, engine, rows, choices, expected):
    scope = ck.Scope(2024, ["39"], ["西青区"], interpretation=choices)
    assert (
        value(guide, engine, "pct_patents", scope, enterprises=FIRMS, institutions=INSTITUTIONS, patents=rows)
        == expected
    )


def test_foreign_capital_adds_the_institutions_once(guide, engine):
    firms = [firm(fdi=10000.0)]
    assert value(guide, engine, "foreign_capital", enterprises=firms) == 1.0
    assert value(guide, engine, "foreign_capital", enterprises=firms, institutions=INSTITUTIONS) == 2.0


CARRIERS = [
    {
        "name": "一",
        "owner_uscc": "A",
        "level": "国家级",
        "kind": "国家重点实验室",
        "year": 2020,
        "related": True,
    },
    {
        "name": "一",
        "owner_uscc": "A",
        "level": "国家级",
        "kind": "国家重点实验室",
        "year": 2020,
        "related": None,
    },
    {
        "name": "二",
        "owner_uscc": "A",
        "level": "国家级",
        "kind": "国家级孵化器",
        "year": 2020,
        "related": True,
    },
    {
        "name": "三",
        "owner_uscc": "A",
        "level": "国家级",
        "kind": "国家企业技术中心",
        "year": 2020,
        "related": False,
    },
    {
        "name": "四",
        "owner_uscc": "A",
        "level": "市级",
        "kind": "市级企业技术中心",
        "year": 2020,
        "related": None,
    },
    {"name": "五", "owner_uscc": "A", "level": "省级", "kind": None, "year": None, "related": None},
    {"name": "六", "owner_uscc": "A", "level": "省部级", "kind": None, "year": None, "related": None},
]


@pytest.mark.parametrize(("indicator", "expected"), [("national_carriers", 1), ("municipal_carriers", 2)])
def test_carriers(guide, engine, indicator, expected):
    assert value(guide, engine, indicator, enterprises=FIRMS, carriers=CARRIERS) == expected


STANDARDS = [
    {"number": "GB/T 1-2020", "kind": "国家标准", "status": None, "organisation_uscc": "A"},
    {"number": "GB/T 1-2023", "kind": "国家标准", "status": "现行", "organisation_uscc": "A"},
    {"number": "GB/T 2-2025", "kind": "国家标准", "status": None, "organisation_uscc": "A"},
    {"number": "GB/T 3-2020", "kind": "国家标准", "status": "废止", "organisation_uscc": "A"},
    {"number": "ISO 4:2020", "kind": "国际标准", "status": None, "organisation_uscc": "A"},
    {"number": "T/CA 5-2020", "kind": "团体标准", "status": None, "organisation_uscc": "A"},
]


@pytest.mark.parametrize(
    ("choice", "expected"), [("international+national", 2), ("international", 1), ("national", 1)]
)
def test_standards(guide, engine, choice, expected):
    scope = ck.Scope(2024, ["39"], ["西青区"], interpretation={"standards": choice})
    assert value(guide, engine, "standards", scope, enterprises=FIRMS, standards=STANDARDS) == expected


TALENTS = [
    {
        "person": "甲",
        "level": "国家级",
        "academician": None,
        "organisation_uscc": "A",
        "year": 2020,
        "related": None,
    },
    {
        "person": "甲",
        "level": "国家级",
        "academician": None,
        "organisation_uscc": "A",
        "year": 2021,
        "related": None,
    },
    {
        "person": "甲",
        "level": "省部级",
        "academician": None,
        "organisation_uscc": "A",
        "year": 2021,
        "related": None,
    },
    {
        "person": "乙",
        "level": "市级",
        "academician": True,
        "organisation_uscc": "A",
        "year": 2021,
        "related": None,
    },
    {
        "person": "丙",
        "level": "区级",
        "academician": False,
        "organisation_uscc": "A",
        "year": 2021,
        "related": None,
    },
]


@pytest.mark.parametrize(("indicator", "expected"), [("national_talents", 2), ("provincial_talents", 2)])
def test_talents(guide, engine, indicator, expected):
    assert value(guide, engine, indicator, enterprises=FIRMS, talents=TALENTS) == expected


OTHERS = [
    ("guidance_funds", "funds", [{"name": "一", "size": 10.0, "comprehensive": False, "supporting_size": None},
                                 {"name": "二", "size": 50.0, "comprehensive": True, "supporting_size": 2.0},
                                 {"name": "三", "size": 50.0, "comprehensive": True, "supporting_size": None},
                                 {"name": "四", "size": 5.0, "comprehensive": None, "supporting_size": 1.0},
                                 {"name": "五", "size": 5.0, "comprehensive": None, "supporting_size": None},
                                 {"name": "一", "size": 99.0, "comprehensive": False, "supporting_size": None}], 18.0),
    ("activities", "activities", [{"date": D, "name": "会"}, {"date": D, "name": "会"}, {"date": dt.date(2023, 1, 1), "name": "会"}], 1),
    ("academicians", "academicians", [{"person": "甲"}, {"person": "甲"}, {"person": None}], 1),
    ("carrier_partners", "carrier_partners", [{"name": "一", "level": "市级"}, {"name": "二", "level": "区级"}, {"name": "三", "level": "省部级"}], 2),
    ("national_service_platforms", "service_platforms", [{"name": "一", "national": True, "kind": "中试服务"}, {"name": "二", "national": True, "kind": None},
                                                         {"name": "三", "national": False, "kind": "中试服务"}], 1),
    ("leading_enterprises_served", "leading_enterprises", [{"name": "甲", "uscc": "A"}, {"name": "甲旧名", "uscc": "A"}, {"name": "外", "uscc": "Z"}], 2),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "table", "rows", "expected"), OTHERS)
def test_other_lists(guide, engine, indicator, table, rows, expected):
    assert value(guide, engine, indicator, enterprises=FIRMS, **{table: rows}) == expected


def test_leading_enterprises_in_scope_alone(guide, engine):
    scope = ck.Scope(2024, ["39"], ["西青区"], interpretation={"leading_enterprises": "in_scope"})
    rows = [{"name": "甲", "uscc": "A"}, {"name": "外", "uscc": "Z"}]
    assert (
        value(guide, engine, "leading_enterprises_served", scope, enterprises=FIRMS, leading_enterprises=rows)
        == 1
    )


def test_a_table_never_given_is_null_and_an_empty_one_zero(guide, engine):
    assert value(guide, engine, "pct_patents", enterprises=FIRMS) is None
    empty = pd.DataFrame({"name": pd.Series([], dtype="str"), "size": pd.Series([], dtype="float64")})
    [row] = plain(ck.compute(guide, {"funds": empty}, SCOPE, only=["guidance_funds"]))
    assert row["guidance_funds"] == 0


def test_groups(guide, engine):
    firms = [firm("A", cluster="x", output_value=10000.0), firm("B", cluster="y", output_value=20000.0),
             firm("C", cluster="y", output_value=None), firm("D", cluster="z", district="武清区"), firm("E", cluster=None)]  # fmt: skip
    patents = [patent("US1", "A"), patent("US2", "B"), patent("US3", "B"), patent("US4", None, "南开大学")]
    frames = {"enterprises": engine(firms), "patents": engine(patents)}
    found = plain(
        ck.compute(guide, frames, SCOPE, by="cluster", only=["output_value", "enterprises", "pct_patents"])
    )
    assert sorted(found, key=lambda row: row["cluster"]) == [
        {"cluster": "x", "output_value": 1.0, "enterprises": 1, "pct_patents": 1},
        {"cluster": "y", "output_value": 2.0, "enterprises": 2, "pct_patents": 2},
        {"cluster": "z", "output_value": None, "enterprises": 0, "pct_patents": 0},
    ]


def test_the_answer_is_a_frame_of_the_kind_given(guide, engine):
    frame = engine(FIRMS)
    found = ck.compute(guide, {"enterprises": frame}, SCOPE)
    assert type(found) is type(frame)
    assert set(plain(found)[0]) == set(guide.indicators)


def test_wrong_use_is_one_chinese_sentence(guide):
    frame = pd.DataFrame(FIRMS)
    with pytest.raises(ClusterkitError, match="没有名为“firms”的表"):
        ck.compute(guide, {"firms": frame}, SCOPE)
    with pytest.raises(ClusterkitError, match="企业表没有用来分组的列“cluster”"):
        ck.compute(guide, {"enterprises": frame}, SCOPE, by="cluster")


ROW = st.fixed_dictionaries(
    {
        "uscc": st.integers(0, 10**6).map(str), "cluster": st.sampled_from(["x", "y", "z"]),
        "industry_code": st.sampled_from(["3973", "6510", "1310", None]), "district": st.sampled_from(["西青区", "武清区", None]),
        "above_scale": st.sampled_from([True, False, None]), "revenue": st.one_of(st.none(), st.integers(0, 1000).map(float)),
        "rd_expense": st.one_of(st.none(), st.integers(0, 1000).map(float)), "output_value": st.one_of(st.none(), st.integers(0, 1000).map(float)),
    }
)  # fmt: skip
ASKED = ["enterprises", "output_value", "rd_intensity"]


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(ROW, min_size=1, max_size=12, unique_by=lambda row: row["uscc"]), seed=st.randoms())
def test_each_group_is_what_it_is_alone_in_any_order(guide, rows, seed):
    frame = pd.DataFrame(rows)
    grouped = {
        row["cluster"]: row
        for row in plain(ck.compute(guide, {"enterprises": frame}, SCOPE, by="cluster", only=ASKED))
    }
    shuffled = seed.sample(rows, len(rows))
    for cluster, found in grouped.items():
        alone = pd.DataFrame([row for row in shuffled if row["cluster"] == cluster])
        [whole] = plain(ck.compute(guide, {"enterprises": alone}, SCOPE, only=ASKED))
        assert {name: found[name] for name in ASKED} == pytest.approx(whole)
