"""Whose a row is, on every engine: by what matching found, or, in tables that no matching has seen, by code and name."""

import pytest

from given import answers, case, expected

OWNED = {
    "national_carriers": ("carriers", "name", "owner", "owner_uscc"),
    "pct_patents": ("patents", "number", "applicant", "applicant_uscc"),
    "standards": ("standards", "number", "organisation", "organisation_uscc"),
    "national_talents": ("talents", "person", "organisation", "organisation_uscc"),
}


def owned(indicator, words, count, *owners):
    """Make a case: each row another thing, of the owner given as (name, code) and further fields."""
    table, thing, name, code = OWNED[indicator]
    changes = [
        {thing: f"甲{number}", name: owner[0], code: owner[1], **(owner[2] if len(owner) > 2 else {})}
        for number, owner in enumerate(owners)
    ]
    return case(words, indicator, count, **{table: changes})


HERE, THERE = {"district": "西青区"}, {"district": "武清区"}
UNMATCHED = [
    ("an enterprise in scope", 1, ("x", "A")),
    ("out of scope, dissolved", 0, ("x", "W"), ("x", "X")),
    ("a code that is on no register is a company's", 0, (None, "Z")),
    ("the code decides, not the name", 0, ("天津甲传感有限公司", "W")),
    ("a company by its name's end", 0, ("某某有限公司", None), ("某某集团", None), ("天津某厂", None), ("某某中心（有限合伙", None), ("某合伙企业", None)),
    ("anybody else is taken as an institution of the cluster", 3, ("南开大学", None), ("某研究所", "Z"), ("某医院", None)),
    ("an institution in the area, elsewhere, without a district", 2, ("西青研究院", "I"), ("武清研究院", "J"), ("某研究院", "K")),
    ("an enterprise before an institution of the same code", 0, ("x", "W")),
    ("blank, with the row's own district in the cluster", 1, (None, None, HERE), (None, None, THERE), (None, None)),
    ("the row's own district must be in the cluster too", 1, ("x", "A", THERE), ("x", "A", HERE), ("南开大学", None, THERE)),
    ("a district of its own does not bring an owner into scope", 0, ("x", "W", HERE), ("某某有限公司", None, HERE)),
]  # fmt: skip


def settled(indicator, words, count, *owners):
    """Make a case of rows that matching has seen: (owner, _id) and further fields."""
    table, thing, _name, code = OWNED[indicator]
    changes = [
        {thing: f"甲{number}", code: None, "_owner": owner[0], "_id": owner[1], **(owner[2] if len(owner) > 2 else {})}
        for number, owner in enumerate(owners)
    ]  # fmt: skip
    return case(words, indicator, count, **{table: changes})


MATCHED = [
    ("enterprise", 1, ("enterprise", "A"), ("enterprise", "W"), ("enterprise", "X")),
    ("institution", 2, ("institution", "I"), ("institution", "J"), ("institution", None)),
    ("assumed counts", 1, ("assumed", None)),
    ("asked, company, nobody do not", 0, ("asked", "A"), ("asked", None), ("company", None), ("nobody", None), ("nobody", "A")),
    ("blank only by the row's own district", 1, ("blank", None), ("blank", None, HERE), ("blank", None, THERE)),
    ("the row's own district for all of them", 0, ("enterprise", "A", THERE), ("assumed", None, THERE), ("institution", "I", THERE)),
]  # fmt: skip


@pytest.mark.parametrize("indicator", OWNED)
def test_owners_that_no_matching_has_seen(guide, engine, indicator):
    cases = [owned(indicator, *row) for row in UNMATCHED]
    assert answers(guide, engine, cases) == expected(cases)


@pytest.mark.parametrize("indicator", OWNED)
def test_owners_that_matching_found(guide, engine, indicator):
    cases = [settled(indicator, *row) for row in MATCHED]
    assert answers(guide, engine, cases) == expected(cases)


def several(words, count, *owners):
    """Make a case of one patent with several owners, a row each."""
    return case(words, "pct_patents", count, patents=[{"_owner": owner, "_id": code, "_row": 7} for owner, code in owners])  # fmt: skip


def recognised(words, count, *owners, kind="little_giants"):
    return case(words, kind, count, recognitions=[{"kind": kind, "_owner": owner, "_id": code} for owner, code in owners])  # fmt: skip


def of_unknown_words(indicator, table, words, count, *changes):
    return case(words, indicator, count, **{table: [{"_unknown": "", **change} for change in changes]})


SEVERAL = [
    several("counts when one of them does", 1, ("company", None), ("enterprise", "A"), ("asked", None)),
    several("counts once when all do", 1, ("enterprise", "A"), ("enterprise", "B"), ("assumed", None)),
    several("does not when none does", 0, ("company", None), ("enterprise", "W"), ("nobody", None)),
]
LISTS = [
    recognised("on the register", 1, ("enterprise", "A"), ("enterprise", "W")),
    recognised("anything less certain is not counted", 0, ("asked", "A"), ("asked", None), ("company", None), ("assumed", None), ("blank", None)),
    recognised("institution and nobody are not counted on a list of enterprises", 0, ("institution", "I"), ("nobody", "A")),
    recognised("the item lists too", 1, ("enterprise", "A"), ("institution", "I"), ("assumed", None), kind="green_factories"),
]  # fmt: skip
UNKNOWN = [
    of_unknown_words("national_carriers", "carriers", "a related that cannot be read does not count", 1, {"_unknown": "related", "related": None},
                     {"_unknown": "kind,related", "related": None, "name": "乙"}, {"name": "丙", "related": None}),
    of_unknown_words("standards", "standards", "a role that cannot be read does not count", 1, {"_unknown": "role", "role": None},
                     {"number": "GB 2", "role": None, "_unknown": "kind_of_role"}),
    of_unknown_words("little_giants", "recognitions", "a level that cannot be read counts as blank", 2, {"kind": "little_giants", "_unknown": "level"},
                     {"kind": "little_giants", "uscc": "B", "_unknown": "category"}),
    case("an exchange that cannot be read counts as blank: the stock code tells", "listed_enterprises", 2,
         enterprises=[{"exchange": None, "stock_code": "600001", "_unknown": "exchange"}, {"uscc": "B", "exchange": None, "stock_code": "600002", "_unknown": None}]),
]  # fmt: skip


@pytest.mark.parametrize("cases", [SEVERAL, LISTS, UNKNOWN], ids=["several owners", "lists", "unknown words"])
def test_owners(guide, engine, cases):
    assert answers(guide, engine, cases) == expected(cases)


LEADING = [
    ("all but those ruled out", {}, 4),
    ("in scope alone", {"interpretation": {"leading_enterprises": "in_scope"}}, 1),
]


@pytest.mark.parametrize(("words", "scope", "count"), LEADING)
def test_leading_enterprises(guide, engine, words, scope, count):
    given = [{"_owner": "enterprise", "_id": "A"}, {"name": "旧名", "_owner": "enterprise", "_id": "A"}, {"name": "外", "_owner": "enterprise", "_id": "W"},
             {"name": "某集团", "_owner": "company", "_id": "名称:某集团"}, {"name": "某", "_owner": "asked", "_id": None}, {"name": "否", "_owner": "nobody", "_id": None}]  # fmt: skip
    one = case(words, "leading_enterprises_served", count, scope, leading_enterprises=given)
    assert answers(guide, engine, [one]) == expected([one])


def test_without_a_register_nobody_is_in_scope(guide, engine):
    cases = [case("patents", "pct_patents", 1, patents=[{}, {"number": "2", "applicant": "南开大学", "applicant_uscc": None}], enterprises=[]),
             case("lists", "little_giants", 0, recognitions=[{"kind": "little_giants"}], enterprises=[])]  # fmt: skip
    for one in cases:
        one.tables.pop("enterprises")
    assert answers(guide, engine, cases) == expected(cases)
