"""Who is in scope, on every engine: industries, districts, years, branches, and what was decided by hand."""

import pytest

from given import answers, case, expected

FIRM = {}


def counted(words, expected, *firms, **scope):
    return case(words, "enterprises", expected, scope, enterprises=list(firms))


CASES = [
    counted("industry and place", 1, FIRM, {"uscc": "B", "district": "武清区"}, {"uscc": "C", "industry_code": "1310"}),
    counted("大类", 2, {"industry_code": "3973"}, {"uscc": "B", "industry_code": "3911"}, {"uscc": "C", "industry_code": "4021"}, industries=("39",)),
    counted("大类 with its letter", 1, FIRM, {"uscc": "B", "industry_code": "4021"}, industries=("C39",)),
    counted("中类", 1, FIRM, {"uscc": "B", "industry_code": "3911"}, industries=("397",)),
    counted("小类", 1, FIRM, {"uscc": "B", "industry_code": "3972"}, industries=("3973",)),
    counted("门类", 2, FIRM, {"uscc": "B", "industry_code": "1310"}, {"uscc": "C", "industry_code": "6510"}, industries=("C",)),
    counted("门类 from zero on", 1, {"industry_code": "0111"}, {"uscc": "B", "industry_code": "1310"}, industries=("A",)),
    counted("大类 from zero on", 1, {"industry_code": "0111"}, {"uscc": "B", "industry_code": "1111"}, industries=("01",)),
    counted("several levels", 3, {"industry_code": "4021"}, {"uscc": "B", "industry_code": "3973"}, {"uscc": "C", "industry_code": "6510"},
            {"uscc": "D", "industry_code": "4022"}, industries=("39", "4021", "I65")),
    counted("a code of the row shorter than the scope's is not in it", 0, {"industry_code": "39"}, industries=("3973",)),
    counted("a code of the row of 大类 is in its own", 1, {"industry_code": "39"}, industries=("39",)),
    counted("no industry named: all, unknown codes too", 2, {"industry_code": None}, {"uscc": "B", "industry_code": "1310"}, industries=()),
    counted("no code is in no industry", 0, {"industry_code": None}),
    counted("no district named: all, unknown ones too", 2, {"district": None}, {"uscc": "B", "district": "北京"}, districts=()),
    counted("no district is in none", 0, {"district": None}),
    counted("several districts", 2, FIRM, {"uscc": "B", "district": "武清区"}, {"uscc": "C", "district": "北辰区"}, districts=("西青区", "武清区")),
    counted("a district in everyday words", 1, FIRM, {"uscc": "B", "district": "武清区"}, districts=("西青",)),
    counted("滨海新区 with its functional areas", 6, *({"uscc": str(number), "district": name} for number, name in enumerate((
        "滨海新区", "天津经济技术开发区", "天津港保税区", "天津滨海高新技术产业开发区", "天津东疆综合保税区", "中新天津生态城", "东丽区"))), districts=("滨海新区",)),
    counted("a functional area alone", 1, {"district": "天津经济技术开发区"}, {"uscc": "B", "district": "滨海新区"}, {"uscc": "C", "district": "天津港保税区"},
            districts=("天津经济技术开发区",)),
    counted("a functional area by its everyday name", 1, {"district": "天津经济技术开发区"}, {"uscc": "B", "district": "滨海新区"}, districts=("泰达",)),
    counted("注销、吊销 never", 2, FIRM, {"uscc": "B", "status": "注销"}, {"uscc": "C", "status": "吊销"}, {"uscc": "D", "status": None}),
    counted("another year is no row of this computation", 2, FIRM, {"uscc": "B", "year": 2023}, {"uscc": "C", "year": 2025}, {"uscc": "D", "year": None}),
    counted("the reference year", 1, FIRM, {"uscc": "B", "year": 2023}, reference_year=2023),
    counted("branches", 1, FIRM, *({"uscc": str(number), "name": name} for number, name in enumerate((
        "天津甲有限公司西青分公司", "天津乙厂第二分厂", "北京丙公司天津办事处")))),
    counted("a name that only holds such a word is no branch", 1, {"name": "天津分公司管理有限公司"}),
    counted("include beats place and industry", 3, FIRM, {"uscc": "B", "district": "武清区"}, {"uscc": "C", "industry_code": "1310"}, include=("B", "C")),
    counted("include beats the rule on branches", 1, {"name": "天津甲有限公司西青分公司"}, include=("A",)),
    counted("include beats neither 注销 nor the year", 0, {"status": "注销"}, {"uscc": "B", "year": 2023}, include=("A", "B")),
    counted("exclude beats all", 1, FIRM, {"uscc": "B"}, include=("A",), exclude=("A",)),
    counted("by hand with a normalised name where there is no code", 1, {"uscc": None, "name": "甲", "district": "武清区"}, {"uscc": None, "name": "乙"},
            include=("甲",), exclude=("乙",)),
    counted("nobody", 0, {"district": "武清区"}),
]  # fmt: skip
FIGURES = [
    case("a blank 是否规上 is not 规上", "above_scale_enterprises", 1, enterprises=[FIRM, {"uscc": "B", "above_scale": None}, {"uscc": "C", "above_scale": False}]),
    case("none at all", "above_scale_enterprises", 0, enterprises=[{"above_scale": None}]),
    case("included from elsewhere, an enterprise's figures count like any other's", "output_value", 1.5, {"include": ("B",)},
         enterprises=[{"output_value": 10000.0}, {"uscc": "B", "district": "武清区", "output_value": 5000.0}]),
]  # fmt: skip


def test_scope(guide, engine):
    cases = [*CASES, *FIGURES]
    assert answers(guide, engine, cases) == pytest.approx(expected(cases))
